"""The pages of the forums that are measured are there to be asked for."""

from http import HTTPStatus

import pytest
from django.test import Client

from samsyn.access.api import Role
from samsyn.forums.api import FollowUp, Meeting
from tests import factories as make
from tests.surroundings import ALINGSAS
from tools.bench.figures import Figure, Who
from tools.bench.floors import Insider
from tools.bench.forum_figures import Met, forum_figures, met_in, track_figures

ROLES = {Who.ADMINISTRATOR: Role.ADMINISTRATOR, Who.DIRECTOR: Role.DIRECTOR}


@pytest.fixture
def met(db: None) -> Met:
    make.everything(ALINGSAS)
    Meeting.objects.update(state="held", why_not="")
    FollowUp.objects.update(closed_on=None, closed_as="", result="")
    return met_in(ALINGSAS, [make.account_with(Role.ADMINISTRATOR).email or ""])


def test_some_of_each_are_found(met: Met) -> None:
    assert met.forums
    assert met.meetings
    assert met.follow_ups


def test_each_page_opens(met: Met) -> None:
    insiders = {who: Insider(make.account_with(role).email or "") for who, role in ROLES.items()}

    for figure in _all(met):
        if figure.by is Who.STRANGER:
            assert Client().get(figure.paths[0]).status_code == HTTPStatus.OK, figure.name
        else:
            assert insiders[figure.by].statements(figure.paths[0]), figure.name


def test_no_two_have_the_same_name(met: Met) -> None:
    names = [figure.name for figure in _all(met)]

    assert sorted(names) == sorted(set(names))


def _all(met: Met) -> list[Figure]:
    return [*forum_figures(met), *track_figures()]
