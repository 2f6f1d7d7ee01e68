"""`samsyn schema`"""

import json

import click

from samsyn.config.process import working_as


@click.command
def command() -> None:
    """Skriv ut formatets JSON Schema, som en redigerare kan hjälpa till med."""
    with working_as("app"):
        from samsyn.exchange.api import schema

        click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
