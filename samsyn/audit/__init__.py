"""Who did what, when and on which ground; only ever added to."""
