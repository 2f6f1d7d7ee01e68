"""`samsyn serve`"""

import click

from samsyn.config.env import environment


@click.command
@click.option("--host", default="127.0.0.1", show_default=True, help="Adress att lyssna på.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Port att lyssna på.",
)
def command(host: str, port: int) -> None:
    """Starta webbplatsen."""
    from samsyn.config import site
    from samsyn.config.process import working_as

    env = environment()
    site.refuse_taken_port(host, port)
    with site.only_site(env), working_as("app"):
        from samsyn.config.readiness import refuse_unready

        refuse_unready()
        click.echo(f"Samsyn svarar på {env.address} (lyssnar på {host}:{port}).")
        site.serve(host, port)
