"""Shares, trends and what may be shown of them; knows no database and no page."""
