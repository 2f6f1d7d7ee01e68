"""Files are read without looking for garbage among what is read, and no longer than that."""

import gc

import pytest

from samsyn.config import exchanging
from samsyn.exchange.api import Report


class StoppedError(Exception):
    pass


@pytest.mark.django_db
def test_garbage_is_looked_for_seldom_while_files_are_read_and_as_before_afterwards() -> None:
    before, meanwhile = gc.get_threshold(), []

    def read(_report: Report) -> None:
        meanwhile.append(gc.get_threshold()[0])
        raise StoppedError

    with pytest.raises(StoppedError):
        exchanging.carry_through(read, only=None, language="sv", is_trial=True)

    assert meanwhile[0] > 10 * before[0]
    assert gc.get_threshold() == before
