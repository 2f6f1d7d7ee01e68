"""What is reckoned of initiatives, without a database."""
