"""Brings a board's register of matters in, from the command line."""

from pathlib import Path

import click

from samsyn.config.exchanging import carry_through
from samsyn.exchange import api as exchange


def bring_in_matters(
    path: Path,
    mapping: Path | None,
    *,
    key: str,
    language: str | None,
    is_trial: bool,
) -> int:
    """Carry out what the register says of the municipality; returns the exit code."""

    def read(report: exchange.Report) -> exchange.Outcome | None:
        file = exchange.File(str(path), path=path)
        data = exchange.content(file, report)
        columns = _columns(mapping, report)
        if data is None or report.count:
            return None
        try:
            register = exchange.read_register(file.name, data, columns, report)
        except exchange.BrokenOffError as fault:
            report.wrong(fault.line, fault.wrong, fault.right)
            return None
        for notice in register.notices():
            click.echo(notice)
        told = exchange.signs_of_register(register, key)
        return exchange.read([file], signs=lambda _file, _data: told, report=report)

    return carry_through(read, only=key, language=language, is_trial=is_trial)


def _columns(mapping: Path | None, report: exchange.Report) -> exchange.Columns:
    if mapping is None:
        return exchange.Columns()
    file = exchange.File(str(mapping), path=mapping)
    data = exchange.content(file, report)
    return exchange.Columns() if data is None else exchange.read_mapping(file.name, data, report)
