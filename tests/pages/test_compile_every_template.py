from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template

FOLDERS = [
    Path(config.path) / "templates"
    for config in apps.get_app_configs()
    if config.name.startswith("samsyn.") or config.name.startswith("allauth")
]
UNUSED = ("socialaccount", "usersessions", "openid")  # parts of allauth that are not installed
NAMES = sorted(
    str(path.relative_to(folder))
    for folder in FOLDERS
    for path in folder.rglob("*")
    if path.is_file() and path.relative_to(folder).parts[0] not in UNUSED
)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_can_be_read(name: str) -> None:
    assert get_template(name).render is not None
