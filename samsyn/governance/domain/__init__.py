"""Values and rules of governance, without a database."""
