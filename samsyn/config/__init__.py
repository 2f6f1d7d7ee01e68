"""Composition: what the installation says, and how the parts are put together."""
