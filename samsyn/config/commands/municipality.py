"""`samsyn municipality`"""

import click

from samsyn.config.process import working_as


@click.group
def command() -> None:
    """Kommunerna i installationen."""


@command.command
@click.argument("key")
@click.argument("name")
@click.argument("code")
def add(key: str, name: str, code: str) -> None:
    """Lägg till en kommun: nyckel, namn och SCB:s fyrsiffriga kod."""
    with working_as("owner"):
        from samsyn.config import founding

        founding.found(key, name, code)
    click.echo(f"{name} finns nu. Ge den en administratör med: samsyn user add --help")


@command.command("list")
def list_() -> None:
    """Visa kommunerna."""
    with working_as("owner"):
        from samsyn.access import api as access

        for row in access.Municipality.objects.order_by("code", "pk"):
            click.echo(f"{row.code}  {row.key}  {row.name}")
