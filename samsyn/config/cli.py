"""The command `samsyn`."""

import click

from samsyn.config.commands import Commands


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="samsyn", message="Samsyn %(version)s")
def main() -> None:
    """Samsyn: kommunens samverkan kring barn och unga."""
