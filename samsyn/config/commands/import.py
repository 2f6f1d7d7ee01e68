"""`samsyn import`"""

import sys
from pathlib import Path

import click

from samsyn.config.process import working_as

_MORE = (
    "Hur en fil ser ut visar mappen examples/, handboken docs/handbook/samverkansfilen.md "
    "och, för en texteditor, samsyn schema."
)


@click.command(epilog=_MORE)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Visa bara vad som skulle ändras.")
@click.option("--municipality", "key", help="Läs bara in filer för den här kommunen.")
@click.option("--language", type=click.Choice(["sv", "en"]), help="Språk i det som skrivs ut.")
def command(
    paths: tuple[Path, ...],
    dry_run: bool,  # noqa: FBT001 - click's
    key: str | None,
    language: str | None,
) -> None:
    """Läs in samverkansfiler: allt som står i dem, eller inget."""
    with working_as("owner"):
        from samsyn.config.exchanging import bring_in

        sys.exit(bring_in(paths, only=key, language=language, is_trial=dry_run))
