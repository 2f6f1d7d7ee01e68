"""Every page of the site, with something to see on it, and as whom one sees it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.urls import URLPattern, get_resolver, reverse

from samsyn.access.api import ACTIONS, Account, first_sign_in_link
from samsyn.config.checks import addresses
from tests.browser.exhibition import CAREFUL, Exhibition

Where = Callable[[Exhibition], str]
NOWHERE = str(UUID(int=0))

# Answers that are no page: a file, data for a script, and what only takes a post.
NOT_PAGES = frozenset(
    """
    health mfa_login_webauthn mfa_download_recovery_codes send-feedback language appearance
    download-archive download-json download-workbook template schema feed material-file
    meeting-ics watch-meeting
    edition memo-pdf memo-docx political-pack-pdf political-pack-docx
    pack-pdf pack-docx minutes-pdf minutes-docx minute-book-pdf minute-book-docx
    print-consultation-pdf print-consultation-docx print-deviations-pdf print-deviations-docx
    print-initiative-pdf print-initiative-docx
    """.split()
)
# Pages behind a link, and what the link to each is called among what is shown.
_BY_LINK = {
    "by-link": "link",
    "report-for-body": "link of a body",
    "report-for-forum": "link of a forum",
    "receipt": "link to a receipt",
}
# Who sees a page that asks for no role.
_SIGNED_OUT = frozenset(
    """
    account_login account_inactive account_reset_password account_reset_password_done
    account_reset_password_from_key account_reset_password_from_key_done accessibility
    """.split()
) | frozenset(_BY_LINK)
_CAREFUL = frozenset(
    """
    mfa_index mfa_reauthenticate mfa_deactivate_totp mfa_view_recovery_codes
    mfa_generate_recovery_codes mfa_list_webauthn mfa_edit_webauthn mfa_remove_webauthn
    mfa_reauthenticate_webauthn
    """.split()
)
# Pages that are only a stop on the way; the tests of signing in pass them.
ON_THE_WAY = frozenset({"mfa_authenticate", "account_set_password"})


@dataclass(frozen=True)
class Place:
    """A page as one may meet it."""

    name: str
    where: Where
    who: str | None = "administrator"
    status: int = 200


def all_places() -> list[Place]:
    return [*_plain(), *_moods(), *_moods_of_deviations()]


def patterns() -> dict[str, URLPattern]:
    found = addresses(get_resolver().url_patterns)
    return {pattern.name: pattern for _address, pattern in found if pattern.name}


def _addresses() -> dict[str, str]:
    found = addresses(get_resolver().url_patterns)
    return {pattern.name: f"/{address}" for address, pattern in found if pattern.name}


def names_of_pages() -> set[str]:
    return {name for name, found in patterns().items() if _method(found) == "GET"}


def _method(pattern: URLPattern) -> str:
    return getattr(pattern.callback, "method", "GET")


def _plain() -> Iterator[Place]:
    for name in sorted(names_of_pages() - NOT_PAGES - ON_THE_WAY):
        yield Place(name, _where(name, patterns()[name]), _who(name))


def _who(name: str) -> str | None:
    if name in _SIGNED_OUT:
        return None
    return "careful" if name in _CAREFUL else "administrator"


def _where(name: str, pattern: URLPattern) -> Where:
    action = getattr(pattern.callback, "action", "")
    if name in _BY_LINK:
        return lambda shown: urlsplit(shown.ids[_BY_LINK[name]]).path
    if action in ACTIONS:
        kind = ACTIONS[action].model._meta.label_lower
        address = _addresses()[name]
        return lambda shown: address.replace("<uuid:pk>", shown.ids[kind])
    if action == "open":
        return lambda _shown: reverse(f"pages:{name}")
    if name == "account_reset_password_from_key":
        return _first_sign_in
    if "pk" in pattern.pattern.converters:
        return lambda _shown: reverse(name, args=[_key().pk])
    return lambda _shown: reverse(name)


def _first_sign_in(_shown: Exhibition) -> str:
    link = first_sign_in_link(Account.objects.get(email=CAREFUL))
    return link[link.index("/", len("https://")) :]


def _used_link(_shown: Exhibition) -> str:
    return reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "a-b"})


def _key() -> Authenticator:
    return Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)


def _moods_of_initiatives() -> list[Place]:
    return [
        Place("initiative without anything", _initiative("bare initiative")),
        Place("initiative that has ended", _initiative("ended initiative")),
        Place("initiative for one who only reads", _initiative(), "participant"),
        Place("portfolio of what is lacking", lambda _: "/insatser/?saknar=ingen-ansvarig"),
        Place("portfolio with what has ended", lambda _: "/insatser/?visa=alla&ordna=-sedan"),
        Place("map of areas that have no boundary", lambda _: "/insatser/karta/?indelning=place"),
        Place("map of areas, narrowed", lambda _: "/insatser/karta/?fas=support", "politician"),
        Place("activities of a kind", lambda _: "/aktiviteter/?slag=visit", "participant"),
        Place("methods for one who only reads", lambda _: "/metoder/", "auditor"),
    ]


def _moods() -> list[Place]:
    """Pages of the same address that look otherwise."""
    return [
        Place("my day in one of two municipalities", lambda _: "/", "careful"),
        Place("my day of a participant", lambda _: "/", "participant"),
        Place("body on another day", _of("body", query="?dag=2020-02-01")),
        Place("body that has ended", _of("body", "ended body")),
        Place("body that spans several", _of("body", "shared body")),
        Place("body for one who only reads", _of("body"), "auditor"),
        Place("forum without a charter", _forum("bare forum")),
        Place("forum that has ended", _forum("ended forum")),
        Place("forum for one who only reads", _forum("forums.forum"), "participant"),
        Place("meeting that was held", _meeting("held meeting")),
        Place("meeting for one who only reads", _meeting("held meeting"), "auditor"),
        Place("follow-ups that are closed", lambda _: "/uppfoljningar/?visa=avslutade"),
        Place("map of focus areas", lambda _: "/forum/karta/?visa=fokus"),
        Place("forums that have ended", lambda _: "/forum/?visa=avslutade", "participant"),
        Place("agreement without anything", _governance("agreement", "bare agreement")),
        Place("agreement that has ended", _governance("agreement", "ended agreement")),
        Place("agreement for one who only reads", _governance("agreement"), "participant"),
        Place("matter for one who only reads", _governance("matter"), "participant"),
        Place("assignment that has ended", _governance("assignment", "ended assignment")),
        Place("annual cycle of one's own", lambda _: "/arshjul/?visa=mina"),
        Place("document that is replaced", _governance("document", "replaced document")),
        Place("document without anything", _governance("document", "bare document")),
        Place("document for one who only reads", _of_document, "participant"),
        Place(
            "register of documents for one who only reads", lambda _: "/styrdokument/", "auditor"
        ),
        Place("documents that are over", lambda _: "/styrdokument/?visa=alla&ordna=-oversyn"),
        Place("edition beside the one before", _governance("compare-edition", "compared edition")),
        Place("law that is replaced", _governance("law", "replaced law")),
        Place("warnings of a kind", lambda _: "/varningar/?slag=no_owner"),
        Place("laws for one who only reads", lambda _: "/lagar/?status=replaced", "participant"),
        *_moods_of_initiatives(),
        Place("list where nothing fits", _of("bodies", None, "?namn=qqq")),
        Place("list sorted backwards", _of("positions", None, "?ordna=-benamning&visa=vakanta")),
        Place("trail of refusals", _of("trail", None, "?utfall=refused"), "auditor"),
        Place("file with errors", _upload),
        Place("file for one who only reads", lambda _: "/samverkansfil/", "auditor"),
        Place("search that finds", lambda _: "/sok/?q=social"),
        Place("search that finds nothing", lambda _: "/sok/?q=qqqqqq"),
        Place("appoint someone found", _of("appoint", query="?sok=a")),
        Place("appoint someone unknown", _of("appoint", query="?sok=qqq")),
        Place("used link", _used_link, None),
        Place("security of one without a second step", lambda _: reverse("mfa_index")),
        Place("no such page", lambda _: f"/organ/{NOWHERE}/", status=404),
        Place("no role", lambda _: "/", "nobody", 404),
        Place("not permitted", _of("create-body", None), "participant", 403),
    ]


def _moods_of_deviations() -> list[Place]:
    return [
        Place("deviation that is closed", _closed_deviation),
        Place("deviations that are closed", lambda _: "/avvikelser/?visa=alla", "auditor"),
        Place("deviations of one who has none", lambda _: "/avvikelser/", "participant"),
    ]


def _closed_deviation(shown: Exhibition) -> str:
    return reverse("initiatives:deviation", args=[shown.ids["closed deviation"]])


def _upload(shown: Exhibition) -> str:
    return reverse("exchange:preview", args=[shown.ids["upload with errors"]])


def _forum(kind: str) -> Where:
    return lambda shown: reverse("forums:forum", args=[shown.ids[kind]])


def _governance(name: str, kind: str = "") -> Where:
    wanted = kind or f"governance.{name}"
    return lambda shown: reverse(f"governance:{name}", args=[shown.ids[wanted]])


def _initiative(kind: str = "initiatives.initiative") -> Where:
    return lambda shown: reverse("initiatives:initiative", args=[shown.ids[kind]])


def _of_document(shown: Exhibition) -> str:
    return reverse("governance:document", args=[shown.ids["governance.governingdocument"]])


def _meeting(kind: str) -> Where:
    return lambda shown: reverse("forums:meeting", args=[shown.ids[kind]])


def _of(name: str, kind: str | None = "", query: str = "") -> Where:
    known = {"body": "organisation.body", "appoint": "organisation.position"}

    def where(shown: Exhibition) -> str:
        arguments = [] if kind is None else [shown.ids[kind or known[name]]]
        return reverse(f"organisation:{name}", args=arguments) + query

    return where
