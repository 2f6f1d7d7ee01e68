"""What is found wanting in an agreement, and the laws it rests on, stand on its page."""

import pytest

from samsyn.access.api import Role
from samsyn.governance.models import CitedLaw, Remark
from tests import document_rows, governance_rows
from tests import factories as make
from tests.governance.visiting import get, send, told

pytestmark = pytest.mark.django_db


def test_a_remark_and_a_law_are_added_where_the_agreement_is_read() -> None:
    keeper = make.account_with(Role.COORDINATOR)
    found, law = governance_rows.agreement(), document_rows.law()
    told_of = "Avtalet nämner inte hur det utvärderas."

    assert send(keeper, "remark-on-agreement", found.pk, text=told_of).status_code == 302
    cited = {"law": str(law.pk), "place": "8 §"}
    assert send(keeper, "cite-law-in-agreement", found.pk, **cited).status_code == 302

    page = told(get(make.account_with(Role.AUDITOR), "agreement", found.pk))
    assert told_of in page
    assert "8 §" in page
    make.operator()
    assert (Remark.objects.count(), CitedLaw.objects.count()) == (1, 1)
