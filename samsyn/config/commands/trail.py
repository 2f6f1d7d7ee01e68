"""`samsyn trail`"""

import click

from samsyn.config.process import working_as


@click.command
@click.option("--refused", is_flag=True, help="Bara det som nekats.")
@click.option("--last", default=100, show_default=True, help="Hur många rader som visas.")
def command(refused: bool, last: int) -> None:  # noqa: FBT001 - click's
    """Visa spårbarhetsloggen för hela installationen, också det som hände utanför kommunerna."""
    with working_as("owner"):
        from samsyn.audit import api as audit

        for event in audit.latest(last, only_refused=refused):
            account = event.account_id or "-"
            click.echo(
                f"{event.at:%Y-%m-%d %H:%M:%S}  {event.outcome:<8} {event.action}  {account}"
            )
