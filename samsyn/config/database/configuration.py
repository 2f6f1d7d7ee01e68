"""How the embedded server is set up: for one machine, one socket and no network."""

import os
from collections.abc import Mapping
from pathlib import Path

from samsyn.config.database.sockets import PORT

FILE = "samsyn.conf"
_MEBIBYTE = 2**20


def server_configuration(socket: Path, extra: Mapping[str, str]) -> str:
    """Return the whole file; it is written anew at each start, since a home may be moved."""
    options = {**_options(socket), **extra}
    return "".join(f"{name} = {_quoted(value)}\n" for name, value in options.items())


def _options(socket: Path) -> dict[str, str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // _MEBIBYTE
    return {
        "listen_addresses": "",
        "unix_socket_directories": f'"{socket}"',
        "unix_socket_permissions": "0700",
        "port": str(PORT),
        "max_connections": "100",
        "password_encryption": "scram-sha-256",
        "shared_buffers": f"{_between(128, memory // 16, 1024)}MB",
        "effective_cache_size": f"{max(512, memory // 3)}MB",
        "work_mem": "32MB",
        "maintenance_work_mem": "256MB",
        "max_wal_size": "2GB",
        "wal_compression": "on",
        "random_page_cost": "1.1",
        "timezone": "Europe/Stockholm",
        "lc_messages": "C",  # the messages are read by failures.py
        "default_text_search_config": "pg_catalog.swedish",
        "logging_collector": "on",
        "log_directory": "log",
        "log_filename": "server-%a.log",
        "log_truncate_on_rotation": "on",
        "log_rotation_age": "1d",
        # Rows hold persons, so neither statements nor their values are written to the log.
        "log_min_error_statement": "panic",
        "log_parameter_max_length_on_error": "0",
        "log_error_verbosity": "terse",
    }


def _between(least: int, value: int, most: int) -> int:
    return max(least, min(value, most))


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
