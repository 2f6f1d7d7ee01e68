"""`samsyn generate`"""

from pathlib import Path

import click

from samsyn.config.problems import ProblemError
from samsyn.config.process import working_as

_MOST_YEARS, _MOST_MUNICIPALITIES, _MOST_FORUMS = 50, 1_000, 1_000
_MOST_INDICATORS = 10_000


@click.command
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--seed", default=1, show_default=True, help="Samma frö ger samma filer.")
@click.option(
    "--years",
    type=click.IntRange(1, _MOST_YEARS),
    default=10,
    show_default=True,
    help="Så många år bakåt.",
)
@click.option(
    "--municipalities",
    type=click.IntRange(1, _MOST_MUNICIPALITIES),
    default=1,
    show_default=True,
    help="Så många kommuner, i var sin mapp.",
)
@click.option(
    "--forums",
    type=click.IntRange(0, _MOST_FORUMS),
    default=40,
    show_default=True,
    help="Så många forum i varje kommun.",
)
@click.option(
    "--indicators",
    type=click.IntRange(1, _MOST_INDICATORS),
    default=40,
    show_default=True,
    help="Så många indikatorer i varje kommun.",
)
def command(folder: Path, municipalities: int, **asked: int) -> None:
    """Skriv påhittade kommuner som samverkansfiler, att prova och mäta på."""
    if folder.exists() and any(folder.iterdir()):
        raise ProblemError(f"{folder} är inte tom. Ange en ny mapp.")
    with working_as("app"):
        from samsyn.exchange.made_up import made_up

        with click.progressbar(length=municipalities, label="Hittar på") as bar:
            for name, file_name, text in made_up(municipalities=municipalities, **asked):
                place = folder / name
                place.mkdir(parents=True, exist_ok=True)
                with (place / file_name).open("w", encoding="utf-8", newline="\n") as file:
                    file.writelines(text)
                bar.update(file_name == "municipality.yaml")
    click.echo(f"{municipalities} påhittade kommuner skrivna i {folder}.")
