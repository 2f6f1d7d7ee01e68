"""`samsyn user`"""

import click

from samsyn.config.process import working_as

_ROLES = ("coordinator", "participant", "director", "politician", "auditor", "administrator")


@click.group
def command() -> None:
    """Konton och vad de får göra."""


@command.command
@click.argument("email")
@click.option("--given-name", required=True, help="Förnamn.")
@click.option("--family-name", required=True, help="Efternamn.")
@click.option("--municipality", "key", required=True, help="Kommunens nyckel.")
@click.option("--role", type=click.Choice(_ROLES), required=True, help="Rollen i hela kommunen.")
def add(email: str, given_name: str, family_name: str, key: str, role: str) -> None:
    """Ge någon ett konto med en roll i hela kommunen."""
    with working_as("owner"):
        from samsyn.access.api import Role
        from samsyn.config import operator

        place = operator.municipality(key)
        link = operator.let_in(email, given_name, family_name, Role(role), place)
    click.echo("Kontot finns. Ge personen den här länken, den gäller ett dygn och en gång:")
    click.echo(link)


@command.command("list")
@click.option("--municipality", "key", required=True, help="Kommunens nyckel.")
def list_(key: str) -> None:
    """Visa vilka som har en roll i kommunen i dag."""
    with working_as("owner"):
        from samsyn.access import api as access
        from samsyn.config import operator

        with access.acting_in(operator.municipality(key).pk) as actor:
            for held in access.roles_in_municipality(actor):
                period = f"{held.starts_on}–{held.ends_on or ''}"
                click.echo(f"{held.account.email}  {held.role}  {period}")
