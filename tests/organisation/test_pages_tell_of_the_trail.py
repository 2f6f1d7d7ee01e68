import pytest
from django.urls import reverse

from tests.organisation.pages import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", ("ge ett konto", "hämta en lista som fil")), ("en", ("give an account", "download"))],
)
def test_what_was_done_is_told_in_words(language: str, words: tuple[str, ...]) -> None:
    world = World()
    world.send("let-sign-in")
    world.send("grant-role")
    world.client.get(reverse("organisation:bodies"), {"hamta": "csv"})

    headers = {"Accept-Language": language}
    shown = world.client.get(reverse("organisation:trail"), headers=headers).content.decode()

    assert [word for word in words if word not in shown] == []
    assert [name for name in ("access.", "organisation.") if f">{name}" in shown] == []
