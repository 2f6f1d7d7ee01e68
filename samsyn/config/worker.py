"""The site as a worker of `samsyn serve` runs it: it obeys its parent, and ends with it."""

from samsyn.config.process import obey_parent
from samsyn.config.wsgi import application

__all__ = ["application"]

obey_parent()
