"""Indicators: what is counted and how, its values period by period, its targets and its light."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.forums.api import SchoolForm
from samsyn.initiatives.models.indicator_words import (
    Breakdown,
    Colour,
    Direction,
    Disclosure,
    Frequency,
    Measure,
    State,
)
from samsyn.initiatives.models.words import Sex
from samsyn.intake.api import bounded
from samsyn.organisation.api import days, ends_after_it_starts, known, swedish_order, unsought

_LINES = ("population", "numerator", "denominator", "unit", "source")


class Indicator(OwnedByMunicipality):
    """What is measured, declared once; its values come and go with it unchanged."""

    key = models.TextField()
    name = models.TextField()
    name_key = swedish_order("name")
    measure = models.TextField(choices=Measure)
    population = models.TextField(blank=True)
    numerator = models.TextField(blank=True)
    denominator = models.TextField(blank=True)
    unit = models.TextField(blank=True)
    direction = models.TextField(choices=Direction, default=Direction.NEITHER)
    disclosure = models.TextField(choices=Disclosure)
    frequency = models.TextField(choices=Frequency, default=Frequency.YEAR)
    breakdowns = ArrayField(models.TextField(choices=Breakdown), default=list)
    source = models.TextField(blank=True)
    focus_areas = ArrayField(models.TextField(), default=list)
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="owned_indicators"
    )
    method_note = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("indicator_name_is_one_line", "name"),
            *(one_line_or_nothing(f"indicator_{field}_is_one_line", field) for field in _LINES),
            known("indicator_measure_is_known", "measure", Measure),
            known("indicator_direction_is_known", "direction", Direction),
            known("indicator_disclosure_is_known", "disclosure", Disclosure),
            known("indicator_frequency_is_known", "frequency", Frequency),
            bounded("indicator_method_is_bounded", "method_note"),
            models.CheckConstraint(
                name="indicator_breakdowns_are_known",
                condition=Q(breakdowns__contained_by=Breakdown.values),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_indicator_per_key",
                violation_error_message=_("Det finns redan en indikator med den nyckeln."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "name_key", "id"], name="indicator_by_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Measurement(OwnedByMunicipality):
    """A period for which an indicator has values, in all breakdowns alike.

    The periods of an indicator never overlap: otherwise a year could be had back from its months,
    though each is protected by itself. `break_note` tells why it cannot be compared with those
    before it.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measurements")
    starts_on = models.DateField()
    ends_on = models.DateField()
    break_note = models.TextField(blank=True)
    source = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("measurement_ends_after_it_starts"),
            bounded("measurement_break_is_bounded", "break_note"),
            one_line_or_nothing("measurement_source_is_one_line", "source"),
            ExclusionConstraint(
                name="periods_of_an_indicator_do_not_overlap",
                expressions=[
                    (unsought("indicator"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_(
                    "Perioden överlappar en annan period med värden för samma indikator."
                ),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["indicator", "-starts_on"], name="measurement_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on}"


class Value(OwnedByMunicipality):
    """A figure for a period: in total, or for a sex, an area and a school form.

    Nothing of it is shown while it is hidden. It begins as hidden, and is shown only when all that
    is stored for the period has been looked at together.
    """

    measurement = models.ForeignKey(
        Measurement, models.PROTECT, related_name="values", db_index=False
    )
    sex = models.TextField(choices=Sex, blank=True)
    area = models.ForeignKey(
        "organisation.Area", models.PROTECT, null=True, related_name="values_of_indicators"
    )
    school_form = models.TextField(choices=SchoolForm, blank=True)
    state = models.TextField(choices=State, default=State.KNOWN)
    number = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    # Of a survey: how many answered, and which part of those asked, in per cent.
    answers = models.IntegerField(null=True)
    response_rate = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    # Said by the database too: what comes by any way is hidden until it has been looked at.
    is_hidden = models.BooleanField(default=True, db_default=True)
    # Since which day it is hidden, or shown as it is: what readers may have kept is reckoned with.
    settled_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            known("value_state_is_known", "state", State),
            models.CheckConstraint(
                name="value_words_are_known",
                condition=Q(sex__in=["", *Sex.values])
                & Q(school_form__in=["", *SchoolForm.values]),
            ),
            models.CheckConstraint(
                name="value_has_a_figure_when_it_is_known",
                condition=Q(state__in=[State.KNOWN, State.ABOUT], number__isnull=False)
                | Q(
                    state__in=[State.FEW, State.WITHHELD, State.IMPOSSIBLE],
                    number__isnull=True,
                    numerator__isnull=True,
                ),
                violation_error_message=_("Skriv ett tal, eller varför det inte finns något."),
            ),
            models.CheckConstraint(
                name="value_is_counted_on_someone",
                condition=(Q(denominator__isnull=True) | Q(denominator__gte=1))
                & (Q(numerator__isnull=True) | Q(numerator__gte=0, denominator__isnull=False)),
                violation_error_message=_(
                    "Nämnaren ska vara minst 1, och täljaren kan inte vara mindre än noll."
                ),
            ),
            models.CheckConstraint(
                name="value_is_answered_by_some",
                condition=(Q(answers__isnull=True) | Q(answers__gte=0))
                & (Q(response_rate__isnull=True) | Q(response_rate__range=(0, 100))),
                violation_error_message=_("Svarsfrekvensen ska vara mellan 0 och 100 procent."),
            ),
            models.UniqueConstraint(
                fields=["measurement", "sex", "area", "school_form"],
                name="one_value_per_series_and_period",
                nulls_distinct=False,
                violation_error_message=_("Det finns redan ett värde för den perioden."),
            ),
        ]

    def __str__(self) -> str:
        return self.state


class Target(OwnedByMunicipality):
    """What an indicator is to come to, and from what; one at a time."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets")
    starts_on = models.DateField()
    ends_on = models.DateField()
    baseline = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    baseline_on = models.DateField(null=True)
    number = models.DecimalField(max_digits=16, decimal_places=4)
    decided = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("target_ends_after_it_starts"),
            one_line_or_nothing("target_decision_is_one_line", "decided"),
            models.CheckConstraint(
                name="target_baseline_has_a_day",
                condition=Q(baseline__isnull=True, baseline_on__isnull=True)
                | Q(baseline__isnull=False, baseline_on__isnull=False),
                violation_error_message=_("Skriv både utgångsvärdet och dess dag."),
            ),
            models.CheckConstraint(
                name="target_comes_after_its_baseline",
                condition=Q(baseline_on__isnull=True) | Q(baseline_on__lt=F("ends_on")),
                violation_error_message=_("Utgångsvärdet ska vara från tiden före målet."),
            ),
            ExclusionConstraint(
                name="one_target_at_a_time",
                expressions=[
                    (unsought("indicator"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Det finns redan ett mål för den tiden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Light(OwnedByMunicipality):
    """How an indicator was judged on a day, by which function and why; none is changed after."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="lights", db_index=False)
    judged_on = models.DateField()
    colour = models.TextField(choices=Colour)
    why = models.TextField()
    by = models.ForeignKey("organisation.Position", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            known("light_colour_is_known", "colour", Colour),
            bounded("light_is_bounded", "why"),
            models.CheckConstraint(
                name="light_says_why",
                condition=~Q(why=""),
                violation_error_message=_("Skriv varför ni bedömer det så."),
            ),
            models.UniqueConstraint(
                fields=["indicator", "judged_on"],
                name="one_light_per_day",
                violation_error_message=_("Det finns redan en bedömning den dagen."),
            ),
        ]

    def __str__(self) -> str:
        return self.colour
