"""Which words of a Swedish text may be the name of a person, told without a list of names."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W\d_]+)*")
# The point after an initial ends no sentence, nor one after a line that was only too long.
_BREAK = re.compile(r"(?:(?<![\s.][A-ZÅÄÖ])(?<!åk)[.!?]|[•▶|])(?:\s|$)|\n\s{0,20}[\n•▶*-]")
_FEW = 6

# Words that begin sentences, so that their capital says nothing there.
_OPENINGS = frozenset(
    """
    alla allt andra antal att av barn barnen barnet båda cirka de dem den denna dessa det detta du
    där efter elev elever eleven eleverna en enkät ett fem flera flicka flickan flickor flickorna
    från fyra för första gruppen gymnasiet han har hen hon hos hälften i idag inför inga ingen inom
    insatser ja just kille killen killar killarna klass klasser klassen kring lärare läraren man
    med medan mellan men mer mest minskning minst mobila mål målgrupp måste möte möten mötet nej nu
    när också och om omkring ordförande personer pojke pojkar pojken pojkarna projekt på rektor
    rektorn samtliga sedan sex ska som stöd ta till tio tjej tjejen tjejer totalt tre trots två
    under unga ungdom ungdomar ungdomarna ungdomen upp ur utan vad var varje vi vid vuxna vår våra
    åk år årskurs åtta är ökning över öppen öppna tabell figur bilaga sida kapitel avsnitt punkt
    besök besöket besöken föreläsning föreläsningen lektion lektionen träff träffen träffar samtal
    föräldramöte vandring vandringen information utbildning kurs
    version del steg nivå fas grupp sal buss linje måndag tisdag onsdag torsdag fredag lördag söndag
    """.split()
)
# Names of other things than persons, wherever they stand.
_KNOWN = frozenset(
    """
    region regionen kommun kommunen polis polisen socialtjänst socialtjänsten skola skolan elevhälsa
    kurator kuratorn rektor minimaria sip sverige stockholm göteborg malmö uppsala tyresö
    alingsås nacka europa norden
    """.split()
)
_INSTITUTIONS = re.compile(
    r"\w{2,}(?:skolan?|skolor(?:na)?|gård(?:en|ar|arna)?|förvaltning(?:en)?|enhet(?:en)?"
    r"|nämnd(?:en)?|team(?:et)?|grupp(?:en)?|mottagning(?:en)?|myndighet(?:en)?|kyrkan|förening(?:en)?"
    r"|förbund(?:et)?|centrum|centralen|huset|byrån|verket|styrelsen|tjänsten|hälsan|vården|polisen"
    r"|nätverket|enkäten|undersökning(?:en)?|bibliotek(?:et)?|kommun|lagen|planen|ningar|ningen"
    r"|arna|erna|orna|heten|tioner)s?"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands; `is_first` in its sentence, where a capital says nothing."""

    text: str
    start: int
    end: int
    is_first: bool

    @property
    def is_name(self) -> bool:
        """Written as a name is, and neither an ordinary word nor an institution.

        >>> said = Reading("Eleven Ali-Reza vid Björkskolan på BUP").words(0, 99)
        >>> [word.text for word in said if word.is_name]
        ['Ali-Reza']
        """
        return (
            self.text[0].isupper()
            and self.text[1:2].islower()
            and self.text.lower() not in (_KNOWN | _OPENINGS if self.is_first else _KNOWN)
            and not _INSTITUTIONS.fullmatch(self.text)
        )

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.text.isupper()


class Reading:
    """A text read once, so that looking around in it is quick however often it is done."""

    def __init__(self, text: str) -> None:
        self._words = [_word(text, match) for match in _WORD.finditer(text)]
        self._starts = [word.start for word in self._words]
        self._breaks = [match.span() for match in _BREAK.finditer(text)]
        self._break_ends = [end for _, end in self._breaks]

    def sentence(self, start: int, end: int, reach: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends, no further off than `reach`.

        >>> text = "Möte hölls. Ali A. är 13 år. Nästa möte är i maj."
        >>> text[slice(*Reading(text).sentence(22, 27, 40))]
        'Ali A. är 13 år'
        """
        first, last = max(0, start - reach), end + reach
        before = bisect_right(self._break_ends, start)
        after = bisect_left(self._breaks, (end,))
        if before:
            first = max(first, self._break_ends[before - 1])
        if after < len(self._breaks):
            last = min(last, self._breaks[after][0])
        return first, last

    def words(self, start: int, end: int) -> list[Word]:
        return self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _word(text: str, match: re.Match[str]) -> Word:
    before = text[max(0, match.start() - _FEW) : match.start()].rstrip(" \"”»'’([*_#-–\t")
    return Word(match[0], *match.span(), not before or before[-1] in ".!?:;•▶\n|>")
