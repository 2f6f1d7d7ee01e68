"""The site as a worker of `samsyn serve` runs it: it obeys its parent, and ends with it."""

import ctypes
import os
import signal
import sys

from samsyn.config.wsgi import application

__all__ = ["application"]

_PR_SET_PDEATHSIG = 1

# Ctrl-C reaches every process of the terminal's group; told twice to stop, a worker hangs.
os.setpgrp()
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
