"""Says in words what the database refused."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.db import IntegrityError, connection, transaction

from samsyn.kernel.errors import RuleBrokenError


@contextmanager
def one_change() -> Iterator[None]:
    """Do all or nothing, and turn a broken constraint into its sentence.

    Deferred constraints are tried here and not at commit, so that the person gets an answer.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            yield
            cursor.execute("set constraints all immediate")
            cursor.execute("set constraints all deferred")
    except IntegrityError as error:
        raise RuleBrokenError(_sentence(error)) from error


def _sentence(error: IntegrityError) -> str:
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
    sentences = _sentences()
    if name not in sentences:
        raise error
    return str(sentences[name])


@cache
def _sentences() -> Mapping[str, object]:
    """Every named constraint that says what it refuses; triggers are told of in `TOLD`."""
    own = {
        constraint.name: constraint.violation_error_message
        for model in apps.get_models()
        for constraint in model._meta.constraints
        if constraint.violation_error_message != constraint.default_violation_error_message
    }
    told = (getattr(model, "TOLD", {}) for model in apps.get_models())
    for sentences in told:
        own |= sentences
    return own
