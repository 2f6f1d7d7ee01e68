"""Documents as values, and their printers; knows nobody."""
