"""One module for each command of `samsyn`, found by its name; each holds one `command`.

A command of two words has a hyphen where its module has an underscore.
"""

import pkgutil
from importlib import import_module
from typing import IO, Any, cast

import click

from samsyn.config.problems import ProblemError
from samsyn.kernel.errors import DomainError


class RefusalError(click.ClickException):
    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"Fel: {self.format_message()}", file=file, err=file is None)


class Commands(click.Group):
    """Imports a command only when it is asked for, and says refusals in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        names = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name.replace("_", "-") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        return cast("click.Command", module.command)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (ProblemError, DomainError) as refusal:
            raise RefusalError(str(refusal)) from refusal
