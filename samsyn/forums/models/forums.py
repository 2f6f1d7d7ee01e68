"""A forum and its charter: what it is for, who sits there, how often, and what is missing."""

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.intake.api import bounded
from samsyn.organisation.api import HasPeriod, ends_after_it_starts, known, swedish_order

OLDEST = 120


class Level(models.TextChoices):
    COUNTY = "county", _("länsnivå")
    POLITICAL = "political", _("politisk nivå")
    STRATEGIC = "strategic", _("strategisk nivå")
    OPERATIVE = "operative", _("operativ nivå")
    CHILD = "child", _("kring barnet")


class ForumKind(models.TextChoices):
    STEERING_GROUP = "steering_group", _("styrgrupp")
    MANAGEMENT_GROUP = "management_group", _("ledningsgrupp")
    PRESIDIUM = "presidium", _("presidium")
    WORKING_GROUP = "working_group", _("arbetsgrupp")
    PROJECT_GROUP = "project_group", _("projektgrupp")
    NETWORK = "network", _("nätverk")
    BIG_MEETING = "big_meeting", _("stormöte")
    WEEKLY_PICTURE = "weekly_picture", _("gemensam lägesbild")
    OTHER = "other", _("annat forum")


class Basis(models.TextChoices):
    AGREEMENT = "agreement", _("avtal eller överenskommelse")
    DECISION = "decision", _("beslut")
    LAW = "law", _("lag eller föreskrift")
    INFORMAL = "informal", _("behov, utan avtal")


class Documentation(models.TextChoices):
    MINUTES = "minutes", _("protokoll")
    NOTES = "notes", _("minnesanteckningar")
    NONE = "none", _("dokumenteras inte")


class Reach(models.TextChoices):
    """Who in the municipality may read what is said at the meetings."""

    PARTICIPANTS = "participants", _("deltagarna")
    MANAGERS = "managers", _("deltagarna, chefer och förtroendevalda")
    EVERYONE = "everyone", _("alla med ett konto i kommunen")


class SchoolForm(models.TextChoices):
    PRESCHOOL = "preschool", _("förskola")
    PRESCHOOL_CLASS = "preschool_class", _("förskoleklass")
    COMPULSORY = "compulsory", _("grundskola")
    ADAPTED_COMPULSORY = "adapted_compulsory", _("anpassad grundskola")
    UPPER_SECONDARY = "upper_secondary", _("gymnasieskola")
    ADAPTED_UPPER_SECONDARY = "adapted_upper_secondary", _("anpassad gymnasieskola")
    ADULT = "adult", _("vuxenutbildning")


def _function(of: str) -> "models.ForeignKey[object, object]":
    return models.ForeignKey("organisation.Position", models.PROTECT, null=True, related_name=of)


class Forum(OwnedByMunicipality, HasPeriod):
    """Where some meet again and again; duties in it are held by functions, not by persons."""

    key = models.TextField()
    name = models.TextField()
    name_key = swedish_order("name")
    short_name = models.TextField(blank=True)
    level = models.TextField(choices=Level)
    kind = models.TextField(choices=ForumKind)
    # The forum that it answers to: what stays undone here is raised there.
    above = models.ForeignKey("self", models.PROTECT, null=True, related_name="below")
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")
    basis = models.TextField(choices=Basis, blank=True)
    basis_text = models.TextField(blank=True)
    purpose = models.TextField(blank=True)
    goals = models.TextField(blank=True)
    target_group = models.TextField(blank=True)
    age_from = models.SmallIntegerField(null=True)
    age_to = models.SmallIntegerField(null=True)
    school_forms = ArrayField(models.TextField(choices=SchoolForm), default=list)
    focus_areas = ArrayField(models.TextField(), default=list)
    decides = models.TextField(blank=True)
    refers = models.TextField(blank=True)
    not_discussed = models.TextField(blank=True)
    convener = _function("convened_forums")
    chair = _function("chaired_forums")
    secretary = _function("forums_as_secretary")
    documentation = models.TextField(choices=Documentation, blank=True)
    follow_up = models.TextField(blank=True)
    follow_up_on = models.DateField(null=True)
    follow_up_owner = _function("forums_to_follow_up")
    reach = models.TextField(choices=Reach, default=Reach.PARTICIPANTS)
    # Whether those who contribute by a link may read what the others have written.
    shows_contributions = models.BooleanField(default=False)

    TOLD: ClassVar = {
        "forums_have_no_circle": _("Ett forum kan inte ligga under sig självt."),
    }

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("forum_ends_after_it_starts"),
            one_line_of_text("forum_name_is_one_line", "name"),
            one_line_or_nothing("forum_short_name_is_one_line", "short_name"),
            known("forum_level_is_known", "level", Level),
            known("forum_kind_is_known", "kind", ForumKind),
            known("forum_reach_is_known", "reach", Reach),
            models.CheckConstraint(
                name="forum_basis_is_known", condition=Q(basis__in=["", *Basis.values])
            ),
            models.CheckConstraint(
                name="forum_documentation_is_known",
                condition=Q(documentation__in=["", *Documentation.values]),
            ),
            models.CheckConstraint(
                name="school_forms_are_known",
                condition=Q(school_forms__contained_by=SchoolForm.values),
            ),
            models.CheckConstraint(
                name="forum_ages_are_in_order",
                condition=(Q(age_from__isnull=True) | Q(age_from__range=(0, OLDEST)))
                & (Q(age_to__isnull=True) | Q(age_to__range=(0, OLDEST)))
                & (
                    Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_from__lte=F("age_to"))
                ),
                violation_error_message=_("Den lägsta åldern ska inte vara högre än den högsta."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_forum_per_key",
                violation_error_message=_("Det finns redan ett forum med den nyckeln."),
            ),
            *(
                bounded(f"forum_{field}_is_bounded", field)
                for field in (
                    *("basis_text", "purpose", "goals", "target_group", "decides", "refers"),
                    *("not_discussed", "follow_up"),
                )
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FormerName(OwnedByMunicipality, HasPeriod):
    """What a forum was called during a period; old meetings keep the name that they had."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="former_names")
    name = models.TextField()

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("former_name_ends_after_it_starts"),
            one_line_of_text("former_name_is_one_line", "name"),
        ]

    def __str__(self) -> str:
        return self.name


class SeatKind(models.TextChoices):
    REQUIRED = "required", _("ordinarie")
    INVITED = "invited", _("adjungerad")
    GUEST = "guest", _("gäst för en tid")


class Seat(OwnedByMunicipality, HasPeriod):
    """A place in a forum: held by a function, or by whoever a body sends."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="seats")
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="forum_seats")
    position = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="forum_seats"
    )
    wording = models.TextField(blank=True)
    count = models.SmallIntegerField(default=1)
    kind = models.TextField(choices=SeatKind, default=SeatKind.REQUIRED)
    # Who is reached, when no one there has an account.
    contact_name = models.TextField(blank=True)
    contact_email = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("seat_ends_after_it_starts"),
            known("seat_kind_is_known", "kind", SeatKind),
            one_line_or_nothing("seat_wording_is_one_line", "wording"),
            one_line_or_nothing("seat_contact_is_one_line", "contact_name"),
            one_line_or_nothing("seat_address_is_one_line", "contact_email"),
            models.CheckConstraint(
                name="seat_is_for_someone",
                condition=Q(count__range=(1, 100)),
                violation_error_message=_("Antalet platser ska vara mellan 1 och 100."),
            ),
        ]

    def __str__(self) -> str:
        return self.wording or str(self.body_id)


class Unit(models.TextChoices):
    WEEK = "week", _("vecka")
    MONTH = "month", _("månad")
    TERM = "term", _("termin")
    YEAR = "year", _("år")
    SPRING = "spring", _("vår")
    AUTUMN = "autumn", _("höst")
    NEED = "need", _("vid behov")


class Rhythm(OwnedByMunicipality, HasPeriod):
    """How often a forum is to meet; several when it meets in several ways."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="rhythms")
    per = models.TextField(choices=Unit)
    times = models.SmallIntegerField(default=1)
    every = models.SmallIntegerField(default=1)
    weekday = models.SmallIntegerField(null=True)
    starts = models.TimeField(null=True)
    audience = models.TextField(blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("rhythm_ends_after_it_starts"),
            known("rhythm_unit_is_known", "per", Unit),
            one_line_or_nothing("rhythm_audience_is_one_line", "audience"),
            one_line_or_nothing("rhythm_words_are_one_line", "words"),
            models.CheckConstraint(
                name="rhythm_occurs",
                condition=Q(times__range=(1, 60), every__range=(1, 60)),
                violation_error_message=_("Skriv hur ofta som ett tal mellan 1 och 60."),
            ),
            models.CheckConstraint(
                name="rhythm_is_on_a_working_day",
                condition=Q(weekday__isnull=True) | Q(weekday__range=(1, 5)),
                violation_error_message=_("Välj en dag från måndag till fredag."),
            ),
        ]

    def __str__(self) -> str:
        return self.words or f"{self.times}/{self.every} {self.per}"


class StandingItem(OwnedByMunicipality):
    """What is on the agenda of every meeting."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="standing_items")
    ordinal = models.SmallIntegerField()
    title = models.TextField()
    note = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("standing_item_title_is_one_line", "title"),
            bounded("standing_item_note_is_bounded", "note"),
        ]

    def __str__(self) -> str:
        return self.title


class LackKind(models.TextChoices):
    PURPOSE = "purpose", _("syfte")
    GOALS = "goals", _("mål")
    MANDATE = "mandate", _("mandat")
    MINUTES = "minutes", _("dokumentation")
    FOLLOW_UP = "follow_up", _("uppföljning")
    EVALUATION = "evaluation", _("utvärdering")
    PARTY = "party", _("saknad part")
    PERSON_DEPENDENCE = "person_dependence", _("personberoende")
    ATTENDANCE = "attendance", _("närvaro")
    STRUCTURE = "structure", _("struktur")
    OTHER = "other", _("annat")


class Lack(OwnedByMunicipality):
    """What someone has found to be missing or unclear; it stays until it is told how it was mended.

    A party that is asked for has `body`.
    """

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="lacks")
    kind = models.TextField(choices=LackKind)
    text = models.TextField()
    body = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="asked_for_in"
    )
    noted_on = models.DateField(null=True)
    mended_on = models.DateField(null=True)
    how = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            known("lack_kind_is_known", "kind", LackKind),
            bounded("lack_text_is_bounded", "text"),
            models.CheckConstraint(
                name="mended_lack_says_how",
                condition=Q(mended_on__isnull=True, how="")
                | Q(mended_on__isnull=False) & ~Q(how=""),
                violation_error_message=_("Skriv hur bristen är åtgärdad."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def is_open(self, day: date) -> bool:
        return self.mended_on is None or self.mended_on > day
