from django.urls import path

from samsyn.access.api import PAPER_ENDINGS
from samsyn.forums.web import (
    by_link,
    charter_edit,
    digest,
    downloads,
    forums,
    hand_overs,
    meeting_urls,
    more_urls,
    parts_edit,
    school_terms,
    seat_links,
    seats_edit,
    sourced,
    tracks,
)

app_name = "forums"

_FORUM = "forum/<uuid:pk>/"

urlpatterns = [
    path("forum/", forums.forums, name="forums"),
    *charter_edit.CREATE.urls("forum/nytt/", "create-forum"),
    path("forum/karta/", tracks.forum_map, name="map"),
    path("forum/parallella-spar/", tracks.parallel, name="tracks"),
    *tracks.KEEP_APART.urls("forum/parallella-spar/inte-samma/", "keep-apart"),
    path("forum/takt/", tracks.promises, name="promises"),
    path("forum/lasarstider/", school_terms.school_terms, name="school-terms"),
    *school_terms.ADD.urls("forum/lasarstider/ny/", "add-school-term"),
    *school_terms.CHANGE.urls("forum/lasarstider/<uuid:pk>/", "change-school-term"),
    *school_terms.REMOVE.urls("forum/lasarstider/<uuid:pk>/ta-bort/", "remove-school-term"),
    path("veckobrev/", digest.digest, name="digest"),
    path("veckobrev/valj/", digest.choose, name="choose-digest"),
    path(_FORUM, forums.forum, name="forum"),
    *charter_edit.DESCRIBE_PURPOSE.urls(f"{_FORUM}syfte/", "describe-purpose"),
    *charter_edit.DESCRIBE_MANDATE.urls(f"{_FORUM}mandat/", "describe-mandate"),
    *charter_edit.DESCRIBE_DUTIES.urls(f"{_FORUM}ansvar/", "describe-duties"),
    *charter_edit.RENAME.urls(f"{_FORUM}byt-namn/", "rename-forum"),
    *charter_edit.END.urls(f"{_FORUM}avsluta/", "end-forum"),
    *seats_edit.ADD_SEAT.urls(f"{_FORUM}ny-plats/", "add-seat"),
    *seats_edit.ADD_SEATS.urls(f"{_FORUM}nya-platser/", "add-seats"),
    *seats_edit.CHANGE_SEAT.urls("platser/<uuid:pk>/", "change-seat"),
    *parts_edit.ADD_RHYTHM.urls(f"{_FORUM}ny-rytm/", "add-rhythm"),
    path("rytmer/<uuid:pk>/ta-bort/", parts_edit.remove_rhythm, name="remove-rhythm"),
    *parts_edit.ADD_STANDING_ITEM.urls(f"{_FORUM}ny-staende-punkt/", "add-standing-item"),
    path(
        "staende-punkter/<uuid:pk>/ta-bort/",
        parts_edit.remove_standing_item,
        name="remove-standing-item",
    ),
    *parts_edit.NOTE_LACK.urls(f"{_FORUM}ny-brist/", "note-lack"),
    *parts_edit.MEND_LACK.urls("brister/<uuid:pk>/atgardad/", "mend-lack"),
    path("overlamning/", hand_overs.hand_overs, name="hand-overs"),
    path("uppdrag/<uuid:pk>/overlamna/", hand_overs.begin, name="begin-hand-over"),
    path("overlamning/<uuid:pk>/", hand_overs.hand_over, name="hand-over"),
    *hand_overs.WRITE.urls("overlamning/<uuid:pk>/skriv/", "write-hand-over"),
    path("overlamning/<uuid:pk>/ta-emot/", hand_overs.accept, name="accept-hand-over"),
    *sourced.CITE_FORUM.urls(f"{_FORUM}ny-kalla/", "cite-forum"),
    *meeting_urls.urlpatterns,
    path("moten/<uuid:pk>/mote.ics", downloads.calendar, name="meeting-ics"),
    path("platser/<uuid:pk>/lankar/", seat_links.links, name="seat-links"),
    path("platser/<uuid:pk>/lankar/skicka/", seat_links.send, name="send-link"),
    path("platser/<uuid:pk>/lankar/aterkalla/", seat_links.revoke, name="revoke-link"),
    path(f"{_FORUM}skicka-lankar/", seat_links.send_all, name="send-links"),
    path("delta/<token>/", by_link.show, name="by-link"),
    path("delta/<token>/<uuid:pk>/svara/", by_link.answer, name="by-link-answer"),
    path("delta/<token>/<uuid:pk>/utkast/", by_link.save_draft, name="by-link-save-draft"),
    path("delta/<token>/<uuid:pk>/bidra/", by_link.contribute, name="by-link-contribute"),
    *(
        pattern
        for ending in PAPER_ENDINGS
        for pattern in (
            path(
                f"moten/<uuid:pk>/underlag.{ending}",
                downloads.pack,
                {"ending": ending},
                name=f"pack-{ending}",
            ),
            path(
                f"anteckningar/<uuid:pk>/anteckningar.{ending}",
                downloads.minutes,
                {"ending": ending},
                name=f"minutes-{ending}",
            ),
            path(
                f"{_FORUM}anteckningar.{ending}",
                downloads.minute_book,
                {"ending": ending},
                name=f"minute-book-{ending}",
            ),
        )
    ),
    *more_urls.urlpatterns,
]
