"""Every change to initiatives and what belongs to them."""
