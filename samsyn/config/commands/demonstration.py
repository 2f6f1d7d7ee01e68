"""`samsyn demonstration`: what `demo` does before it opens, all in one process."""

import click

from samsyn.config.process import working_as


@click.command(hidden=True)
def command() -> None:
    """Bygg databasen, ladda exemplet om det saknas och visa hur man loggar in."""
    with working_as("owner"):
        from samsyn.config.building import build
        from samsyn.config.demonstration import load_demonstration

        build()
        for line in load_demonstration():
            click.echo(line)
