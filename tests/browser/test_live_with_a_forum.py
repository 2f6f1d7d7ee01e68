"""From an empty charter to a debt closed in writing, as those who do it would."""

import re
from datetime import date, timedelta

from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from samsyn.access import api as access
from samsyn.post.api import Letter
from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition
from tests.browser.soundness import NARROW
from tests.surroundings import ALINGSAS

FUNCTION = "Förvaltare av Samsyn"
TOLD = "Lugnt på linje 5, men fler vuxna behövs vid stationen på fredagar."
LEFT = "Be bussbolaget om en värd på fredagar"


def test_a_weekly_forum_lives(visit: Visit, owned: Exhibition) -> None:
    leader = visit("administrator")
    forum = _built(leader)
    _thirteen_are_seated(leader)
    _planned(leader, _today())
    meeting = leader.url

    _told_by_phone(visit(viewport=NARROW), _link_to_one_of_them(leader, forum))

    leader.goto(meeting)
    expect(leader.locator("main")).to_contain_text(TOLD)
    _held(leader)
    _approved_and_sent_out(leader)

    leader.goto(forum)
    _planned(leader, _today() + timedelta(days=7))
    debt = leader.locator("#skuld")
    expect(debt).to_contain_text(LEFT)
    _closed_in_writing(leader, debt)
    expect(leader.locator("#skuld")).to_have_count(0)


def _built(page: Page) -> str:
    page.goto(reverse("forums:forums"))
    _follow(page, "Lägg till forum")
    page.get_by_label("Namn", exact=True).fill("Fredagslägesbilden")
    _press(page, "Lägg till")
    expect(page.locator("h1")).to_have_text("Fredagslägesbilden")
    forum = page.url
    page.goto(f"{forum}ansvar/")
    for duty in ("Sammankallande", "Ordförande"):
        _choose(page, duty)
    _press(page, "Spara")
    _follow(page, "Ange hur ofta")
    _press(page, "Lägg till")
    _follow(page, "Lägg till stående punkt")
    page.get_by_label("Punkt", exact=True).fill("Lägesbild")
    _press(page, "Lägg till")
    expect(page.locator("#rytm")).to_contain_text("varje vecka")
    return forum


def _choose(page: Page, question: str) -> None:
    asked = page.get_by_label(re.compile(f"^{question}"))
    offered = asked.locator("option", has_text=FUNCTION)
    asked.select_option(value=offered.get_attribute("value"))


def _today() -> date:
    with access.acting_in(ALINGSAS) as actor:
        return actor.today


def _thirteen_are_seated(page: Page) -> None:
    _follow(page, "Lägg till plats")
    offered = page.get_by_label("Organ").locator("option").all_text_contents()
    names = sorted(set(offered[1:]))[:13]
    page.go_back()
    _follow(page, "Lägg till flera")
    rows = (f"{name}; Kontakt {n}; nr{n}@example.org" for n, name in enumerate(names))
    page.get_by_label("Platser").fill("\n".join(rows))
    _press(page, "Lägg till")
    expect(page.locator("#platser tbody tr")).to_have_count(13)


def _planned(page: Page, day: date) -> None:
    _follow(page, "Planera möte")
    page.get_by_label("Dag", exact=True).fill(day.isoformat())
    _press(page, "Planera")


def _link_to_one_of_them(page: Page, forum: str) -> str:
    page.goto(forum)
    _press(page, "Skicka länkar till dem utan konto")
    with access.acting_in(ALINGSAS):
        letters = Letter.objects.filter(to__endswith="@example.org", text__contains="/delta/")
        assert letters.count() == 13
        text = letters.order_by("to")[0].text
    found = re.search(r"/delta/\S+", text)
    assert found
    return found[0]


def _told_by_phone(page: Page, address: str) -> None:
    page.goto(address)
    field = page.get_by_label("Vad vill ni berätta från er verksamhet?")
    field.fill(TOLD[:20])
    expect(page.get_by_text("Utkastet sparades")).to_be_visible()
    page.context.set_offline(True)
    field.fill(TOLD)
    page.wait_for_timeout(1_000)
    page.context.set_offline(False)
    page.goto(address)
    expect(page.get_by_label("Vad vill ni berätta från er verksamhet?")).to_have_value(TOLD)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    _press(page, "Skicka")
    expect(page.locator("main")).to_contain_text("Skickat")


def _held(page: Page) -> None:
    item = page.locator("article.item").first
    item.get_by_label("Anteckningar").fill("Två har sett samma sak.")
    expect(item.get_by_text("Sparat")).to_be_visible()
    item.get_by_role("link", name="Uppföljning").click()
    page.get_by_label("Vad ska göras").fill(LEFT)
    _choose(page, "Vem äger den")
    page.get_by_label("Klar senast").fill((_today() + timedelta(days=5)).isoformat())
    _press(page, "Lägg till")
    page.locator("article.item").first.get_by_role("button", name="Behandlad").click()
    _press(page, "Mötet är hållet")


def _approved_and_sent_out(page: Page) -> None:
    _follow(page, "Färdigställ anteckningarna")
    page.get_by_label(re.compile(FUNCTION)).check()
    _press(page, "Färdigställ")
    _press(page, "Justera")
    expect(page.locator("main")).to_contain_text("Justerade")
    _follow(page, "Skicka ut")
    page.get_by_label("de som var kallade").check()
    _press(page, "Skicka")
    expect(page.locator("main")).to_contain_text("Anteckningarna skickas.")


def _closed_in_writing(page: Page, debt: Locator) -> None:
    meeting = page.url
    debt.get_by_role("link", name=LEFT).click()
    _follow(page, "Avsluta")
    page.get_by_label("gjort", exact=True).check()
    page.get_by_label("Resultat").fill("Bussbolaget har en värd från den 1 december.")
    _press(page, "Avsluta")
    expect(page.locator("main")).to_contain_text("Bussbolaget har en värd")
    page.goto(meeting)


def _follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()


def _press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()
