"""What an initiative rests on: boards, money, posts, partners, places, and what it belongs to."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.forums.api import Forum
from samsyn.governance.api import Agreement, Assignment, GoverningDocument, Matter
from samsyn.initiatives.models.portfolio import Initiative
from samsyn.intake.api import bounded
from samsyn.organisation.api import HasPeriod, days, ends_after_it_starts, unsought


class Responsibility(OwnedByMunicipality, HasPeriod):
    """A board that answers for the initiative for a time, and its share of the cost.

    When the shares change, what was is closed and what is to be begins: the history stays.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="responsible")
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="initiatives")
    answers_for = models.TextField(blank=True)
    share_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)

    TOLD: ClassVar = {
        "shares_make_a_whole": _(
            "Andelarna av kostnaden ska tillsammans vara 100 procent varje dag."
        ),
    }

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("responsibility_ends_after_it_starts"),
            bounded("responsibility_is_bounded", "answers_for"),
            models.CheckConstraint(
                name="responsibility_share_is_a_share",
                condition=Q(share_percent__isnull=True) | Q(share_percent__range=(0, 100)),
                violation_error_message=_("Andelen ska vara mellan 0 och 100 procent."),
            ),
            ExclusionConstraint(
                name="a_board_answers_once_at_a_time",
                expressions=[
                    (unsought("initiative"), RangeOperators.EQUAL),
                    ("body", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Nämnden ansvarar redan för insatsen den tiden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id}"


class Funding(OwnedByMunicipality):
    """Money for an initiative: whence, for which year, how much, and on whose decision."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="funding")
    origin = models.TextField()
    body = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")
    year = models.SmallIntegerField(null=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    is_earmarked = models.BooleanField(default=False)
    decision = models.TextField(blank=True)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("funding_origin_is_one_line", "origin"),
            one_line_or_nothing("funding_decision_is_one_line", "decision"),
            models.CheckConstraint(
                name="funding_is_of_our_time",
                condition=Q(year__isnull=True) | Q(year__range=(1900, 2200)),
                violation_error_message=_("Skriv ett år med fyra siffror."),
            ),
            models.CheckConstraint(
                name="funding_is_not_less_than_nothing",
                condition=Q(amount__isnull=True) | Q(amount__gte=0),
                violation_error_message=_("Beloppet kan inte vara mindre än noll."),
            ),
        ]

    def __str__(self) -> str:
        return self.origin


class Staffing(OwnedByMunicipality, HasPeriod):
    """Posts in an initiative: which profession or function, how many, and who employs them."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="staffing")
    profession = models.TextField()
    position = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="+"
    )
    body = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")
    # Full-time posts: a half is 0.5.
    posts = models.DecimalField(max_digits=6, decimal_places=2, null=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("staffing_ends_after_it_starts"),
            one_line_of_text("staffing_profession_is_one_line", "profession"),
            models.CheckConstraint(
                name="staffing_is_more_than_nothing",
                condition=Q(posts__isnull=True) | Q(posts__gt=0),
                violation_error_message=_("Antalet tjänster ska vara mer än noll."),
            ),
        ]

    def __str__(self) -> str:
        return self.profession


class Partner(OwnedByMunicipality, HasPeriod):
    """Who takes part without answering for it: police, region, an association; also for a time."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="partners")
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="partnered")
    does = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("partner_ends_after_it_starts"),
            bounded("partner_is_bounded", "does"),
            ExclusionConstraint(
                name="a_partner_takes_part_once_at_a_time",
                expressions=[
                    (unsought("initiative"), RangeOperators.EQUAL),
                    ("body", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Organet deltar redan den tiden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id}"


class InitiativeArea(OwnedByMunicipality):
    """A part of the municipality that the initiative is meant for."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="areas", db_index=False)
    area = models.ForeignKey("organisation.Area", models.PROTECT, related_name="initiatives")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["initiative", "area"],
                name="an_initiative_has_an_area_once",
                violation_error_message=_("Området är redan valt."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_id}"


class Belonging(OwnedByMunicipality):
    """What the initiative is a part of: an agreement, a plan, a forum, an assignment; one of them.

    `how` says in what way, where that is not clear: "styrgrupp, var sjätte vecka".
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="belongings")
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, related_name="initiatives")
    document = models.ForeignKey(
        GoverningDocument, models.PROTECT, null=True, related_name="initiatives"
    )
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="initiatives")
    assignment = models.ForeignKey(
        Assignment, models.PROTECT, null=True, related_name="initiatives"
    )
    how = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_or_nothing("belonging_is_one_line", "how"),
            models.CheckConstraint(
                name="an_initiative_belongs_to_one_thing_at_a_time",
                condition=(
                    Q(agreement__isnull=False, document=None, forum=None, assignment=None)
                    | Q(agreement=None, document__isnull=False, forum=None, assignment=None)
                    | Q(agreement=None, document=None, forum__isnull=False, assignment=None)
                    | Q(agreement=None, document=None, forum=None, assignment__isnull=False)
                ),
                violation_error_message=_("Välj ett av dem."),
            ),
            *(
                models.UniqueConstraint(
                    fields=["initiative", name],
                    name=f"an_initiative_belongs_to_a_{name}_once",
                    violation_error_message=_("Det är redan kopplat till insatsen."),
                )
                for name in ("agreement", "document", "forum", "assignment")
            ),
        ]

    def __str__(self) -> str:
        return self.how
