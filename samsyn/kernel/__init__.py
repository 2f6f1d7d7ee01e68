"""What every context needs and that knows nobody."""
