"""`samsyn import-matters`"""

import sys
from pathlib import Path

import click

from samsyn.config.process import working_as


@click.command(epilog="Hur en mappning skrivs står i docs/handbook/arenden-ur-diariet.md.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--municipality", "key", required=True, help="Kommunens nyckel.")
@click.option(
    "--mapping",
    type=click.Path(path_type=Path),
    help="Vad kolumnerna och orden i registret betyder, i YAML.",
)
@click.option("--dry-run", is_flag=True, help="Visa bara vad som skulle ändras.")
@click.option("--language", type=click.Choice(["sv", "en"]), help="Språk i det som skrivs ut.")
def command(
    path: Path,
    key: str,
    mapping: Path | None,
    dry_run: bool,  # noqa: FBT001 - click's
    language: str | None,
) -> None:
    """Läs in nämndernas ärenden ur ett register i JSON eller CSV: alla, eller inga."""
    with working_as("owner"):
        from samsyn.config.registers import bring_in_matters

        sys.exit(bring_in_matters(path, mapping, key=key, language=language, is_trial=dry_run))
