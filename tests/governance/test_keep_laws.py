"""The library of laws is brought, kept, looked up and cited."""

from datetime import date

import pytest
from django.urls import reverse

from samsyn.access.api import Role
from samsyn.audit.api import Event
from samsyn.governance import library
from samsyn.governance.actions import laws as actions
from samsyn.governance.actions.citing_laws import cite_law
from samsyn.governance.actions.library import bring_library, would_bring
from samsyn.governance.domain.alarms import AlarmKind
from samsyn.governance.models import Law, LawKind, Provision
from samsyn.governance.queries.alarms import alarms
from samsyn.kernel.errors import RuleBrokenError
from samsyn.search import api as search
from tests import factories as make
from tests.document_rows import decided, edition, law, replaced_law
from tests.forums.making import at, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


def about(found: Law, **said: object) -> actions.About:
    own = {
        "kind": LawKind(found.kind),
        "short_name": found.short_name,
        "title": found.title,
        "number": found.number,
        "starts_on": found.starts_on,
        "ends_on": found.ends_on,
        "replaced_by_id": found.replaced_by_id,
    }
    return actions.About(**{**own, **said})  # type: ignore[arg-type]


def test_the_library_says_of_each_law_where_it_was_read_or_that_it_was_not() -> None:
    for known in library.laws().values():
        assert known.url.startswith("https://") or known.note
        assert known.verified_on or known.note


def test_the_library_is_brought_once_and_ties_old_to_new() -> None:
    actor = make.operator()

    done = bring_library(actor=actor)

    assert len(done.added) == len(library.laws()) == Law.objects.count()
    old = Law.objects.get(number="2001:453")
    assert (old.replaced_by, old.ends_on) == (Law.objects.get(number="2025:400"), date(2025, 7, 1))
    assert Law.objects.get(number="SOSFS 2011:9").misprints == ["SOSFS 2011:19"]
    assert Provision.objects.get(law__number="2025:400", place="10 kap. 8 §").says
    again = bring_library(actor=actor)
    assert (again.added, again.updated, again.differing) == ([], [], [])


def test_what_is_unverified_in_the_library_is_so_here() -> None:
    bring_library(actor=make.operator())

    assert Law.objects.get(number="2017:900").verified_on is None
    assert Provision.objects.get(place="16 kap. 2 a §").verified_on is None


def test_a_law_that_somebody_has_changed_stays_and_is_told() -> None:
    actor = make.operator()
    bring_library(actor=actor)
    mine = Law.objects.get(number="2017:30")
    actions.change_law(mine, about(mine, short_name="Sjukvårdslagen"), actor=actor)

    done = bring_library(actor=actor)

    mine.refresh_from_db()
    assert (done.differing, mine.short_name) == (["2017:30"], "Sjukvårdslagen")


def test_a_law_that_nobody_has_changed_is_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    actor = make.operator()
    bring_library(actor=actor)
    Law.objects.filter(number="2017:30").update(verified_on=TODAY)
    older = dict(library.laws())
    newer = older["hsl-2017-30"]
    changed = library.KnownLaw(newer.kind, "HSL", "Hälso- och sjukvårdslagen", "2017:30")
    monkeypatch.setattr(library, "laws", lambda: older | {"hsl-2017-30": changed})

    done = bring_library(actor=actor)

    assert done.updated == ["2017:30"]
    assert Law.objects.get(number="2017:30").title == "Hälso- och sjukvårdslagen"


def test_a_law_of_ones_own_with_the_same_number_is_left_alone() -> None:
    law("2017:30", "Vår egen")

    found = would_bring(actor=make.operator())

    assert found.differing == ["2017:30"]


def test_it_is_fetched_by_the_keeper_in_one_step_with_one_trace() -> None:
    keeper = make.account_with(Role.ADMINISTRATOR)

    answer = at(keeper).post(reverse("governance:fetch-library"), follow=True)

    assert "Alla lagar i biblioteket finns hos er" in told(answer)
    make.operator()
    assert Event.objects.filter(action="governance.keep_laws", outcome="done").count() >= 1


def test_a_law_is_not_replaced_by_itself_even_through_others() -> None:
    old, new = replaced_law()

    with pytest.raises(RuleBrokenError, match="ens genom andra"):
        actions.change_law(new, about(new, replaced_by_id=old.pk), actor=make.operator())


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"number": "2025:400"}, "redan en lag med det numret"),
        ({"url": "http://riksdagen.se"}, "https://"),
        ({"starts_on": TODAY, "ends_on": date(2020, 1, 1)}, "slutar innan den börjar"),
    ],
)
def test_what_cannot_be_is_told(said: dict, words: str) -> None:
    law("2025:400")

    with pytest.raises(RuleBrokenError, match=words):
        law(**{"number": "2030:1", **said})

    assert Law.objects.count() == 1


def test_what_is_changed_is_to_be_looked_up_anew_and_then_is() -> None:
    found, actor = law(), make.operator()
    place = actions.add_provision(found, "10 kap. 8 §", "SIP", actor=actor)
    actions.verify_law(found, actor=actor)
    place.refresh_from_db()
    assert (found.verified_on, place.verified_on) == (TODAY, TODAY)

    actions.change_law(found, about(found, title="Ny socialtjänstlag"), actor=actor)

    assert found.verified_on is None


def test_the_page_tells_of_what_cites_it_mentions_it_and_came_before() -> None:
    old, new = replaced_law()
    plan, other = decided("Plan för skolnärvaro"), decided("Rutin för orosanmälan")
    cite_law(plan, new.pk, "10 kap. 8 §", actor=make.operator())
    edition(other, "Enligt socialtjänstlagen (2025:400) gör vi en samordnad plan.")

    page = told(at(make.account_with(Role.AUDITOR)).get(reverse("governance:law", args=[new.pk])))

    for words in ("Plan för skolnärvaro", "Rutin för orosanmälan", str(old), "inte kontrollerad"):
        assert words in page


def test_a_law_is_found_by_its_number_and_by_one_printed_wrong() -> None:
    found = law("SOSFS 2011:9", "Ledningssystem", misprints=("SOSFS 2011:19",))
    reader = make.account_with(Role.AUDITOR)

    page = told(at(reader).get(reverse("governance:laws"), {"ord": "2011:19"}))

    assert str(found.pk) in page


def test_the_search_finds_a_law() -> None:
    found = law("2023:196", "Lagen om brottsförebyggande arbete")

    hits = search.find(make.actor(Role.AUDITOR), "brottsförebyggande")

    assert [hit.object_id for hit in hits] == [found.pk]


def test_a_convention_has_no_number_and_is_called_by_its_name() -> None:
    keeper = at(make.account_with(Role.COORDINATOR))
    said = {"title": "Konventionen om barnets rättigheter", "kind": "convention"}
    for name in ("Barnkonventionen", "Europakonventionen"):
        answer = keeper.post(reverse("governance:add-law-save"), {**said, "short_name": name})
        assert answer.status_code == 302
    make.operator()
    found = Law.objects.get(short_name="Barnkonventionen")
    plan = decided()
    cite_law(plan, found.pk, "artikel 12", actor=make.operator())

    pages = [
        told(keeper.get(reverse(f"governance:{name}", args=arguments)))
        for name, arguments in (
            ("law", [found.pk]),
            ("laws", []),
            ("document", [plan.pk]),
            ("cite-law-in-document", [plan.pk]),
            ("add-duty", []),
        )
    ]

    assert (found.key, str(found)) == ("barnkonventionen", "Barnkonventionen")
    for page in pages:
        assert "onventionen" in page
        assert "()" not in page


def test_what_replaces_a_law_without_number_is_told_of_each() -> None:
    new = law("2025:400")
    olds = [
        actions.add_law(
            actions.About(
                LawKind.OTHER, name, name, "", ends_on=date(2025, 7, 1), replaced_by_id=new.pk
            ),
            actor=make.operator(),
        )
        for name in ("Länets rutin", "Länets riktlinje")
    ]
    plan = decided()
    for old in olds:
        cite_law(plan, old.pk, actor=make.operator())

    found = [each.alarm for each in alarms(make.actor(Role.AUDITOR))]

    replaced = [each.about[0] for each in found if each.kind == AlarmKind.LAW_REPLACED]
    assert sorted(map(str, replaced)) == ["Länets riktlinje", "Länets rutin"]


def test_a_law_without_number_is_nothing_to_the_library() -> None:
    about_it = actions.About(LawKind.CONVENTION, "BK", "Barnkonventionen", "")
    own = actions.add_law(about_it, actor=make.operator())

    bring_library(actor=make.operator())

    assert not Law.objects.filter(replaced_by=own).exists()
    assert would_bring(actor=make.operator()).updated == []
