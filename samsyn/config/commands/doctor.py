"""`samsyn doctor`"""

import os
import sys

import click

from samsyn.config.env import environment


@click.command
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Port att prova.")
def command(port: int) -> None:
    """Se över installationen och säg vad som behöver göras."""
    import django

    env = environment()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.config.settings")
    django.setup()

    from samsyn.config.doctor import findings

    faults = 0
    for finding in findings(env, port):
        click.echo(str(finding))
        faults += finding.fault is not None
    click.echo(f"{faults} fel att åtgärda." if faults else "Allt är som det ska.")
    sys.exit(1 if faults else 0)
