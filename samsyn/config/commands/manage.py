"""`samsyn manage`"""

import click

from samsyn.config.env import environment
from samsyn.config.process import working_as


@click.command(
    hidden=True, add_help_option=False, context_settings={"ignore_unknown_options": True}
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Kör ett av Djangos egna kommandon."""
    with working_as(environment().database_role):
        from django.core.management import execute_from_command_line

        execute_from_command_line(["samsyn manage", *arguments])
