"""Initiatives: what is done, for whom, by whom, and how far it has come."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text
from samsyn.forums.api import OLDEST, Forum, SchoolForm
from samsyn.initiatives.models.methods import Method
from samsyn.initiatives.models.venues import Venue
from samsyn.initiatives.models.words import (
    Grade,
    InitiativeKind,
    Phase,
    Prevention,
    Scope,
    Sex,
)
from samsyn.intake.api import bounded
from samsyn.organisation.api import HasPeriod, ends_after_it_starts, known, swedish_order


def _known_or_left_open(
    name: str, field: str, choices: type[models.TextChoices]
) -> models.CheckConstraint:
    condition = Q(**{f"{field}__in": ["", *choices.values]})
    return models.CheckConstraint(name=name, condition=condition)


class Initiative(OwnedByMunicipality, HasPeriod):
    """An intervention, a project, a commitment or a regular operation, from idea to outcome.

    `phase` is the one that it was last moved to, and empty when no one has said. What is stated by
    a year alone has that year in `begun_year` and no first day.
    """

    key = models.TextField()
    title = models.TextField()
    title_key = swedish_order("title")
    kind = models.TextField(choices=InitiativeKind)
    phase = models.TextField(choices=Phase, blank=True)
    what = models.TextField(blank=True)
    purpose = models.TextField(blank=True)
    begun_year = models.SmallIntegerField(null=True)
    prevention = ArrayField(models.TextField(choices=Prevention), default=list)
    scope = models.TextField(choices=Scope, blank=True)
    method = models.ForeignKey(Method, models.PROTECT, null=True, related_name="initiatives")
    target_group = models.TextField(blank=True)
    age_from = models.SmallIntegerField(null=True)
    age_to = models.SmallIntegerField(null=True)
    grades = ArrayField(models.TextField(choices=Grade), default=list)
    school_forms = ArrayField(models.TextField(choices=SchoolForm), default=list)
    sex = models.TextField(choices=Sex, blank=True)
    # How many it is meant to reach, and is known to (SKR: the number of persons is defined).
    meant_for = models.IntegerField(null=True)
    # With what the effect is compared, where one is looked for (SKR: a comparison is designed).
    comparison = models.TextField(blank=True)
    # It takes no money or posts of its own, which is another thing than that nobody has told.
    has_no_means = models.BooleanField(default=False)
    focus_areas = ArrayField(models.TextField(), default=list)
    venue = models.ForeignKey(Venue, models.PROTECT, null=True, related_name="initiatives")
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="owned_initiatives"
    )
    owner_forum = models.ForeignKey(
        Forum, models.PROTECT, null=True, related_name="owned_initiatives"
    )
    predecessor = models.ForeignKey("self", models.PROTECT, null=True, related_name="successors")
    is_invented = models.BooleanField(default=False)

    TOLD: ClassVar = {
        "initiatives_have_no_circle": _("Insatsen kan inte efterträda sig själv, ens genom andra."),
    }

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("initiative_ends_after_it_starts"),
            one_line_of_text("initiative_title_is_one_line", "title"),
            known("initiative_kind_is_known", "kind", InitiativeKind),
            _known_or_left_open("initiative_phase_is_known", "phase", Phase),
            _known_or_left_open("initiative_scope_is_known", "scope", Scope),
            _known_or_left_open("initiative_sex_is_known", "sex", Sex),
            bounded("initiative_is_bounded", "what"),
            bounded("initiative_purpose_is_bounded", "purpose"),
            bounded("initiative_target_group_is_bounded", "target_group"),
            bounded("initiative_comparison_is_bounded", "comparison"),
            models.CheckConstraint(
                name="initiative_words_are_known",
                condition=Q(prevention__contained_by=Prevention.values)
                & Q(grades__contained_by=Grade.values)
                & Q(school_forms__contained_by=SchoolForm.values),
            ),
            models.CheckConstraint(
                name="initiative_begins_in_our_time",
                condition=Q(begun_year__isnull=True) | Q(begun_year__range=(1900, 2200)),
                violation_error_message=_("Skriv ett år med fyra siffror."),
            ),
            models.CheckConstraint(
                name="initiative_is_meant_for_some",
                condition=Q(meant_for__isnull=True) | Q(meant_for__gte=1),
                violation_error_message=_("Antalet kan inte vara mindre än ett."),
            ),
            models.CheckConstraint(
                name="initiative_ages_are_in_order",
                condition=(Q(age_from__isnull=True) | Q(age_from__range=(0, OLDEST)))
                & (Q(age_to__isnull=True) | Q(age_to__range=(0, OLDEST)))
                & (
                    Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_from__lte=F("age_to"))
                ),
                violation_error_message=_("Den lägsta åldern ska inte vara högre än den högsta."),
            ),
            models.CheckConstraint(
                name="initiative_does_not_follow_itself",
                condition=Q(predecessor__isnull=True) | ~Q(predecessor=F("id")),
                violation_error_message=_("Insatsen kan inte efterträda sig själv."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_initiative_per_key",
                violation_error_message=_("Det finns redan en insats med den nyckeln."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "title_key", "id"], name="initiative_by_title"),
        ]

    def __str__(self) -> str:
        return self.title
