"""The ways in which a request can fail that a person should be told of."""


class DomainError(Exception):
    """Understood and refused; the message is for the user and carries no personal data."""


class NotFoundError(DomainError):
    """Missing and forbidden look the same, so that a stranger learns nothing."""


class NotPermittedError(DomainError):
    """May be seen by the one who asks, but not done."""


class RuleBrokenError(DomainError):
    """Permitted, but against a rule of the domain; nothing has been changed."""

    asks = False


class ConfirmationNeededError(RuleBrokenError):
    """May be done once the one who does it has said that it is meant so."""

    asks = True
