"""What is done together for children, at what cost, and what good it does."""
