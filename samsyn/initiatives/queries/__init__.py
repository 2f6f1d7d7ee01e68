"""Every question about initiatives and what belongs to them."""
