"""Letters, queued with the change that causes them and sent afterwards; and recurring duties."""
