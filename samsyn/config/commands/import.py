"""`samsyn import`"""

import sys
from pathlib import Path

import click

from samsyn.config.problems import ProblemError
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
@click.option(
    "--map",
    "headings",
    multiple=True,
    metavar="RUBRIK=KOLUMN",
    help="Säg vad en rubrik i ett kalkylblad är; - läser inte in den. Sparas till nästa gång.",
)
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    metavar="BLAD=REGISTER",
    help="Säg vilket register ett blad i ett kalkylblad är.",
)
def command(
    paths: tuple[Path, ...],
    dry_run: bool,  # noqa: FBT001 - click's
    key: str | None,
    language: str | None,
    headings: tuple[str, ...],
    sheets: tuple[str, ...],
) -> None:
    """Läs in samverkansfiler eller ett kalkylblad: allt som står där, eller inget."""
    with working_as("owner"):
        from samsyn.config.exchanging import bring_in
        from samsyn.config.spreadsheets import bring_in_workbook, is_workbook, said_of

        if not any(map(is_workbook, paths)):
            if headings or sheets:
                raise ProblemError("--map och --sheet gäller bara kalkylblad.")
            sys.exit(bring_in(paths, only=key, language=language, is_trial=dry_run))
        if len(paths) > 1:
            raise ProblemError("Läs in ett kalkylblad i taget, och för sig.")
        said = said_of(headings, sheets)
        sys.exit(bring_in_workbook(paths[0], said, key=key, language=language, is_trial=dry_run))
