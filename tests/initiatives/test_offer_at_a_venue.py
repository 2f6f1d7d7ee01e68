"""What is offered at a venue, how often, and how it was before."""

from datetime import date
from decimal import Decimal

import pytest

from samsyn.access.api import Role
from samsyn.initiatives.actions import places
from samsyn.initiatives.models import Method
from tests import factories as make
from tests import initiative_rows as rows
from tests.governance.visiting import get, send, told

pytestmark = pytest.mark.django_db


def test_more_days_a_week_leave_what_was_before() -> None:
    keeper, venue = make.account_with(Role.COORDINATOR), rows.venue("Familjens hus i Sollebrunn")
    offered = places.offer_service(
        venue, {"what": "öppen förskola", "days_a_week": Decimal(2)}, actor=make.operator()
    )

    answer = send(
        keeper,
        "initiatives:change-service",
        offered.pk,
        what="öppen förskola",
        days_a_week="4",
        from_on="2023-01-01",
    )

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "initiatives:venue", venue.pk))
    assert "öppen förskola 4 – – från 1 jan 2023 tills vidare" in page
    assert "öppen förskola 2 – – " in page
    offered.refresh_from_db()
    assert offered.ends_on == date(2023, 1, 1)


def test_a_week_has_seven_days() -> None:
    keeper, venue = make.account_with(Role.COORDINATOR), rows.venue()

    answer = send(
        keeper, "initiatives:offer-service", venue.pk, what="fritidsgård", days_a_week="8"
    )

    assert answer.status_code == 422


def test_a_method_tells_what_is_known_of_it_and_where_it_is_used() -> None:
    keeper = make.account_with(Role.COORDINATOR)
    answer = send(keeper, "initiatives:add-method", name="ABC", evidence="unknown")
    assert answer.status_code == 302, told(answer)
    made = Method.objects.get()
    rows.initiative("Föräldragrupper", method_id=made.pk)

    listed = told(get(keeper, "initiatives:methods"))

    assert "ABC inte bedömt 1" in listed
    assert "Föräldragrupper" in told(get(keeper, "initiatives:method", made.pk))
