"""Matters: one proposal, and what each board does with it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.governance.models.agreements import Agreement
from samsyn.governance.models.documents import Edition, GoverningDocument, registry_number
from samsyn.governance.models.laws import secure_address
from samsyn.intake.api import bounded
from samsyn.organisation.api import known, swedish_order


class Matter(OwnedByMunicipality):
    """What is to be decided, with the official memo (tjänsteskrivelse) that prepares it.

    `alternatives` are the other ways that were considered, and why they were not taken. The
    registry number is no key: one number is often used for several matters.
    """

    key = models.TextField()
    title = models.TextField()
    title_key = swedish_order("title")
    registry_number = models.TextField(blank=True)
    category = models.TextField(blank=True)
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, related_name="matters")
    document = models.ForeignKey(
        GoverningDocument, models.PROTECT, null=True, related_name="matters"
    )
    written_by = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="written_memos"
    )
    written_on = models.DateField(null=True)
    statement = models.TextField(blank=True)
    alternatives = models.TextField(blank=True)
    proposal = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("matter_title_is_one_line", "title"),
            one_line_or_nothing("matter_category_is_one_line", "category"),
            registry_number("matter_registry_number_is_one"),
            bounded("matter_statement_is_bounded", "statement"),
            bounded("matter_alternatives_are_bounded", "alternatives"),
            bounded("matter_proposal_is_bounded", "proposal"),
            models.CheckConstraint(
                name="matter_is_of_one_thing_at_most",
                condition=Q(agreement__isnull=True) | Q(document__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_matter_per_key",
                violation_error_message=_("Det finns redan ett ärende med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Attachment(OwnedByMunicipality):
    """The very file that was decided on, whatever newer ones there are."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="attachments", db_index=False)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="attached")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["matter", "edition"],
                name="a_file_is_attached_once",
                violation_error_message=_("Filen är redan en bilaga."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}"


class StepKind(models.TextChoices):
    RAISES = "raises", _("väcker ärendet")
    PREPARES = "prepares", _("bereder")
    ANSWERS = "answers", _("yttrar sig")
    DECIDES = "decides", _("beslutar")
    # A party that decides as it wishes, and is known to have agreed by its name under the text.
    SIGNS = "signs", _("skriver under")


class Outcome(models.TextChoices):
    APPROVED = "approved", _("bifall")
    PARTLY = "partly", _("delvis bifall")
    REJECTED = "rejected", _("avslag")
    REFERRED_BACK = "referred_back", _("återremiss")
    TABLED = "tabled", _("bordläggning")
    SUPPORTED = "supported", _("tillstyrker")
    OPPOSED = "opposed", _("avstyrker")
    NOTED = "noted", _("till handlingarna")
    ANSWERED = "answered", _("besvarad")
    NO_OPINION = "no_opinion", _("ingen rekommendation")


class Step(OwnedByMunicipality):
    """What one body does with a matter: prepared, decided, signed, each with its day.

    `named_as` is what the memo calls the body. `to_sign` is the function that is told to sign, and
    `signer` the one that did. A board that has referred a matter back takes it up in a step of its
    own.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="steps", db_index=False)
    ordinal = models.SmallIntegerField()
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="steps")
    kind = models.TextField(choices=StepKind, default=StepKind.DECIDES)
    named_as = models.TextField(blank=True)
    registry_number = models.TextField(blank=True)
    prepared_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    paragraph = models.TextField(blank=True)
    outcome = models.TextField(choices=Outcome, blank=True)
    text = models.TextField(blank=True)
    reservation = models.TextField(blank=True)
    is_to_sign = models.BooleanField(default=False)
    to_sign = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="signatures_to_give"
    )
    signed_on = models.DateField(null=True)
    signer = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="signatures"
    )
    signed_by = models.TextField(blank=True)
    mandate = models.TextField(blank=True)
    url = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            known("step_kind_is_known", "kind", StepKind),
            models.CheckConstraint(
                name="step_outcome_is_known", condition=Q(outcome__in=["", *Outcome.values])
            ),
            one_line_or_nothing("step_name_is_one_line", "named_as"),
            one_line_or_nothing("step_paragraph_is_one_line", "paragraph"),
            one_line_or_nothing("step_signer_is_one_line", "signed_by"),
            one_line_or_nothing("step_mandate_is_one_line", "mandate"),
            registry_number("step_registry_number_is_one"),
            bounded("step_text_is_bounded", "text"),
            bounded("step_reservation_is_bounded", "reservation"),
            secure_address("step_address_is_secure"),
            models.CheckConstraint(
                name="only_what_is_signed_has_one_who_is_to_sign",
                condition=Q(to_sign__isnull=True) | Q(is_to_sign=True) | Q(kind=StepKind.SIGNS),
                violation_error_message=_("Steget ska inte skrivas under."),
            ),
            models.CheckConstraint(
                name="outcome_has_a_day",
                condition=Q(outcome="") | Q(decided_on__isnull=False),
                violation_error_message=_("Skriv vilken dag beslutet fattades."),
            ),
            models.CheckConstraint(
                name="what_is_prepared_is_decided_after",
                condition=Q(prepared_on__isnull=True)
                | Q(decided_on__isnull=True)
                | Q(decided_on__gte=models.F("prepared_on")),
                violation_error_message=_("Beslutet kan inte vara före beredningen."),
            ),
            models.CheckConstraint(
                name="what_is_decided_is_signed_after",
                condition=Q(signed_on__isnull=True)
                | Q(decided_on__isnull=True)
                | Q(signed_on__gte=models.F("decided_on")),
                violation_error_message=_("Underskriften kan inte vara före beslutet."),
            ),
            models.UniqueConstraint(
                fields=["matter", "ordinal"],
                name="one_step_per_place",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Någon lade till ett steg samtidigt. Försök igen."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["municipality", "-decided_on", "id"], name="step_by_day_of_decision"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decided_on} {self.paragraph}"


class Expedition(OwnedByMunicipality):
    """That a decision was sent to someone (expediering), and when it was received."""

    step = models.ForeignKey(Step, models.PROTECT, related_name="expeditions")
    to_body = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")
    to_whom = models.TextField(blank=True)
    sent_on = models.DateField(null=True)
    received_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_or_nothing("expedition_is_to_someone_in_one_line", "to_whom"),
            models.CheckConstraint(
                name="expedition_is_to_someone",
                condition=Q(to_body__isnull=False) | ~Q(to_whom=""),
                violation_error_message=_("Skriv vem beslutet skickas till."),
            ),
            models.CheckConstraint(
                name="what_is_received_was_sent",
                condition=Q(received_on__isnull=True)
                | Q(sent_on__isnull=False, received_on__gte=models.F("sent_on")),
                violation_error_message=_("Det kan inte ha kommit fram innan det skickades."),
            ),
        ]

    def __str__(self) -> str:
        return self.to_whom
