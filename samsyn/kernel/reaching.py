"""Where a text says how a person is reached: telephone, street address, private e-mail."""

import re
from collections.abc import Iterator

_DASH = r"\-\u2011\u2013"  # of a telephone number: hyphens and the en dash
_GAP = rf"[\s.{_DASH}]{{0,3}}"
_ABROAD = rf"(?:\+|00)46{_GAP}(?:\(0\){_GAP})?[1-9]\d{{0,2}}"
# 08, or three or four digits; those of mobiles begin with 07 (PTS, the Swedish numbering plan).
_AT_HOME = r"\(?0(?:8|[1-9]\d{1,2})\)?"
_SUBSCRIBER = rf"[1-9]\d{{0,4}}(?:{_GAP}\d{{2,4}}){{1,3}}"
_PHONE = re.compile(
    rf"(?<![\w.,:/§{_DASH}])(?:{_ABROAD}|{_AT_HOME}){_GAP}/?{_GAP}{_SUBSCRIBER}(?![\w/:]|[.,]\d)"
)
_LENGTHS = range(7, 10)  # without the first nought

_ENDINGS = (
    "gata gatan väg vägen stig stigen gränd gränden allé allén torg torget backe backen slingan "
    "kroken ringen leden stråket svängen esplanaden kajen"
).replace(" ", "|")
# What is counted after a name that ends as a street does: a youth centre has its visitors.
_COUNTED = "år|barn|elever|unga|ungdomar|platser|timmar|procent|kr|st|aktiviteter"
_NUMBER = rf"\s(?!0)\d{{1,3}}(?:\s?[A-Za-z](?!\w))?(?![\w§%]|[.,:/–-]\d|\s?%|\s(?:{_COUNTED})\b)"
_STREET = re.compile(
    rf"(?<!\w)(?:[A-ZÅÄÖÉ]\w{{0,20}}(?::[st])? ){{0,2}}(\w{{0,30}}?(?:{_ENDINGS})){_NUMBER}"
)
# Written without a capital, these alone are sure to be streets.
_SURE = re.compile(r"\w{2,}(?:gata|gatan|vägen|stigen|gränden)")
_ROADS = re.compile(r"(?i:riks|läns|europa|motor|cykel|gång|halv|järn|huvud)väg(?:en)?")

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10})\b", re.IGNORECASE
)
_PRIVATE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|yahoo|proton|protonmail|telia|comhem"
    r"|bredband|tele2|spray|home|glocalnet|passagen|bahnhof|tuta|gmx)\.\w{2,4}"
    r"|(?:.+\.)?(?:elev|elever|student|edu|skola)\..+",
    re.IGNORECASE,
)


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Find Swedish telephone numbers, at home or in an office.

    >>> text = "Ring 08-465 004 00 eller +46 (0)70 174 06 05, dnr 2025.355"
    >>> [text[start:end] for start, end in phones(text)]
    ['08-465 004 00', '+46 (0)70 174 06 05']
    """
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        national = re.sub(r"^(?:00)?46|^0", "", digits)
        if len(national) in _LENGTHS:
            yield match.span()


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Find a street with a number.

    >>> text = "Bor på Norra Storgatan 12 B, nära riksväg 40. Granängsringen 2022"
    >>> [text[start:end] for start, end in addresses(text)]
    ['Norra Storgatan 12 B']
    """
    for match in _STREET.finditer(text):
        has_capital = match[0][0].isupper()
        if (has_capital or _SURE.fullmatch(match[1])) and not _ROADS.fullmatch(match[1]):
            yield match.span()


def private_emails(text: str) -> Iterator[tuple[int, int]]:
    """Find addresses that belong to persons: those of a work place say who works there only.

    >>> text = "kalle@gmail.com, bun@example.se, lisa.a@elev.example.se"
    >>> [text[start:end] for start, end in private_emails(text)]
    ['kalle@gmail.com', 'lisa.a@elev.example.se']
    """
    return (match.span() for match in _EMAIL.finditer(text) if _PRIVATE.fullmatch(match[1]))
