"""Agreements: who has agreed on what, until when, at what cost, and how it is followed up."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.forums.api import Forum, Level, Meeting
from samsyn.governance.models.documents import GoverningDocument, registry_number
from samsyn.governance.models.laws import secure_address
from samsyn.intake.api import bounded
from samsyn.organisation.api import HasPeriod, ends_after_it_starts, known, swedish_order


class AgreementKind(models.TextChoices):
    BOARDS = "boards", _("överenskommelse mellan nämnder")
    COUNTY = "county", _("länsöverenskommelse")
    LOCAL = "local", _("lokal överenskommelse")
    REGION = "region", _("avtal med regionen")
    POLICE = "police", _("överenskommelse med polisen")
    ASSOCIATION = "association", _("avtal med förening")
    COST_SHARING = "cost_sharing", _("avtal om kostnader")
    CITIZEN_PROMISE = "citizen_promise", _("medborgarlöfte")
    # Says of itself that nobody has signed anything.
    INFORMAL = "informal", _("informell samverkan, utan avtal")
    OTHER = "other", _("annat avtal")


class Renewal(models.TextChoices):
    FIXED = "fixed", _("till och med slutdagen")
    UNTIL_TERMINATED = "until_terminated", _("tills vidare")
    ONE_YEAR = "one_year", _("ett kalenderår i taget")
    TWO_YEARS = "two_years", _("två år i taget")


class Agreement(OwnedByMunicipality, HasPeriod):
    """What parties have agreed; in force once all have decided and signed and it is activated.

    `details` is the agreement of a higher level that this one works out in detail. An empty
    `renewal` is one that the agreement does not state.
    """

    key = models.TextField()
    kind = models.TextField(choices=AgreementKind)
    title = models.TextField()
    title_key = swedish_order("title")
    level = models.TextField(choices=Level, blank=True)
    registry_number = models.TextField(blank=True)
    purpose = models.TextField(blank=True)
    areas = ArrayField(models.TextField(), default=list)
    responsibilities = models.TextField(blank=True)
    renewal = models.TextField(choices=Renewal, blank=True)
    notice_months = models.SmallIntegerField(null=True)
    predecessor = models.ForeignKey("self", models.PROTECT, null=True, related_name="successors")
    details = models.ForeignKey("self", models.PROTECT, null=True, related_name="detailed_by")
    cost_sharing = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)
    follow_up_on = models.DateField(null=True)
    follow_up_owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="followed_agreements"
    )
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="owned_agreements"
    )
    owner_forum = models.ForeignKey(
        Forum, models.PROTECT, null=True, related_name="owned_agreements"
    )
    activated_on = models.DateField(null=True)
    url = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    TOLD: ClassVar = {
        "agreements_have_no_circle": _(
            "Avtalet kan inte efterträda eller ligga under sig självt, ens genom andra."
        ),
    }

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("agreement_ends_after_it_starts"),
            known("agreement_kind_is_known", "kind", AgreementKind),
            models.CheckConstraint(
                name="agreement_renewal_is_known", condition=Q(renewal__in=["", *Renewal.values])
            ),
            models.CheckConstraint(
                name="agreement_level_is_known", condition=Q(level__in=["", *Level.values])
            ),
            one_line_of_text("agreement_title_is_one_line", "title"),
            registry_number("agreement_registry_number_is_one"),
            bounded("agreement_purpose_is_bounded", "purpose"),
            bounded("agreement_responsibilities_are_bounded", "responsibilities"),
            bounded("agreement_cost_sharing_is_bounded", "cost_sharing"),
            bounded("agreement_follow_up_is_bounded", "follow_up"),
            secure_address("agreement_address_is_secure"),
            models.CheckConstraint(
                name="agreement_notice_is_within_five_years",
                condition=Q(notice_months__isnull=True) | Q(notice_months__range=(0, 60)),
                violation_error_message=_("Uppsägningstiden är mellan 0 och 60 månader."),
            ),
            models.CheckConstraint(
                name="agreement_does_not_follow_itself",
                condition=(Q(predecessor__isnull=True) | ~Q(predecessor=F("id")))
                & (Q(details__isnull=True) | ~Q(details=F("id"))),
                violation_error_message=_(
                    "Avtalet kan inte efterträda eller ligga under sig självt."
                ),
            ),
            # An agreement that nobody is to follow up is not one to work by.
            models.CheckConstraint(
                name="active_agreement_is_followed_up",
                condition=Q(activated_on__isnull=True)
                | ~Q(follow_up="") & Q(follow_up_on__isnull=False, follow_up_owner__isnull=False),
                violation_error_message=_(
                    "Skriv hur avtalet följs upp, när, och vilken funktion som gör det, "
                    "innan det aktiveras."
                ),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_agreement_per_key",
                violation_error_message=_("Det finns redan ett avtal med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Party(OwnedByMunicipality):
    """A body that has agreed, what it answers for, and its share of the cost."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="parties", db_index=False)
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="agreements")
    answers_for = models.TextField(blank=True)
    share_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)

    class Meta:
        constraints: ClassVar = [
            bounded("party_duty_is_bounded", "answers_for"),
            models.CheckConstraint(
                name="party_share_is_a_share",
                condition=Q(share_percent__isnull=True) | Q(share_percent__range=(0, 100)),
                violation_error_message=_("Andelen ska vara mellan 0 och 100 procent."),
            ),
            models.UniqueConstraint(
                fields=["agreement", "body"],
                name="a_body_is_party_once",
                violation_error_message=_("Organet är redan part i avtalet."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id}"


class Block(models.TextChoices):
    """What a local BUS agreement can contain (the county agreement of Stockholm)."""

    GOALS = "goals", _("gemensamma mål")
    TARGET_GROUPS = "target_groups", _("rutiner för särskilda målgrupper")
    DEVIATIONS = "deviations", _("rutiner för avvikelserapportering")
    OBSTACLES = "obstacles", _("rutiner för att identifiera och undanröja hinder")
    INDICATORS = "indicators", _("gemensamma kvalitetsindikatorer")
    FOLLOW_UP = "follow_up", _("rutiner för uppföljning av överenskommelsen")
    OTHER = "other", _("annat åtagande")


class Clause(OwnedByMunicipality):
    """One thing that the agreement says is to be done, by whom, and what shows that it is."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="clauses", db_index=False)
    ordinal = models.SmallIntegerField()
    block = models.TextField(choices=Block)
    text = models.TextField()
    owner = models.ForeignKey("organisation.Position", models.PROTECT, null=True, related_name="+")
    evidence = models.TextField(blank=True)
    evidence_document = models.ForeignKey(
        GoverningDocument, models.PROTECT, null=True, related_name="+"
    )
    evidence_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    reviewed_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            known("clause_block_is_known", "block", Block),
            bounded("clause_is_bounded", "text"),
            bounded("clause_evidence_is_bounded", "evidence"),
            models.CheckConstraint(
                name="clause_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Skriv vad ni har kommit överens om."),
            ),
            models.UniqueConstraint(
                fields=["agreement", "ordinal"],
                name="one_clause_per_place",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Någon lade till ett åtagande samtidigt. Försök igen."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_shown(self) -> bool:
        """Whether something shows that it is done."""
        return bool(self.evidence or self.evidence_document_id or self.evidence_meeting_id)


class LimitUnit(models.TextChoices):
    DAYS = "days", _("dagar")
    WEEKS = "weeks", _("veckor")
    MONTHS = "months", _("månader")


class Limit(OwnedByMunicipality):
    """A number of the agreement: within how long something is to be done, or by what day each year.

    Numbers are the agreement's own and never in code (facts, 1.5).
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="limits", db_index=False)
    what = models.TextField()
    amount = models.SmallIntegerField(null=True)
    unit = models.TextField(choices=LimitUnit, blank=True)
    by_month = models.SmallIntegerField(null=True)
    by_day = models.SmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("limit_is_one_line", "what"),
            models.CheckConstraint(
                name="limit_is_a_time_or_a_day",
                # What is not known is neither true nor false, and would pass.
                condition=Q(amount__isnull=False, amount__range=(1, 999))
                & Q(unit__in=LimitUnit.values, by_month__isnull=True, by_day__isnull=True)
                | Q(amount__isnull=True, unit="", by_month__isnull=False, by_day__isnull=False)
                & Q(by_month__range=(1, 12), by_day__range=(1, 31)),
                violation_error_message=_(
                    "Skriv antingen hur lång tid det får ta, eller senast vilken dag på året."
                ),
            ),
            models.UniqueConstraint(
                fields=["agreement", "what"],
                name="one_limit_of_each",
                violation_error_message=_("Det finns redan en sådan gräns i avtalet."),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Settlement(OwnedByMunicipality):
    """What one party was to pay for a year, and when it was settled."""

    agreement = models.ForeignKey(
        Agreement, models.PROTECT, related_name="settlements", db_index=False
    )
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="+")
    year = models.SmallIntegerField()
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    settled_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_or_nothing("settlement_note_is_one_line", "note"),
            models.CheckConstraint(
                name="settlement_is_of_our_time", condition=Q(year__range=(1900, 2200))
            ),
            models.UniqueConstraint(
                fields=["agreement", "body", "year"],
                name="one_settlement_per_party_and_year",
                violation_error_message=_("Det finns redan en avräkning för parten det året."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}"
