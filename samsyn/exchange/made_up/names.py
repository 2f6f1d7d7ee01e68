"""Names that sound Swedish and belong to nobody, put together from a few common parts."""

from collections.abc import Iterator
from functools import cache
from itertools import count, product
from random import Random

from django.utils.text import slugify

_GIVEN = """
    Agnes Alva Anders Astrid Axel Birgitta Bo Cecilia Dag Ebba Edvin Elsa Erik Eva Folke Frida Gun
    Gustav Hanna Hjalmar Inga Ivar Johan Kajsa Karin Lars Lena Maja Martin Nils Olle Petra Rut
    Sara Signe Sten Tage Tora Ulla Viktor Yngve Åke Åsa Örjan
""".split()
_NATURE = """
    Alm Asp Berg Björk Blom Dal Ek Fors Gran Hägg Hav Hed Kvarn Lind Ljung Lund Löv Mark Myr Ros
    Sjö Skog Stål Sund Säv Vall Våg Äng Åker Ö
""".split()
_FAMILY_ENDS = "berg blad dal gren holm kvist lund man mark qvist stedt ström vall ås".split()
_PLACE_ENDS = "arp boda by hult inge köping lösa måla rum sala stad torp vik åsa".split()

_FIELDS = """
    social skol kultur fritids miljö bygg trygghets omsorgs arbetsmarknads integrations
    utbildnings folkhälso familje ungdoms elevhälso beredskaps ekonomi fastighets
""".split()
_UNITS = (
    "{}skolan",
    "{} förskola",
    "{} fritidsgård",
    "{} familjecentral",
    "{} resursteam",
    "Elevhälsan {}",
    "Fältgruppen {}",
    "Ungdomsmottagningen {}",
    "Mottagningsenheten {}",
    "Öppenvården {}",
    "{} bibliotek",
    "{} kulturskola",
)
_TITLES = """
    Förvaltningschef Enhetschef Samordnare Rektor Kurator Fältassistent Handläggare Utredare
    Skolsköterska Fritidsledare Verksamhetschef Socialsekreterare Säkerhetssamordnare Ekonom
    Utvecklingsledare Familjebehandlare Specialpedagog Nämndsekreterare
""".split()


def person(random: Random) -> tuple[str, str]:
    """Given name and family name; namesakes happen, as they do."""
    return random.choice(_GIVEN), random.choice(_families())


def persons(random: Random, number: int) -> list[tuple[str, str]]:
    return [person(random) for _ in range(number)]


@cache
def _families() -> list[str]:
    joined = ((start, end) for start, end in product(_NATURE, _FAMILY_ENDS) if start.lower() != end)
    return [start + end for start, end in joined]


def places(random: Random, number: int) -> list[str]:
    """Different places, as long as the parts suffice, and then numbered."""
    known = [start + end for start, end in product(_NATURE, _PLACE_ENDS)]
    random.shuffle(known)
    return [known[n % len(known)] + _number(n // len(known)) for n in range(number)]


def fields(random: Random, number: int) -> list[str]:
    known = random.sample(_FIELDS, len(_FIELDS))
    return [known[n % len(known)] + _number(n // len(known)) for n in range(number)]


def title(random: Random) -> str:
    return random.choice(_TITLES)


def unit(random: Random, place: str) -> str:
    """A place of work: a school, a youth centre, an office."""
    return random.choice(_UNITS).format(place)


def key(text: str) -> str:
    """The text as a key of the file."""
    return slugify(text) or "namnlos"


def like(key: str) -> Iterator[str]:
    """The key, and then others that tell it apart from its namesakes."""
    yield key
    for number in count(2):
        yield f"{key}-{number}"


def _number(rounds: int) -> str:
    return f" {rounds + 1}" if rounds else ""
