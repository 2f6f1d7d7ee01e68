"""Workbooks by the command line."""
