"""Texts and files as they come, without a database."""
