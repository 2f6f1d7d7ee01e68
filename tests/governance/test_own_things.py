"""What a function owns stands on its page, and goes along when it is handed over."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from samsyn.access.api import Role
from samsyn.forums import actions as of_forums
from tests import document_rows, governance_rows
from tests import factories as make
from tests.cycle_rows import duty
from tests.governance.visiting import told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


def test_it_stands_on_the_page_of_the_function_and_in_the_hand_over() -> None:
    held = make.position(title="Folkhälsostrateg")
    leaver = make.appointment(held, ends_on=TODAY + timedelta(7))
    governance_rows.agreement("Avtalet", owner_id=held.pk)
    document_rows.document("Planen", owner_id=held.pk)
    duty("Rapporten", owner_id=held.pk)
    document_rows.document("En annans plan")
    begun = of_forums.begin_hand_over(leaver, actor=make.operator())
    client = Client()
    client.force_login(make.account_with(Role.COORDINATOR))

    pages = [
        told(client.get(reverse(name, args=[pk])))
        for name, pk in (("organisation:position", held.pk), ("forums:hand-over", begun.pk))
    ]

    for page in pages:
        assert "Avtal Avtalet Styrdokument Planen I årshjulet Rapporten" in page
        assert "En annans plan" not in page


def test_the_agreements_of_a_body_stand_on_its_page() -> None:
    party = make.body("Polisen")
    governance_rows.party(governance_rows.agreement("Med polisen"), party)
    client = Client()
    client.force_login(make.account_with(Role.POLITICIAN))

    assert "Med polisen" in told(client.get(reverse("organisation:body", args=[party.pk])))
