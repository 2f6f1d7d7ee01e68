import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.pages.export import neutralised

FORMULA_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
UNSEEN = ["", " ", "\u00a0", "\u200b", "\ufeff", "\u2060", "\t", "\r", "\n", " \u200d "]


@given(st.sampled_from(UNSEEN), st.sampled_from(FORMULA_SIGNS), st.text())
def test_a_formula_never_begins_a_cell(unseen: str, sign: str, rest: str) -> None:
    written = neutralised(unseen + sign + "a" + rest)

    assert written == "'" + unseen + sign + "a" + rest


@given(st.text())
def test_text_is_changed_by_an_apostrophe_or_not_at_all(text: str) -> None:
    assert neutralised(text) in {text, f"'{text}"}


@pytest.mark.parametrize(
    "text", ["-3", "+46 70 123 45 67", "-1 234,5", "+3.14", "Barn- och ungdom", "1=1", "a@b.se", ""]
)
def test_numbers_and_plain_words_stay_readable(text: str) -> None:
    assert neutralised(text) == text


@pytest.mark.parametrize(
    "text", ["-3+1", "+46-70", "-2+cmd|' /C calc'!A0", "+A1", "-٣", "-", "\tx"]
)
def test_what_only_begins_as_a_number_is_neutralised(text: str) -> None:
    assert neutralised(text) == f"'{text}"
