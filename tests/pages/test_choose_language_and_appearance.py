import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_chosen_appearance_is_there_on_the_next_page(client: Client) -> None:
    client.post("/utseende/", {"scheme": "dark", "next": "/tillganglighet/"})

    assert 'data-color-scheme="dark"' in client.get("/tillganglighet/").content.decode()


def test_without_a_choice_the_page_looks_as_the_device_does(client: Client) -> None:
    client.cookies["samsyn_appearance"] = '"><script>'

    assert 'data-color-scheme="auto"' in client.get("/tillganglighet/").content.decode()


def test_an_appearance_that_does_not_exist_is_not_kept(client: Client) -> None:
    response = client.post("/utseende/", {"scheme": "pink"})

    assert "samsyn_appearance" not in response.cookies


def test_the_chosen_language_is_there_on_the_next_page(client: Client) -> None:
    client.post("/sprak/", {"language": "en", "next": "/tillganglighet/"})

    page = client.get("/tillganglighet/").content.decode()

    assert '<html lang="en"' in page
    assert "Accessibility statement" in page


@pytest.mark.parametrize("address", ["/sprak/", "/utseende/"])
@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_a_choice_never_leads_away_from_the_site(
    client: Client, address: str, elsewhere: str
) -> None:
    response = client.post(address, {"language": "en", "scheme": "dark", "next": elsewhere})

    assert response["Location"] == "/"


@pytest.mark.parametrize("address", ["/sprak/", "/utseende/", "/tillganglighet/synpunkt/"])
def test_a_choice_is_posted_and_never_fetched(client: Client, address: str) -> None:
    assert client.get(address).status_code == 405


def test_a_choice_made_on_another_site_does_not_count() -> None:
    stranger = Client(enforce_csrf_checks=True)

    assert stranger.post("/utseende/", {"scheme": "dark"}).status_code == 403


def test_the_health_of_the_site_is_told_in_two_letters(client: Client) -> None:
    assert client.get("/halsa/").content == b"ok"
