"""What stands in the letters of the forums: in Swedish, short, and why one gets it."""
