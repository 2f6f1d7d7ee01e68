"""Serves the real site on a free port of this machine, beside the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import override_settings


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Say nothing: a browser that hangs up is no news here."""


class _Server(ThreadedWSGIServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that is closed hangs up in the middle; what fails in a view is a 500."""


@contextmanager
def serving() -> Iterator[str]:
    """Serve whichever database the tests work in at the moment, and return the address."""
    # Each request opens its own connection, or one would stay in a database that is dropped.
    connections.settings["default"]["CONN_MAX_AGE"] = 0
    with override_settings(WHITENOISE_USE_FINDERS=True):
        application = get_wsgi_application()
    server = _Server(("127.0.0.1", 0), _Silent)
    server.set_app(application)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        # A passkey belongs to a name; an address of digits has none.
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
