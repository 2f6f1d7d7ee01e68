"""Boundaries read, mended and drawn; knows no database and no page."""
