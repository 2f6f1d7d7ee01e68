"""Where style sheets and scripts come from, and where they are gathered."""

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).parent.parent.parent
_DESIGN_SYSTEM = _CHECKOUT / "node_modules" / "@digdir"

# Inside the installation, beside the packages they come from.
STATIC_ROOT = Path(sys.prefix) / "share" / "samsyn" / "static"

SOURCES = [
    (name, folder)
    for name, folder in (
        ("designsystemet", _DESIGN_SYSTEM / "designsystemet-css" / "dist" / "src"),
        ("theme", _DESIGN_SYSTEM / "designsystemet-theme" / "brand"),
    )
    if folder.is_dir()
]
