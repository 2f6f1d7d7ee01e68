"""`samsyn share`"""

import click

from samsyn.config.process import working_as

_KINDS = (
    "region",
    "regional_unit",
    "police",
    "rescue_service",
    "state_authority",
    "county_level",
    "collaboration",
)


@click.command
@click.argument("name")
@click.option("--kind", type=click.Choice(_KINDS), required=True, help="Organets slag.")
@click.option("--municipality", "keys", multiple=True, required=True, help="Kommunens nyckel.")
def command(name: str, kind: str, keys: tuple[str, ...]) -> None:
    """Låt flera kommuner delta i ett organ som spänner över dem."""
    with working_as("owner"):
        from samsyn.config import operator
        from samsyn.organisation import api as organisation

        places = [operator.municipality(key).pk for key in keys]
        organisation.actions.share_body(name, organisation.BodyKind(kind), places)
    click.echo(f"{name} finns nu i {', '.join(keys)}.")
