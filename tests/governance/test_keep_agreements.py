"""Agreements are added and described in parts, and what is wrong is refused in words."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from samsyn.access.api import Role
from samsyn.governance.actions import agreement_parts, agreements
from samsyn.governance.models import (
    Agreement,
    AgreementKind,
    Block,
    Clause,
    Edition,
    Party,
    Renewal,
)
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions as organisation
from tests import factories as make
from tests import governance_rows as rows
from tests.forums.sending import pdf, posted, zipped
from tests.governance.visiting import get, post, send, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(db: None) -> Any:
    return make.account_with(Role.COORDINATOR)


def kept(of: Agreement) -> Agreement:
    make.operator()
    return Agreement.objects.get(pk=of.pk)


def test_an_agreement_is_added_with_what_is_known(keeper: Any) -> None:
    answers = {"title": "Avtal med polisen", "kind": "police", "renewal": "one_year"}

    answer = send(keeper, "create-agreement", **answers)

    make.operator()
    made = Agreement.objects.get()
    assert answer.url == f"/avtal/{made.pk}/"
    shown = told(get(keeper, "agreement", made.pk))
    assert "Utkast: ingen part har beslutat eller skrivit under." in shown
    for gap in ("Syftet är inte beskrivet", "Ingen äger avtalet", "Inga parter"):
        assert gap in shown


def test_what_ends_before_it_starts_is_refused(keeper: Any) -> None:
    of = rows.agreement()
    answers = {"renewal": "fixed", "starts_on": "2026-01-01", "ends_on": "2025-12-01"}

    refused = send(keeper, "describe-agreement-period", of.pk, **answers)

    assert (refused.status_code, kept(of).starts_on) == (422, None)
    assert "Perioden slutar innan den börjar." in told(refused)


def test_predecessors_in_a_circle_are_refused(keeper: Any) -> None:
    first = rows.agreement("Det första")
    second = rows.agreement("Det andra", predecessor_id=first.pk)

    refused = send(
        keeper, "describe-agreement-period", first.pk, renewal="fixed", predecessor=second.pk
    )

    assert refused.status_code == 422
    assert "efterträda eller ligga under sig självt" in told(refused)
    assert kept(first).predecessor_id is None


def test_a_board_is_party_once(keeper: Any) -> None:
    of, board = rows.agreement(), rows.board()
    rows.party(of, board)

    refused = send(keeper, "add-party", of.pk, body=board.pk)

    make.operator()
    assert (refused.status_code, Party.objects.count()) == (422, 1)
    assert "Organet är redan part i avtalet." in told(refused)


def test_one_who_has_ended_cannot_own_the_follow_up() -> None:
    of, ended = rows.agreement(), make.position()
    organisation.end_position(ended, ends_on=date(2026, 1, 1), actor=make.operator())

    with pytest.raises(RuleBrokenError, match="har upphört"):
        rows.followed_up(of, ended)

    assert kept(of).follow_up_owner_id is None


def test_other_parts_are_described_although_the_owner_has_ended_since() -> None:
    owner = make.position()
    of = rows.agreement(owner_id=owner.pk)
    organisation.end_position(owner, ends_on=date(2026, 1, 1), actor=make.operator())
    same = {"owner_id": owner.pk, "responsibilities": "Styrgruppen leder."}

    agreements.describe_agreement(kept(of), same, actor=make.operator())

    assert kept(of).responsibilities == "Styrgruppen leder."


def test_an_informal_one_is_activated_by_its_follow_up_alone() -> None:
    of = rows.agreement(kind=AgreementKind.INFORMAL)
    with pytest.raises(RuleBrokenError, match="Ingen funktion äger uppföljningen"):
        agreements.activate_agreement(of, make.TODAY, actor=make.operator())

    rows.followed_up(of)
    agreements.activate_agreement(of, make.TODAY, actor=make.operator())

    assert kept(of).activated_on == make.TODAY


def test_an_active_agreement_keeps_its_follow_up() -> None:
    of = rows.followed_up(rows.agreement(kind=AgreementKind.INFORMAL))
    agreements.activate_agreement(of, make.TODAY, actor=make.operator())

    with pytest.raises(RuleBrokenError, match="Skriv hur avtalet följs upp"):
        agreements.describe_agreement(of, {"follow_up": ""}, actor=make.operator())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("avtal.pdf", b"<!DOCTYPE html><html></html>", "Webbsidor tas inte emot"),
        ("avtal.txt", "Vi är överens.".encode(), "ska vara en PDF"),
        ("avtal.docx", zipped(word__document_xml=b"0" * 210_000_000), "för stor när den packas"),
        ("avtal.pdf", b"%PDF-" + b"0" * 20_000_000, "Högst 20 MB"),
        ("avtal.pdf", b"", "tom"),
    ],
)
def test_a_signed_file_that_is_none_is_refused(
    keeper: Any, name: str, content: bytes, said: str
) -> None:
    of = rows.agreement()

    refused = send(keeper, "add-agreement-file", of.pk, sent=posted(name, content), is_signed="on")

    make.operator()
    assert (refused.status_code, Edition.objects.count()) == (422, 0)
    assert said in told(refused)


def test_files_stay_when_newer_ones_come(keeper: Any) -> None:
    of = rows.agreement()
    for name in ("ett.pdf", "två.pdf"):
        send(keeper, "add-agreement-file", of.pk, sent=posted(name, pdf(name)))

    make.operator()
    assert list(Edition.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_a_party_that_has_decided_is_not_removed(keeper: Any) -> None:
    of = rows.agreement()
    partner = rows.party(of)
    rows.agreed(of)

    post(keeper, "remove-party", partner.pk)

    make.operator()
    assert Party.objects.filter(pk=partner.pk).exists()


def test_a_clause_that_is_missing_is_red_and_then_shown(keeper: Any) -> None:
    of = rows.agreement()
    before = told(get(keeper, "agreement", of.pk))

    send(keeper, "add-clause", of.pk, block="goals", text="Fler i skolan.")
    make.operator()
    clause = Clause.objects.get()
    send(keeper, "review-clause", clause.pk, reviewed_on="2026-11-01", evidence="Statistik.")

    after = told(get(keeper, "agreement", of.pk))
    assert before.count("saknas") - after.count("saknas") == 1
    assert "sett över 1 november 2026" in after


def test_the_blocks_are_asked_for_only_where_they_belong(keeper: Any) -> None:
    of = rows.agreement(kind=AgreementKind.ASSOCIATION)

    assert "Gemensamma mål" not in told(get(keeper, "agreement", of.pk))


def test_limits_are_told_as_people_say_them(keeper: Any) -> None:
    of = rows.agreement()
    send(keeper, "add-limit", of.pk, what="Möte", amount="3", unit="weeks")
    send(keeper, "add-limit", of.pk, what="Rapport", by_day="1", by_month="3")
    neither = send(keeper, "add-limit", of.pk, what="Svar")

    shown = told(get(keeper, "agreement", of.pk))
    assert "Möte: inom 3 veckor" in shown
    assert "Rapport: senast 1 mars varje år" in shown
    assert "antingen hur lång tid" in told(neither)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"amount": "3"}, "antingen hur lång tid"),
        ({"by_day": "1"}, "antingen hur lång tid"),
        ({"amount": "3", "unit": "weeks", "by_day": "1", "by_month": "3"}, "antingen hur lång"),
        ({"by_day": "31", "by_month": "2"}, "Den dagen finns inte"),
    ],
)
def test_half_a_limit_is_none(keeper: Any, answers: Any, said: str) -> None:
    refused = send(keeper, "add-limit", rows.agreement().pk, what="Möte", **answers)

    assert refused.status_code == 422
    assert said in told(refused)


def test_a_year_is_summed_beside_the_shares(keeper: Any) -> None:
    of, board, other = rows.agreement(), rows.board("En nämnd"), rows.board("En annan nämnd")
    rows.party(of, board, share_percent=Decimal(60))
    rows.party(of, other, share_percent=Decimal(40))
    for whose, amount in ((board, "750"), (other, "250")):
        assert (
            send(keeper, "settle", of.pk, body=whose.pk, year="2025", amount=amount).status_code
            == 302
        )

    shown = told(get(keeper, "agreement", of.pk))
    assert "75,0 %" in shown
    assert "60 %" in shown
    assert "Summa 1" in shown
    again = send(keeper, "settle", of.pk, body=board.pk, year="2025", amount="1")
    assert "Det finns redan en avräkning" in told(again)


def test_only_a_party_pays() -> None:
    of, stranger = rows.agreement(), rows.board()

    with pytest.raises(RuleBrokenError, match="Bara den som är part"):
        agreement_parts.settle(
            of, stranger.pk, 2025, agreement_parts.Paid(Decimal(1)), actor=make.operator()
        )


def test_a_renewal_that_is_not_stated_is_missing_and_not_guessed(keeper: Any) -> None:
    of = rows.followed_up(rows.agreement(starts_on=date(2022, 3, 15)))
    rows.party(of)
    rows.agreed(of)
    agreements.activate_agreement(of, make.TODAY, actor=make.operator())

    shown = told(get(keeper, "agreement", of.pk))

    assert "Gäller, men det står inte hur länge." in shown
    assert shown.count("Det står inte hur länge avtalet gäller") == 3
    assert "inte angivet" in told(get(keeper, "agreements"))


def test_what_does_not_say_whether_it_goes_on_is_not_said_to_have_ended(keeper: Any) -> None:
    of = rows.agreement(starts_on=date(2022, 3, 15), ends_on=date(2026, 1, 1))
    rows.party(of)
    rows.agreed(of)

    shown = told(get(keeper, "agreement", of.pk))

    assert "tiden har gått ut" in shown
    assert "Tiden gick ut 31 december 2025. Det står inte om avtalet förlängs." in shown
    assert "Slutade gälla" not in shown
    assert "förlängs inte" not in shown


def test_whoever_ends_an_agreement_knows_that_it_does_not_go_on(keeper: Any) -> None:
    of = rows.agreement()

    send(keeper, "end-agreement", of.pk, ends_on="2026-11-16")

    assert kept(of).renewal == Renewal.FIXED
    assert "Slutade gälla efter 16 november 2026." in told(get(keeper, "agreement", of.pk))


def test_renewal_is_told_with_its_days(keeper: Any) -> None:
    of = rows.agreement(starts_on=date(2022, 3, 15), renewal="one_year", notice_months=3)
    rows.party(of)
    rows.agreed(of)

    shown = told(get(keeper, "agreement", of.pk))

    assert "Gäller ett kalenderår i taget. Det förlängs nästa gång 1 januari 2027." in shown
    assert "gör det senast 30 september 2027." in shown


def test_the_form_for_notice_suggests_the_day_that_it_leads_to(keeper: Any) -> None:
    of = rows.agreement(starts_on=date(2022, 3, 15), renewal="until_terminated", notice_months=3)

    form = get(keeper, "end-agreement", of.pk).content.decode()

    assert 'value="2027-02-16"' in form


def test_an_agreement_that_has_ended_says_so(keeper: Any) -> None:
    of = rows.agreement(starts_on=date(2022, 1, 1))
    send(keeper, "end-agreement", of.pk, ends_on="2025-12-31")

    assert "Slutade gälla efter 31 december 2025." in told(get(keeper, "agreement", of.pk))
    assert "redan slutat" in told(send(keeper, "end-agreement", of.pk, ends_on="2026-12-31"))


def test_the_owning_function_may_change_and_a_reader_may_not() -> None:
    owner = make.position()
    of = rows.agreement(owner_id=owner.pk)
    holder = make.holder_of(owner, Role.PARTICIPANT)
    reader = make.account_with(Role.PARTICIPANT)
    answers = {"cost_sharing": "Lika delar."}

    assert send(reader, "describe-agreement-cost", of.pk, **answers).status_code == 403
    assert send(holder, "describe-agreement-cost", of.pk, **answers).status_code == 302
    assert kept(of).cost_sharing == "Lika delar."


def test_who_owns_a_clause_may_say_how_it_goes_and_nothing_else() -> None:
    owner, of = make.position(), rows.agreement()
    promise = agreement_parts.Promise(Block.GOALS, "Fler i skolan.", owner.pk)
    clause = agreement_parts.add_clause(of, promise, actor=make.operator())
    holder = make.holder_of(owner, Role.PARTICIPANT)

    shown = told(get(holder, "agreement", of.pk))

    assert "Se över" in shown
    assert "Ändra" not in shown
    answer = send(holder, "review-clause", clause.pk, reviewed_on="2026-11-01", evidence="Ja.")
    assert answer.status_code == 302


def test_a_reader_is_shown_no_way_that_she_may_not_go() -> None:
    of = rows.agreement()
    rows.party(of)

    shown = get(make.account_with(Role.PARTICIPANT), "agreement", of.pk)

    for word in ("Åtgärda", "Ändra", "Lägg till", "Ta bort", "Skriv", "Avsluta", "Förbered"):
        assert word not in told(shown).partition("Saknas i avtalet")[2].partition("Varför ser")[0]
    for form in ("uppfoljning", "forbered-beslut", "aktivera", "ny-part"):
        assert f"/{form}/" not in shown.content.decode()


def test_a_personal_number_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="personnummer"):
        rows.agreement(purpose="Gäller 20180101-2392.")


def test_what_is_pasted_is_kept_without_what_came_along() -> None:
    of = rows.agreement(
        title=" Avtal\tom\u00a0tidiga  insatser ", purpose="Mål\x0b\uf0b7\tTidigt\u200b"
    )

    assert (of.title, of.purpose) == ("Avtal om tidiga insatser", "Mål\n– Tidigt")
