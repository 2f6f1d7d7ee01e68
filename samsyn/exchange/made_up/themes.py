"""What forums that do not exist are for: their names and charters, put together from parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from samsyn.forums.api import ForumKind, SchoolForm

_PRESCHOOL, _COMPULSORY = SchoolForm.PRESCHOOL, SchoolForm.COMPULSORY
_CLASS, _UPPER = SchoolForm.PRESCHOOL_CLASS, SchoolForm.UPPER_SECONDARY


@dataclass(frozen=True, slots=True)
class Theme:
    """Something to meet about, and the children that it is about."""

    name: str
    focus: tuple[str, ...]
    ages: tuple[int, int]
    forms: tuple[SchoolForm, ...]


THEMES = (
    Theme("trygghet i skolan", ("Trygghet", "Studiero"), (6, 16), (_CLASS, _COMPULSORY)),
    Theme("barn som utsätts för våld", ("Våld i nära relationer", "Skydd"), (0, 18), ()),
    Theme("skolfrånvaro", ("Skolnärvaro", "Elevhälsa"), (6, 18), (_COMPULSORY, _UPPER)),
    Theme("tidiga samordnade insatser", ("Tidiga insatser",), (0, 12), (_PRESCHOOL, _COMPULSORY)),
    Theme("ungas psykiska hälsa", ("Psykisk hälsa", "Elevhälsa"), (10, 20), (_COMPULSORY, _UPPER)),
    Theme("alkohol, tobak och droger", ("Droger", "Tobak"), (12, 20), (_COMPULSORY, _UPPER)),
    Theme("föräldraskapsstöd", ("Föräldraskap", "Tidiga insatser"), (0, 18), (_PRESCHOOL,)),
    Theme("övergångar mellan skolformer", ("Övergångar",), (5, 16), (_PRESCHOOL, _CLASS)),
    Theme("ungas fritid", ("Fritid", "Delaktighet"), (10, 20), ()),
    Theme("brottsförebyggande arbete", ("Trygghet", "Brott"), (10, 20), (_COMPULSORY, _UPPER)),
    Theme("nyanlända barn", ("Nyanlända", "Språk"), (0, 18), (_PRESCHOOL, _COMPULSORY)),
    Theme("placerade barns skolgång", ("Placerade barn", "Skolnärvaro"), (6, 18), (_COMPULSORY,)),
    Theme("små barns språk", ("Språk", "Läsning"), (0, 6), (_PRESCHOOL, _CLASS)),
    Theme("goda levnadsvanor", ("Rörelse", "Mat och sömn"), (0, 20), (_PRESCHOOL, _COMPULSORY)),
    Theme("ungas liv på nätet", ("Nätet", "Kränkningar"), (9, 18), (_COMPULSORY,)),
    Theme("säkra skolvägar", ("Trafik", "Utemiljö"), (6, 16), (_CLASS, _COMPULSORY)),
    Theme("barns rätt att bli hörda", ("Barnets rättigheter", "Delaktighet"), (0, 18), ()),
    Theme("unga som varken arbetar eller studerar", ("Aktivitetsansvar",), (16, 20), (_UPPER,)),
    Theme("barn med funktionsnedsättning", ("Funktionsnedsättning", "Habilitering"), (0, 20), ()),
    Theme("trygga kvällar i centrum", ("Trygghet", "Utemiljö"), (13, 20), (_UPPER,)),
)
_CALLED = {
    ForumKind.STEERING_GROUP: "Styrgruppen för {}",
    ForumKind.MANAGEMENT_GROUP: "Ledningsgruppen för {}",
    ForumKind.PRESIDIUM: "Presidiet för {}",
    ForumKind.WORKING_GROUP: "Arbetsgruppen för {}",
    ForumKind.PROJECT_GROUP: "Projektgruppen för {}",
    ForumKind.NETWORK: "Nätverket för {}",
    ForumKind.BIG_MEETING: "Stormöte om {}",
    ForumKind.WEEKLY_PICTURE: "Gemensam lägesbild om {}",
    ForumKind.OTHER: "Samverkan om {}",
}
_PURPOSES = (
    "Att samla dem som möter barn och unga i arbetet med {theme}, så att insatserna hänger ihop.",
    "Att ge en gemensam bild av läget när det gäller {theme} och komma överens om vem som gör vad.",
    "Att samordna arbetet med {theme} mellan skolan, socialtjänsten och övriga parter.",
    "Att utbyta erfarenheter om {theme} och sprida arbetssätt som visat sig fungera.",
    "Att bereda frågor om {theme} inför beslut och följa vad besluten leder till.",
    "Att tidigt upptäcka behov som rör {theme} och se till att någon tar ansvar för dem.",
)
_AND = (
    "Forumet ska inte ersätta det arbete som varje verksamhet har ansvar för.",
    "Erfarenheterna förs vidare till dem som kan fatta beslut.",
    "Barnens egna erfarenheter ska finnas med i det som tas upp.",
    "Arbetet utgår från den lokala överenskommelsen.",
    "Här möts verksamheter som annars arbetar var för sig.",
)
_GOALS = (
    "Färre barn faller mellan verksamheterna.",
    "Alla parter vet vem som är ansvarig för vad när det gäller {theme}.",
    "Det som beslutas är gjort inom tre månader.",
    "Varje läsår följs upp skriftligt och redovisas för nämnderna.",
    "Stödet i fråga om {focus} kommer i gång tidigare än förut.",
    "Fler barn säger att de får vara med och bestämma om {focus}.",
    "Samma arbetssätt används i hela kommunen.",
)
_TARGETS = (
    "Barn och unga {low}–{high} år",
    "Barn {low}–{high} år och deras vårdnadshavare",
    "Alla mellan {low} och {high} år i kommunen",
    "Unga som behöver stöd i fråga om {focus}, {low}–{high} år",
)
_DECIDES = (
    "Får fördela uppgifter mellan de verksamheter som deltar.",
    "Får besluta om gemensamma aktiviteter inom ram.",
    "Får ta fram rutiner för de verksamheter som deltar.",
)
_REFERS = (
    "Frågor om pengar och personal förs till styrgruppen.",
    "Det som rör flera förvaltningar förs till ledningsgruppen.",
    "Principiella frågor förs till nämnden.",
)
_NOT_DISCUSSED = (
    "Enskilda barn tas inte upp.",
    "Enskilda ärenden och personalfrågor tas inte upp.",
)
_FOLLOWED_UP = (
    "En skriftlig sammanställning lämnas till styrgruppen varje år.",
    "Målen gås igenom på vårens sista möte.",
    "Deltagarna svarar på en enkät i slutet av varje läsår.",
)
AGENDA = (
    "Föregående anteckningar",
    "Laget runt",
    "Uppföljning av det som är beslutat",
    "Lägesbild",
    "Nuläget i verksamheterna",
    "Frågor från deltagarna",
    "Nästa möte",
)


def called(kind: ForumKind, theme: Theme) -> str:
    return _CALLED[kind].format(theme.name)


def formerly_called(theme: Theme) -> str:
    return f"Referensgruppen för {theme.name}"


def purpose(random: Random, theme: Theme) -> str:
    sentences = [random.choice(_PURPOSES).format(theme=theme.name)]
    return " ".join([*sentences, *random.sample(_AND, random.randrange(3))])


def goals(random: Random, theme: Theme) -> str:
    chosen = random.sample(_GOALS, random.randint(1, 3))
    return "\n".join(_filled(goal, theme) for goal in chosen)


def target_group(random: Random, theme: Theme) -> str:
    return _filled(random.choice(_TARGETS), theme)


def mandate(random: Random) -> dict[str, str]:
    sentences = {"decides": _DECIDES, "refers": _REFERS, "not_discussed": _NOT_DISCUSSED}
    return {field: random.choice(chosen) for field, chosen in sentences.items()}


def follow_up(random: Random) -> str:
    return random.choice(_FOLLOWED_UP)


def agenda(random: Random) -> Sequence[str]:
    """Some of what is taken up every time, in the order in which it is."""
    chosen = set(random.sample(AGENDA, random.randint(3, 5)))
    return [title for title in AGENDA if title in chosen]


def _filled(sentence: str, theme: Theme) -> str:
    low, high = theme.ages
    focus = theme.focus[0].lower()
    return sentence.format(theme=theme.name, focus=focus, low=low, high=high)
