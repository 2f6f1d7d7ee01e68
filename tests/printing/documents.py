"""A meeting as its secretary would write it down: the pack before it, and the minutes after."""

from collections.abc import Iterator
from datetime import date

from samsyn.printing.document import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Emphasis,
    Fact,
    Facts,
    Heading,
    Inserted,
    Link,
    Numbered,
    PageBreak,
    Paragraph,
    Quote,
    Removed,
    Signature,
    Signatures,
    Strong,
    Table,
    paragraphs,
)

FOLLOW_UPS = Table(
    "Uppföljningar som inte är avslutade",
    (
        Column("Nr"),
        Column("Vad som ska göras"),
        Column("Funktion som svarar"),
        Column("Klart senast"),
        Column("Dagar över tiden", is_number=True),
    ),
    (
        (
            "17/2025",
            "Ta fram en gemensam rutin för överlämning mellan förskola och förskoleklass.",
            "Verksamhetschef förskola, barn- och utbildningsförvaltningen",
            "2025-09-15",
            "38",
        ),
        (
            "19/2025",
            "Fråga barnmottagningen om deltagande i samverkansforum under våren.",
            "BUS-samordnare, kommunledningsförvaltningen",
            "2025-10-01",
            "22",
        ),
        (
            "21/2025",
            "Sammanställa vilka skolor som saknar skolsocialt team, och föreslå en ordning.",
            "Enhetschef, elevhälsan",
            "2025-11-14",
            "–",
        ),
        (
            "22/2025",
            "Bjuda in kommunpolisen till nästa möte.",
            "Samordnare, fritid",
            "2025-11-20",
            "–",
        ),
    ),
)

AGENDA = Table(
    "",
    (Column("Nr", is_number=True), Column("Ärende"), Column("Föredragande"), Column("Tid")),
    (
        ("1", "Öppnande och val av justerare", "Ordföranden", "13.00"),
        ("2", "Uppföljning av föregående möte", "BUS-samordnaren", "13.05"),
        (
            "3",
            "Lägesbild: skolnärvaro och trygghet i Bollmora, Trollbäcken och Strand",
            "Elevhälsan, fritid, polisen",
            "13.20",
        ),
        (
            "4",
            "Tidiga och samordnade insatser: förslag till arbetssätt för läsåret 2025/2026",
            "Projektledaren för TSI",
            "14.00",
        ),
        ("5", "Skadegörelse kring Tyresö centrum", "Kommunpolisen", "14.40"),
        ("6", "Rapporter från deltagarna", "Alla", "15.00"),
        ("7", "Nästa möte och avslutning", "Ordföranden", "15.25"),
    ),
)

ATTENDANCE = Table(
    "",
    (Column("Namn"), Column("Funktion"), Column("Organisation"), Column("Närvaro")),
    (
        ("Anna Lind", "Ordförande, förvaltningschef", "Barn- och utbildningsförvaltningen", "Hela"),
        ("Omar Haddad", "Sekreterare, BUS-samordnare", "Kommunledningsförvaltningen", "Hela"),
        ("Åsa Öberg", "Enhetschef barn och unga", "Socialförvaltningen", "§ 1–4"),
        ("Vakant", "Samordnare skolsociala team", "Barn- och utbildningsförvaltningen", "Ingen"),
    ),
)

SIGNATURES = Signatures(
    (
        Signature("Anna Lind", "Ordförande"),
        Signature("Omar Haddad", "Sekreterare", "Justerat i Samsyn 31 oktober 2025 kl. 9.12"),
        Signature("Åsa Öberg", "Justerare"),
    )
)

_REPORT = (
    "Under hösten har 14 elever haft en frånvaro över 20 procent, mot 19 vid samma tid förra året. "
    "Skolorna arbetar enligt rutinen för skolnärvaro, och elevhälsan deltar från tredje veckan.\n\n"
    "Två fritidsgårdar har haft öppet också på söndagar. Besöken har ökat, men vi vet inte om det "
    "är samma ungdomar som kommer oftare eller nya som har hittat hit.\n\n"
    "Vi ser ett behov av gemensam introduktion för nyanställda, eftersom personalomsättningen har "
    "varit stor."
)

REPORTERS = (
    "Barn- och utbildningsförvaltningen, elevhälsan",
    "Barn- och utbildningsförvaltningen, förskolan",
    "Kultur- och fritidsförvaltningen",
    "Socialförvaltningen, enheten för barn och unga",
    "Polisen, lokalpolisområde Nacka",
    "Region Stockholm, barn- och ungdomspsykiatrin",
    "Svenska kyrkan i Tyresö",
    "Tyresö FF",
)


def meeting_pack() -> Document:
    return Document(
        title="Samverkansforum för barn och unga: handlingar till mötet den 23 oktober 2025",
        made_on=date(2025, 10, 16),
        sender="Tyresö kommun",
        lead="Mötet gäller skolnärvaron under hösten och hur de tidiga insatserna ska samordnas. "
        "Två ärenden är för beslut.",
        facts=(
            Fact("Forum", "Samverkansforum för barn och unga"),
            Fact("Tid", "Torsdag 23 oktober 2025 kl. 13.00–15.30"),
            Fact("Plats", ("Kommunhuset, eller ", Link("på distans", "https://example.org/mote"))),
            Fact("Kallade", "Ordinarie deltagare enligt forumets uppdrag, samt kommunpolisen"),
            Fact("Diarienummer", "KS 2025/0412"),
        ),
        footer="Samverkansforum för barn och unga · KS 2025/0412",
        has_contents=True,
        blocks=(PageBreak(), *_debt(), Heading("Dagordning"), AGENDA, *_proposal(), *_reports()),
    )


def _debt() -> Iterator[Block]:
    yield Heading("Att avsluta: uppföljningar från tidigare möten")
    yield Callout(
        "Två uppföljningar har passerat sin dag",
        ("17/2025 och 19/2025 skulle ha varit klara. Besked lämnas på mötet.",),
    )
    yield FOLLOW_UPS


def _proposal() -> Iterator[Block]:
    yield Heading("Underlag till ärende 4: arbetssätt för läsåret")
    yield from paragraphs(_REPORT)
    yield Paragraph(
        (
            Strong("Förslag till beslut: "),
            "Forumet ställer sig bakom arbetssättet. Det följs upp i mars 2026.",
        )
    )
    yield Bullets(
        (
            "en gemensam ingång för skola och socialtjänst",
            "möte inom två veckor från det att någon har uttryckt oro",
            ("återkoppling till den som anmälde, ", Emphasis("även när inget mer ska göras")),
        )
    )
    yield Quote(
        "Samverkan är beroende av enskilda personer, och uppföljningen sker muntligt.",
        "Granskning av samverkan kring barn och unga, 2023",
    )


def _reports() -> Iterator[Block]:
    yield Heading("Rapporter från deltagarna")
    for reporter in REPORTERS:
        yield Heading(reporter, 2)
        yield from paragraphs(_REPORT)


def minutes(items: int = 7, *, draft: str = "") -> Document:
    return Document(
        title="Protokoll: samverkansforum för barn och unga den 23 oktober 2025",
        made_on=date(2025, 10, 24),
        sender="Tyresö kommun",
        facts=(
            Fact("Diarienummer", "KS 2025/0412"),
            Fact("Tid", "Torsdag 23 oktober 2025 kl. 13.00–15.25"),
            Fact("Plats", "Kommunhuset, sammanträdesrum Bollmora"),
            Fact("Version", "2, rättad den 31 oktober 2025"),
        ),
        draft=draft,
        footer="KS 2025/0412",
        blocks=(
            Heading("Närvarande"),
            ATTENDANCE,
            *(block for number in range(1, items + 1) for block in _item(number)),
            *_correction(),
            Heading("Justering"),
            SIGNATURES,
        ),
    )


def _item(number: int) -> Iterator[Block]:
    yield Heading(f"§ {number} Skolnärvaro och tidiga insatser, del {number}")
    yield from paragraphs(_REPORT)
    yield Heading("Beslut", 2)
    yield Numbered(
        (
            "Forumet ställer sig bakom arbetssättet för läsåret 2025/2026.",
            ("BUS-samordnaren redovisar läget ", Strong("senast den 12 mars 2026"), "."),
        )
    )
    yield Heading("Uppföljning", 2)
    yield FOLLOW_UPS


def _correction() -> Iterator[Block]:
    yield Heading("Rättelse")
    yield Paragraph(("Mötet avslutades kl. ", Removed("15.30"), Inserted("15.25"), "."))
    yield Facts((Fact("Rättat av", "Omar Haddad"), Fact("Skäl", "Fel klockslag")))
