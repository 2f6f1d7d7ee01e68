"""Names that sound Swedish and belong to nobody, put together from a few common parts."""

from itertools import product
from random import Random

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
_TITLES = """
    Förvaltningschef Enhetschef Samordnare Rektor Kurator Fältassistent Handläggare Utredare
    Skolsköterska Fritidsledare Verksamhetschef Socialsekreterare Säkerhetssamordnare Ekonom
    Utvecklingsledare Familjebehandlare Specialpedagog Nämndsekreterare
""".split()


def persons(random: Random, count: int) -> list[tuple[str, str]]:
    """Given name and family name; namesakes happen, as they do."""
    families = family_names()
    return [(random.choice(_GIVEN), random.choice(families)) for _ in range(count)]


def family_names() -> list[str]:
    joined = ((start, end) for start, end in product(_NATURE, _FAMILY_ENDS) if start.lower() != end)
    return [start + end for start, end in joined]


def places(random: Random, count: int) -> list[str]:
    """Different places, as long as the parts suffice, and then numbered."""
    known = [start + end for start, end in product(_NATURE, _PLACE_ENDS)]
    random.shuffle(known)
    return [known[n % len(known)] + _number(n // len(known)) for n in range(count)]


def fields(random: Random, count: int) -> list[str]:
    known = random.sample(_FIELDS, len(_FIELDS))
    return [known[n % len(known)] + _number(n // len(known)) for n in range(count)]


def title(random: Random) -> str:
    return random.choice(_TITLES)


def _number(rounds: int) -> str:
    return f" {rounds + 1}" if rounds else ""
