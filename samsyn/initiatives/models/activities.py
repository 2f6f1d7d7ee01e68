"""What has been done: activities, series of sessions, what is planned, and who is present where."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.initiatives.models.portfolio import Initiative
from samsyn.initiatives.models.venues import Venue
from samsyn.initiatives.models.words import Grade
from samsyn.intake.api import bounded
from samsyn.organisation.api import HasPeriod, ends_after_it_starts, known

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_DAYS_A_WEEK = 7
MOST = 1_000_000


class ActivityKind(models.TextChoices):
    VISIT = "visit", _("besök i klass eller grupp")
    LECTURE = "lecture", _("föreläsning")
    SESSION = "session", _("träff i en grupp")
    TRAINING = "training", _("utbildning för personal")
    GUARDIANS = "guardians", _("dialog med vårdnadshavare")
    PRESENCE = "presence", _("vuxennärvaro eller vandring")
    EVENT = "event", _("evenemang")
    OTHER = "other", pgettext_lazy("slag av aktivitet", "annat")


class Whom(models.TextChoices):
    """Whose numbers are told: those of children are protected when they are small."""

    CHILDREN = "children", _("barn och unga")
    ADULTS = "adults", _("vuxna")


def _some(name: str, field: str, told: "_StrPromise") -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__range": (0, MOST)}),
        violation_error_message=told,
    )


class Series(OwnedByMunicipality):
    """Sessions that belong together: a group that meets so many times, and what it changed.

    `before` and `after` are means of the same measure among the `measured` who answered both times.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="series")
    key = models.TextField()
    title = models.TextField()
    sessions = models.SmallIntegerField(null=True)
    led_by = models.TextField(blank=True)
    starts_on = models.DateField(null=True)
    invited = models.IntegerField(null=True)
    measure = models.TextField(blank=True)
    measured = models.IntegerField(null=True)
    before = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    after = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    said = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("series_title_is_one_line", "title"),
            one_line_or_nothing("series_leader_is_one_line", "led_by"),
            one_line_or_nothing("series_measure_is_one_line", "measure"),
            bounded("series_is_bounded", "said"),
            models.CheckConstraint(
                name="series_has_sessions",
                condition=Q(sessions__isnull=True) | Q(sessions__range=(1, 500)),
                violation_error_message=_("Skriv antalet träffar som ett tal från 1 till 500."),
            ),
            _some("series_invites_some", "invited", _("Antalet kan inte vara mindre än noll.")),
            _some("series_measures_some", "measured", _("Antalet kan inte vara mindre än noll.")),
            models.CheckConstraint(
                name="series_says_what_it_measures",
                condition=Q(before__isnull=True, after__isnull=True)
                | ~Q(measure="") & Q(measured__isnull=False),
                violation_error_message=_("Skriv vad som mättes, och hur många som svarade."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_series_per_key",
                violation_error_message=_("Det finns redan en sådan serie."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Activity(OwnedByMunicipality):
    """What was done, by whom, when and where, and for how many; and what those who came thought.

    Numbers are counts. Those of children under five are protected where they are asked for.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="activities")
    series = models.ForeignKey(Series, models.PROTECT, null=True, related_name="activities")
    key = models.TextField()
    kind = models.TextField(choices=ActivityKind)
    what = models.TextField()
    held_on = models.DateField()
    body = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")
    position = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="+"
    )
    # The school or other unit where it was held, a venue, or the place in words.
    unit = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="activities_here"
    )
    venue = models.ForeignKey(Venue, models.PROTECT, null=True, related_name="activities")
    place = models.TextField(blank=True)
    grades = ArrayField(models.TextField(choices=Grade), default=list)
    classes = models.IntegerField(null=True)
    participants = models.IntegerField(null=True)
    whom = models.TextField(choices=Whom, default=Whom.CHILDREN)
    # What those who came thought: how many answered, and the mean of one to five.
    answered = models.IntegerField(null=True)
    rating = models.DecimalField(max_digits=3, decimal_places=2, null=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            known("activity_kind_is_known", "kind", ActivityKind),
            known("activity_whom_is_known", "whom", Whom),
            one_line_of_text("activity_is_one_line", "what"),
            one_line_or_nothing("activity_place_is_one_line", "place"),
            bounded("activity_note_is_bounded", "note"),
            models.CheckConstraint(
                name="activity_grades_are_known", condition=Q(grades__contained_by=Grade.values)
            ),
            _some("activity_has_classes", "classes", _("Antalet kan inte vara mindre än noll.")),
            _some(
                "activity_has_participants",
                "participants",
                _("Antalet kan inte vara mindre än noll."),
            ),
            _some("activity_has_answers", "answered", _("Antalet kan inte vara mindre än noll.")),
            models.CheckConstraint(
                name="activity_rating_is_from_one_to_five",
                condition=Q(rating__isnull=True)
                | Q(rating__range=(1, 5), answered__isnull=False, answered__gte=1),
                violation_error_message=_(
                    "Betyget är från 1 till 5, och det ska stå hur många som svarade."
                ),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_activity_per_key",
                violation_error_message=_("Det finns redan en aktivitet med den nyckeln."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "-held_on", "id"], name="activity_by_day"),
            models.Index(fields=["municipality", "what", "id"], name="activity_by_what"),
            models.Index(fields=["initiative", "-held_on", "id"], name="activity_of_initiative"),
        ]

    def __str__(self) -> str:
        return self.what


class HalfYear(models.TextChoices):
    SPRING = "spring", _("vårtermin")
    AUTUMN = "autumn", _("hösttermin")


class VisitPlan(OwnedByMunicipality):
    """How many classes are to be visited in a term, at a school and in which years of it.

    "Cirka 15 klasser per termin" is 15 and `is_about`. Without a term it is so for every term.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="visit_plans")
    unit = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")
    grades = ArrayField(models.TextField(choices=Grade), default=list)
    year = models.SmallIntegerField(null=True)
    term = models.TextField(choices=HalfYear, blank=True)
    classes = models.IntegerField()
    is_about = models.BooleanField(default=False)
    by = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_or_nothing("visit_plan_is_one_line", "by"),
            models.CheckConstraint(
                name="visit_plan_grades_are_known",
                condition=Q(grades__contained_by=Grade.values),
            ),
            models.CheckConstraint(
                name="visit_plan_has_classes",
                condition=Q(classes__range=(1, 10_000)),
                violation_error_message=_("Skriv antalet klasser som ett tal från 1."),
            ),
            models.CheckConstraint(
                name="visit_plan_is_for_a_term_or_for_every",
                condition=Q(year__isnull=True, term="")
                | Q(year__isnull=False, year__range=(1900, 2200), term__in=HalfYear.values),
                violation_error_message=_("Ange både år och termin, eller inget av dem."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.classes}"


class Shift(OwnedByMunicipality, HasPeriod):
    """When adults are present in a place each week: which day, from when until when, and who."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="shifts")
    body = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")
    weekday = models.SmallIntegerField()
    from_at = models.TimeField(null=True)
    until_at = models.TimeField(null=True)
    place = models.TextField()

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("shift_ends_after_it_starts"),
            one_line_of_text("shift_place_is_one_line", "place"),
            models.CheckConstraint(
                name="shift_is_on_a_day_of_the_week",
                condition=Q(weekday__range=(1, _DAYS_A_WEEK)),
            ),
            models.CheckConstraint(
                # A walk may begin before midnight and end after it, but not last no time.
                name="shift_takes_some_time",
                condition=Q(from_at__isnull=True)
                | Q(until_at__isnull=True)
                | ~Q(until_at=F("from_at")),
                violation_error_message=_("Tiden slutar när den börjar."),
            ),
        ]

    def __str__(self) -> str:
        return self.place
