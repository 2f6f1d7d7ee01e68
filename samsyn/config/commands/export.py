"""`samsyn export`"""

from pathlib import Path

import click

from samsyn.config.process import working_as


@click.command
@click.argument("place", metavar="MAPP|FIL.xlsx", type=click.Path(path_type=Path))
@click.option("--municipality", "key", help="Kommunens nyckel.")
@click.option(
    "--template", is_flag=True, help="Skriv ett tomt kalkylblad som förklarar sig självt."
)
def command(
    place: Path,
    key: str | None,
    template: bool,  # noqa: FBT001 - click's
) -> None:
    """Skriv allt öppet som kommunen har i en mapp, eller registren i ett kalkylblad."""
    is_sheet = place.suffix.lower() == ".xlsx" and not place.is_dir()
    if template and not is_sheet:
        raise click.UsageError("Mallen skrivs i en fil som slutar på .xlsx.")
    if not key and not template:
        raise click.UsageError("Säg vilken kommun: --municipality NYCKEL.")
    with working_as("owner"):
        from samsyn.config import exchanging, spreadsheets

        if template:
            click.echo(spreadsheets.write_template(place))
        elif is_sheet:
            click.echo(spreadsheets.take_out_workbook(place, key or ""))
        else:
            click.echo(exchanging.take_out(place, key or ""))
