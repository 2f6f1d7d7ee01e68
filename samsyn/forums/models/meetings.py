"""A meeting: who was asked and came, what was taken up, written down and decided."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    OwnedByMunicipality,
    matching,
    one_line_of_text,
    one_line_or_nothing,
)
from samsyn.forums.models.forums import Forum, Seat
from samsyn.intake.api import bounded
from samsyn.organisation.api import known


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("planerat")
    HELD = "held", _("hållet")
    CANCELLED = "cancelled", _("inställt")
    MISSED = "missed", _("uteblivet")


class Mode(models.TextChoices):
    ROOM = "room", _("på plats")
    REMOTE = "remote", _("på distans")
    MIXED = "mixed", _("på plats och på distans")
    WRITTEN = "written", _("skriftligt")


class Meeting(OwnedByMunicipality):
    """One occasion; its day is known, its hours perhaps not."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="meetings")
    key = models.TextField()
    meets_on = models.DateField()
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    state = models.TextField(choices=MeetingState, default=MeetingState.PLANNED)
    why_not = models.TextField(blank=True)
    title = models.TextField(blank=True)
    audience = models.TextField(blank=True)
    place = models.TextField(blank=True)
    mode = models.TextField(choices=Mode, default=Mode.ROOM)
    url = models.TextField(blank=True)
    # Until when items are taken on the agenda, and contributions written.
    items_by_at = models.DateTimeField(null=True)
    contributions_by_at = models.DateTimeField(null=True)
    # The after-action note: three questions, asked when it is still fresh.
    went_well = models.TextField(blank=True, default="", db_default="")
    went_badly = models.TextField(blank=True, default="", db_default="")
    do_differently = models.TextField(blank=True, default="", db_default="")
    is_invented = models.BooleanField(default=False)
    # Counted up with each change that those who have it in a calendar must know of (RFC 5545).
    sequence = models.SmallIntegerField(default=0, db_default=0)
    # When its time, place or state was last changed here; calendars ask for the newest.
    changed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            known("meeting_state_is_known", "state", MeetingState),
            known("meeting_mode_is_known", "mode", Mode),
            one_line_or_nothing("meeting_title_is_one_line", "title"),
            one_line_or_nothing("meeting_audience_is_one_line", "audience"),
            one_line_or_nothing("meeting_place_is_one_line", "place"),
            matching(
                "meeting_address_is_secure",
                "url",
                r"^(https://[^\s/]\S*)?$",
                _("Adressen ska börja med https:// och får inte ha mellanslag."),
            ),
            models.CheckConstraint(
                name="meeting_ends_after_it_starts",
                condition=Q(ends__isnull=True) | Q(starts__isnull=False, ends__gt=F("starts")),
                violation_error_message=_("Mötet slutar innan det börjar."),
            ),
            models.CheckConstraint(
                name="cancelled_meeting_says_why",
                condition=Q(why_not="") | Q(state__in=["cancelled", "missed"]),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_meeting_per_key",
                violation_error_message=_("Det finns redan ett möte med den nyckeln."),
            ),
            *(
                bounded(f"meeting_{field}_is_bounded", field)
                for field in ("why_not", "went_well", "went_badly", "do_differently")
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "meets_on"], name="meeting_by_day"),
            models.Index(fields=["forum", "meets_on"], name="meeting_of_forum_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.meets_on}"

    @property
    def is_over(self) -> bool:
        return self.state != MeetingState.PLANNED

    @property
    def is_off(self) -> bool:
        return self.state in {MeetingState.CANCELLED, MeetingState.MISSED}


class Answer(models.TextChoices):
    YES = "yes", _("kommer")
    REMOTE = "remote", _("är med på distans")
    NO = "no", _("kan inte")


class Presence(models.TextChoices):
    PRESENT = "present", _("på plats")
    REMOTE = "remote", _("på distans")
    WRITTEN = "written", _("skriftligt")
    ABSENT = "absent", _("frånvarande")


class Attendance(OwnedByMunicipality):
    """Someone who is asked to a meeting: a seat, or a guest of the day.

    `person` is who held the function then, and stays in the notes when she has left.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="attendances")
    body = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="attendances"
    )
    position = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="attendances"
    )
    person = models.ForeignKey(
        "organisation.Person", models.PROTECT, null=True, related_name="attendances"
    )
    wording = models.TextField(blank=True)
    answer = models.TextField(choices=Answer, blank=True, default="", db_default="")
    answered_at = models.DateTimeField(null=True)
    status = models.TextField(choices=Presence, blank=True)
    # What they tell from the own organisation before the meeting, once it is sent.
    contribution = models.TextField(blank=True, default="", db_default="")
    contributed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_or_nothing("attendance_wording_is_one_line", "wording"),
            bounded("contribution_is_bounded", "contribution"),
            models.CheckConstraint(
                name="attendance_answer_is_known",
                condition=Q(answer__in=["", *Answer.values]),
            ),
            models.CheckConstraint(
                name="attendance_status_is_known",
                condition=Q(status__in=["", *Presence.values]),
            ),
            models.CheckConstraint(
                name="attendance_is_of_someone",
                condition=Q(body__isnull=False) | Q(person__isnull=False) | ~Q(wording=""),
                violation_error_message=_("Skriv vem det gäller."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "seat", "position", "person"],
                name="asked_once_to_a_meeting",
                violation_error_message=_("Den är redan med på mötet."),
            ),
        ]

    def __str__(self) -> str:
        return self.wording or str(self.body_id)


class ItemState(models.TextChoices):
    OPEN = "open", _("på dagordningen")
    TREATED = "treated", _("behandlad")
    POSTPONED = "postponed", _("bordlagd till nästa möte")
    MOVED = "moved", _("flyttad till ett annat forum")


class AgendaItem(OwnedByMunicipality):
    """A point on the agenda, with what was written down at it."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    ordinal = models.SmallIntegerField()
    title = models.TextField()
    background = models.TextField(blank=True)
    notes = models.TextField(blank=True)
    state = models.TextField(choices=ItemState, default=ItemState.OPEN)
    is_standing = models.BooleanField(default=False)
    proposed_by = models.TextField(blank=True, default="", db_default="")
    # The meeting where it was postponed, or from which it was moved.
    carried_from = models.ForeignKey(
        Meeting, models.PROTECT, null=True, related_name="carried_items"
    )
    # The item that it takes up again; what was put off waits until there is one.
    continues = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="continued_by", db_index=False
    )
    moved_to = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="items_moved_here")
    # Counted up with each change of the notes, so that two who write at once lose nothing.
    version = models.IntegerField(default=0, db_default=0)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("item_title_is_one_line", "title"),
            known("item_state_is_known", "state", ItemState),
            bounded("item_background_is_bounded", "background"),
            bounded("item_notes_are_bounded", "notes"),
            one_line_or_nothing("item_proposer_is_one_line", "proposed_by"),
            models.UniqueConstraint(
                fields=["meeting", "ordinal"],
                name="one_item_per_place_on_the_agenda",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["continues"],
                name="item_is_taken_up_again_once",
                violation_error_message=_("Punkten har redan tagits upp på ett annat möte."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Decision(OwnedByMunicipality):
    """What a forum decided within its mandate, numbered per forum and year."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="decisions")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="decisions")
    key = models.TextField()
    # The place on the agenda of the item that it was made at.
    at_item = models.SmallIntegerField(null=True)
    year = models.SmallIntegerField()
    number = models.SmallIntegerField()
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            bounded("decision_text_is_bounded", "text"),
            models.CheckConstraint(
                name="decision_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Skriv vad som beslutades."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_decision_per_key",
                violation_error_message=_("Det finns redan ett beslut med den nyckeln."),
            ),
            models.UniqueConstraint(
                fields=["forum", "year", "number"],
                name="decisions_are_numbered_per_forum_and_year",
                violation_error_message=_("Någon annan skrev ett beslut samtidigt. Försök igen."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.year}:{self.number}"


class Draft(OwnedByMunicipality):
    """A contribution while it is written; nobody else reads it until it is sent."""

    attendance = models.OneToOneField(Attendance, models.PROTECT, related_name="draft")
    text = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    # Counted up with each saving, so that two windows lose nothing.
    version = models.IntegerField(default=1)

    class Meta:
        constraints: ClassVar = [bounded("draft_is_bounded", "text")]

    def __str__(self) -> str:
        return str(self.attendance_id)


class Minutes(OwnedByMunicipality):
    """A version of what a meeting is remembered by; approved, it changes no more."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="minutes")
    version = models.SmallIntegerField()
    # What stood there when it was made: people, items, decisions and follow-ups, as in the print.
    content = models.JSONField()
    why = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by_id = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)

    TOLD: ClassVar = {
        "approved_minutes_stay": _(
            "Anteckningarna är justerade och ändras inte. Rätta dem i stället."
        ),
    }

    class Meta:
        constraints: ClassVar = [
            bounded("minutes_reason_is_bounded", "why"),
            models.CheckConstraint(
                name="correction_says_why",
                condition=Q(version=1) | ~Q(why=""),
                violation_error_message=_("Skriv varför anteckningarna rättas."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "version"], name="one_of_each_version_of_the_minutes"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}"


class Approval(OwnedByMunicipality):
    """Someone who is to approve the minutes, by function; `approved_at` when she has."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="approvals")
    position = models.ForeignKey("organisation.Position", models.PROTECT, related_name="approvals")
    person = models.ForeignKey(
        "organisation.Person", models.PROTECT, null=True, related_name="approvals"
    )
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["minutes", "position"], name="function_approves_minutes_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.position_id)
