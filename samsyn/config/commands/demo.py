"""`samsyn demo`"""

import os

import click

from samsyn.config.env import environment
from samsyn.config.problems import ProblemError

_HOST = "127.0.0.1"


@click.command
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Port att lyssna på.",
)
def command(port: int) -> None:
    """Prova Samsyn på den egna datorn, med ett påhittat exempel."""
    from samsyn.config import site
    from samsyn.config.process import working_as

    os.environ["SAMSYN_ADDRESS"] = f"http://{_HOST}:{port}"
    environment.cache_clear()
    env = environment()
    if not env.is_embedded:
        raise ProblemError("Exemplet laddas bara i en egen databas: ta bort DATABASE_URL.")
    with site.only_site(env):
        site.refuse_taken_port(_HOST, port)
        with working_as("app"):
            from samsyn.config.readiness import refuse_failed_checks, refuse_unready

            site.run_meanwhile("demonstration", refuse_failed_checks)
            refuse_unready()
            click.echo(f"Öppna {env.address} i webbläsaren. Avsluta med Ctrl-C.")
            site.serve(_HOST, port)
    click.echo("Samsyn är stoppad.")
