from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory
from django.utils import translation

from samsyn.pages import errors


def test_a_missing_page_says_nothing_of_what_is_missing(rf: RequestFactory) -> None:
    response = errors.not_found(rf.get("/organ/hemligt/"), Http404("No Body matches the query"))

    assert response.status_code == 404
    assert "Sidan finns inte" in response.content.decode()
    assert "Body" not in response.content.decode()
    assert "hemligt" not in response.content.decode()


def test_a_refusal_is_told_in_its_own_sentence(rf: RequestFactory) -> None:
    response = errors.forbidden(rf.get("/"), PermissionDenied("Bara samordnaren kan ändra det."))

    assert response.status_code == 403
    assert "Bara samordnaren kan ändra det." in response.content.decode()


def test_a_refusal_without_a_sentence_is_told_all_the_same(rf: RequestFactory) -> None:
    response = errors.forbidden(rf.get("/"), PermissionDenied())

    assert "Du har inte behörighet" in response.content.decode()


def test_a_form_that_was_open_too_long_is_not_blamed_on_the_person(rf: RequestFactory) -> None:
    response = errors.csrf_failure(rf.post("/"), reason="CSRF cookie not set.")

    assert response.status_code == 403
    assert "ladda om sidan" in response.content.decode()
    assert "CSRF" not in response.content.decode()


def test_a_failure_of_ours_needs_no_database_to_be_told(rf: RequestFactory) -> None:
    response = errors.server_error(rf.get("/"))

    assert response.status_code == 500
    assert "Något gick fel hos oss" in response.content.decode()


def test_a_question_that_cannot_be_read_is_told_so(rf: RequestFactory) -> None:
    assert errors.bad_request(rf.get("/"), Exception("Invalid HTTP_HOST")).status_code == 400


def test_what_went_wrong_is_told_in_the_language_of_the_reader(rf: RequestFactory) -> None:
    with translation.override("en"):
        response = errors.not_found(rf.get("/"), Http404())

    assert '<html lang="en"' in response.content.decode()
    assert "The page does not exist" in response.content.decode()
