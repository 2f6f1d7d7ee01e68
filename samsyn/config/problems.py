class ProblemError(Exception):
    """Something the operator can put right; the message says what, in one Swedish line."""
