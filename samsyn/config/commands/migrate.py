"""`samsyn migrate`"""

import click

from samsyn.config.process import working_as


@click.command
def command() -> None:
    """Bygg eller uppgradera databasen."""
    with working_as("owner"):
        from samsyn.config.building import build

        click.echo(f"Databasen är klar (ändringar: {build()}).")
