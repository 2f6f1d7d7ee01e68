"""`samsyn export`"""

from pathlib import Path

import click

from samsyn.config.process import working_as


@click.command
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--municipality", "key", required=True, help="Kommunens nyckel.")
def command(folder: Path, key: str) -> None:
    """Skriv allt öppet som kommunen har i en mapp, som samverkansfiler."""
    with working_as("owner"):
        from samsyn.config.exchanging import take_out

        click.echo(take_out(folder, key))
