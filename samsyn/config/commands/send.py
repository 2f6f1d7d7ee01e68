"""`samsyn send`"""

import click

from samsyn.config.process import working_as


@click.command
@click.option("--watch", is_flag=True, help="Fortsätt tills något stoppar mig, som serve gör.")
def command(watch: bool) -> None:  # noqa: FBT001 - click's
    """Skicka de brev som väntar, och gör det som återkommer, i alla kommuner."""
    with working_as("app"):
        from samsyn.config import sender

        if watch:
            sender.watch()
        else:
            click.echo(sender.send_once())
