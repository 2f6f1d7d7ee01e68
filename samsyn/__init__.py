"""Samsyn: a municipality's coordination of its work for children and against crime."""

__version__ = "0.1.0"
