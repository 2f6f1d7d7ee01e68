from datetime import date
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from samsyn.pages.api import page_url
from samsyn.pages.forms import control


class BodyForm(forms.Form):
    name = forms.CharField(label="Namn", help_text="Som i beslutet.", max_length=10)
    starts_on = forms.DateField(label="Från och med", initial=date(2023, 1, 5), required=False)
    purpose = forms.CharField(label="Uppdrag", widget=forms.Textarea, required=False)
    level = forms.ChoiceField(
        label="Nivå", choices=[("c", "Chef"), ("o", "Operativ")], widget=forms.RadioSelect
    )
    is_own = forms.BooleanField(label="Egen myndighet", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        if self.data.get("name") == "fel":
            raise forms.ValidationError("Perioden slutar innan den börjar.")
        return self.cleaned_data


class Elements(HTMLParser):
    """Gathers the elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def attribute(self, name: str) -> list[str]:
        return [str(attrs[name]) for _tag, attrs in self.found if name in attrs]

    def named(self, name: str) -> dict[str, str | None]:
        return next(attrs for _tag, attrs in self.found if attrs.get("name") == name)


def page(form: forms.Form, options: str = "") -> str:
    source = '{% load samsyn %}{% form form "Spara" ' + options + " %}"
    return Template(source).render(Context({"form": form, "csrf_token": "t" * 32}))


@pytest.fixture
def refused() -> Elements:
    return Elements(page(BodyForm({"name": "ett alldeles för långt namn"})))


def test_every_error_in_the_summary_leads_to_its_field(refused: Elements) -> None:
    links = [href for href in refused.attribute("href") if href.startswith("#")]

    assert links == ["#id_name", "#id_level"]
    assert {link.removeprefix("#") for link in links} <= set(refused.attribute("id"))


def test_the_error_and_the_help_are_read_with_the_control(refused: Elements) -> None:
    described = str(refused.named("name")["aria-describedby"]).split()

    assert described == ["id_name_helptext", "id_name_error"]
    assert set(described) <= set(refused.attribute("id"))
    assert refused.named("name")["aria-invalid"] == "true"


def test_every_description_and_label_points_at_something(refused: Elements) -> None:
    pointed_at = " ".join(refused.attribute("aria-describedby") + refused.attribute("for")).split()

    assert set(pointed_at) <= set(refused.attribute("id"))


def test_no_two_elements_share_a_name_for_themselves(refused: Elements) -> None:
    ids = refused.attribute("id")

    assert len(ids) == len(set(ids))


def test_an_error_of_the_whole_form_stands_in_the_summary() -> None:
    assert "<li>Perioden slutar innan den börjar.</li>" in page(
        BodyForm({"name": "fel", "level": "c"})
    )


@pytest.mark.parametrize("language", ["sv", "en", "de"])
def test_a_date_is_asked_for_by_the_browser_and_written_as_iso(language: str) -> None:
    with translation.override(language):
        printed = str(control(BodyForm()["starts_on"]))

    assert 'type="date"' in printed
    assert 'value="2023-01-05"' in printed


def test_a_control_has_no_grey_words_in_it() -> None:
    form = forms.Form()
    form.fields["a"] = forms.CharField(widget=forms.TextInput({"placeholder": "Skriv här"}))

    assert "placeholder" not in control(form["a"])


def test_a_choice_of_few_is_a_group_with_one_question() -> None:
    printed = page(BodyForm())

    assert printed.count("<legend") == 1
    assert printed.count('type="radio"') == 2


def test_what_a_person_wrote_comes_back_as_text() -> None:
    printed = page(BodyForm({"name": '"><script>'}))

    assert "<script>" not in printed


def test_a_form_with_a_draft_says_whether_it_was_refused() -> None:
    fresh = page(BodyForm(), 'draft="organ"')
    refused = page(BodyForm({}), 'draft="organ"')

    assert 'data-draft="organ"' in fresh
    assert ("data-refused" in fresh, "data-refused" in refused) == (False, True)


def test_a_form_can_be_sent_only_from_our_own_page() -> None:
    assert 'name="csrfmiddlewaretoken"' in page(BodyForm())


def test_a_page_with_errors_says_so_in_its_title(rf: RequestFactory) -> None:
    source = "{% extends 'pages/document.html' %}{% block title %}Nytt organ{% endblock %}"
    context = {"form": BodyForm({}), "request": rf.get("/")}

    assert "<title>Fel: Nytt organ · Samsyn</title>" in Template(source).render(Context(context))


def test_the_choices_of_a_select_are_escaped_and_the_answer_is_chosen() -> None:
    choices = [("a", "<Förskolan>"), ("b&c", "Skolan")]

    told = Template("{% load samsyn %}{% options choices answer %}").render(
        Context({"choices": choices, "answer": "b&c"})
    )

    assert told == (
        '<option value="a">&lt;Förskolan&gt;</option>'
        '<option value="b&amp;c" selected>Skolan</option>'
    )


def test_a_button_that_posts_has_the_token_its_fields_and_for_whom_it_is() -> None:
    options = "color='danger' fields=hidden about=who"
    source = f"{{% load samsyn %}}{{% post_button 'Ta bort' '/a/?b=1&c' {options} %}}"
    told = {"csrf_token": "t" * 32, "hidden": {"place": '"2"'}, "who": "<Anna>"}

    found = Template(source).render(Context(told))

    elements = Elements(found)
    assert elements.attribute("action") == ["/a/?b=1&c"]
    assert elements.named("csrfmiddlewaretoken")["value"] == "t" * 32
    assert elements.named("place")["value"] == '"2"'
    assert elements.attribute("data-variant") == ["secondary"]
    assert elements.attribute("data-color") == ["danger"]
    assert 'Ta bort<span class="ds-sr-only"> &lt;Anna&gt;</span></button>' in found


def test_a_plain_button_has_no_colour_and_nothing_more_to_be_heard() -> None:
    source = "{% load samsyn %}{% post_button 'Spara' '/' %}"

    found = Template(source).render(Context({"csrf_token": "t" * 32}))

    assert "data-color" not in found
    assert found.endswith('data-variant="secondary">Spara</button></form>')


def test_the_way_to_each_row_is_that_of_its_name_and_key() -> None:
    one, other = UUID(int=1), UUID(int=2)

    told = [page_url("organisation:body", pk) for pk in (one, other, one)]

    assert told == [reverse("organisation:body", args=[pk]) for pk in (one, other, one)]
