import pytest

from tests.examples import collaboration_files as written

pytestmark = pytest.mark.skipif(not written.SEEDS.is_dir(), reason="the sources are not here")


@pytest.mark.parametrize("place", written.PLACES)
def test_every_quote_stands_in_its_source(place: str) -> None:
    texts = {key: written.seed(number) for key, number in written.QUOTED_FROM[place].items()}
    quoted = [(key, source) for key, source in written.every_source(place) if "quote" in source]

    astray = [
        f"{key}: {source['quote']}"
        for key, source in quoted
        if written.on_one_line(source["quote"]) not in texts[source["document"]]
    ]

    assert quoted
    assert astray == []


@pytest.mark.parametrize("place", written.PLACES)
def test_what_is_cited_from_a_text_is_quoted(place: str) -> None:
    cited = written.QUOTED_FROM[place]
    unquoted = [
        key
        for key, source in written.every_source(place)
        if source["document"] in cited and "quote" not in source
    ]

    assert unquoted == []


@pytest.mark.parametrize("place", written.PLACES)
def test_the_number_and_the_day_of_a_document_stand_in_it(place: str) -> None:
    for key, number in written.QUOTED_FROM[place].items():
        document, text = written.section(place, "documents")[key], written.seed(number)

        assert document.get("number", "") in text
        assert document.get("dated_on", "") in text
