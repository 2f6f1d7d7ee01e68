"""How deviations are taken care of where it is written down, to begin a routine of one's own from.

Only what the source says is here: where it states no number of days, there is none.
"""

from dataclasses import dataclass

_GOTHENBURG = (
    "http://www.vardsamverkan.se/organisation/delregionalvardsamverkan/"
    "kommun-och-sjukvard---samverkan-i-goteborgsomradet/styrning-ledning-och-uppfoljning/"
    "avvikelser-om-samverkan-inte-fungerar/"
)
_STOCKHOLM = (
    "https://vardgivarguiden.se/avtal/samverkansomraden/samverkan/"
    "barn-och-unga-i-behov-av-sarskilt-stod-bus/"
)
_HOGLANDET = "https://finsamjonkopingslan.se/hoglandet/aktuella-samverkansfragor/avvikelsehantering-i-samverkan"


@dataclass(frozen=True, slots=True)
class Profile:
    """A way that some follow; `how` is told in words, beside the number when there is one."""

    title: str
    how: str
    source: str
    url: str
    days: int | None = None
    is_local_first: bool = False


PROFILES = (
    Profile(
        title="Som i Göteborgsområdet",
        how=(
            "Enheterna löser det mellan sig så snart som möjligt. Enheten där avvikelsen uppstod "
            "återkopplar till avsändaren inom 60 dagar om åtgärder som är gjorda eller planerade. "
            "Det som kommer tillbaka och inte går att lösa lyfts till gruppen ovanför (Nosam eller "
            "temagruppen). Gäller det psykiatrin lämnas en avidentifierad kopia."
        ),
        source="Kommun och sjukvård, samverkan i Göteborgsområdet",
        url=_GOTHENBURG,
        days=60,
        is_local_first=True,
    ),
    Profile(
        title="Som i Stockholms län (BUS)",
        how=(
            "Enheterna löser det först mellan sig. Annars skrivs en rapport, och en kopia skickas "
            "till BUS-sekretariatet. Sekretariatet informerar Bussam och bedömer om regionala "
            "riktlinjer behövs. Det utreder inte enskilda avvikelser. Avvikelserna sammanställs "
            "varje år."
        ),
        source="Vårdgivarguiden, Region Stockholm",
        url=_STOCKHOLM,
        is_local_first=True,
    ),
    Profile(
        title="Som på Höglandet",
        how=(
            "Avvikelsen rapporteras avidentifierad. Samordnaren tar kontakt med parterna och söker "
            "en lösning tillsammans med dem. Avvikelserna lyfts regelbundet i styrgrupp och "
            "arbetsgrupp, och sammanställs. Det handlar aldrig om rätt och fel."
        ),
        source="Finsam Jönköpings län, Höglandet",
        url=_HOGLANDET,
    ),
)
