"""The few words that the printers themselves say."""

from collections.abc import Mapping
from dataclasses import dataclass

from samsyn.printing.document import Inserted, Language, Removed


@dataclass(frozen=True, slots=True)
class Words:
    locale: str
    contents: str
    inserted: str
    removed: str

    def around(self, change: Inserted | Removed) -> tuple[str, str]:
        """Give what to say before and after: neither colour nor a stroke is heard or copied.

        >>> WORDS[Language.SWEDISH].around(Removed("maj"))
        ('[struket: ', ']')
        """
        word = self.inserted if isinstance(change, Inserted) else self.removed
        return f"[{word}: ", "]"


WORDS: Mapping[Language, Words] = {
    Language.SWEDISH: Words("sv-SE", "Innehåll", "tillagt", "struket"),
    Language.ENGLISH: Words("en-GB", "Contents", "inserted", "removed"),
}
