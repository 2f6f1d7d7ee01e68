"""Values and rules of forums, without a database."""
