"""Governing documents: plans, programmes, guidelines, routines and reports, with their texts."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    OwnedByMunicipality,
    matching,
    one_line_of_text,
    one_line_or_nothing,
)
from samsyn.forums.api import Forum, Level
from samsyn.governance.models.laws import secure_address
from samsyn.intake.api import LARGEST, bounded
from samsyn.organisation.api import HasPeriod, ends_after_it_starts, known, swedish_order

# As the registers of the boards write it: year, running number and the board's own letters.
REGISTRY_NUMBER = r"^(\d{4}[.:/-]\d{1,6}( [A-ZÅÄÖ]{2,6})?|[A-ZÅÄÖ]{2,6} ?\d{4}[.:/-]\d{1,6})?$"
_REGISTRY_TOLD = _("Skriv diarienumret som det står, till exempel 2025.355 BUN.")


def registry_number(name: str) -> models.CheckConstraint:
    """A number is told from a slip, but is no key: real registers repeat them."""
    return matching(name, "registry_number", REGISTRY_NUMBER, _REGISTRY_TOLD)


class DocumentKind(models.TextChoices):
    PLAN = "plan", _("plan")
    ACTION_PLAN = "action_plan", _("handlingsplan")
    PROGRAMME = "programme", _("program")
    STRATEGY = "strategy", _("strategi")
    POLICY = "policy", _("policy")
    GUIDELINE = "guideline", _("riktlinje")
    ROUTINE = "routine", _("rutin")
    PROCESS = "process", _("processbeskrivning")
    ROLE = "role", _("rollbeskrivning")
    REPORT = "report", _("verksamhetsberättelse")
    SURVEY = "survey", _("kartläggning eller analys")
    AUDIT = "audit", _("granskning")
    DIALOGUE = "dialogue", _("dialog")
    COLLABORATION = "collaboration", _("samverkansdokument")
    TEMPLATE = "template", _("mall")
    OTHER = "other", _("annat dokument")


class Publication(models.TextChoices):
    INTERNAL = "internal", _("inom kommunen")
    PUBLISHED = "published", _("publicerat")


class GoverningDocument(OwnedByMunicipality, HasPeriod):
    """A document by which something is governed; in force during its period, once it is decided.

    It is decided by a body, or approved by a forum, such as one of the county. The owner is a
    function, and may be a group. `required_by` says what demands that it exists.
    """

    key = models.TextField()
    kind = models.TextField(choices=DocumentKind)
    title = models.TextField()
    title_key = swedish_order("title")
    level = models.TextField(choices=Level, blank=True)
    deciding_body = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="decided_documents"
    )
    deciding_forum = models.ForeignKey(
        Forum, models.PROTECT, null=True, related_name="approved_documents"
    )
    decided_on = models.DateField(null=True)
    paragraph = models.TextField(blank=True)
    registry_number = models.TextField(blank=True)
    applies_to = models.TextField(blank=True)
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="owned_documents"
    )
    owner_forum = models.ForeignKey(
        Forum, models.PROTECT, null=True, related_name="owned_documents"
    )
    responsible = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="kept_documents"
    )
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaced_by")
    review_on = models.DateField(null=True)
    review_months = models.SmallIntegerField(null=True)
    required_by = models.TextField(blank=True)
    publication = models.TextField(choices=Publication, default=Publication.INTERNAL)
    url = models.TextField(blank=True)
    distribution = models.TextField(blank=True)
    focus_areas = ArrayField(models.TextField(), default=list)
    # Somebody has ended it: nobody is asked what comes after, as when its time runs out.
    has_ended_for_good = models.BooleanField(default=False)
    is_invented = models.BooleanField(default=False)

    TOLD: ClassVar = {
        "documents_have_no_circle": _("Dokumentet kan inte ersätta sig självt, ens genom andra."),
    }

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("document_ends_after_it_starts"),
            known("governing_kind_is_known", "kind", DocumentKind),
            known("document_publication_is_known", "publication", Publication),
            models.CheckConstraint(
                name="document_level_is_known", condition=Q(level__in=["", *Level.values])
            ),
            one_line_of_text("governing_title_is_one_line", "title"),
            one_line_or_nothing("document_paragraph_is_one_line", "paragraph"),
            one_line_or_nothing("document_applies_in_one_line", "applies_to"),
            one_line_or_nothing("document_is_required_in_one_line", "required_by"),
            registry_number("document_registry_number_is_one"),
            bounded("document_distribution_is_bounded", "distribution"),
            secure_address("governing_address_is_secure"),
            models.CheckConstraint(
                name="a_body_or_a_forum_decides_a_document",
                condition=Q(deciding_body__isnull=True) | Q(deciding_forum__isnull=True),
                violation_error_message=_("Välj antingen ett organ eller ett forum."),
            ),
            models.CheckConstraint(
                name="document_is_reviewed_within_ten_years",
                condition=Q(review_months__isnull=True) | Q(review_months__range=(1, 120)),
                violation_error_message=_("Skriv mellan 1 och 120 månader mellan översynerna."),
            ),
            models.CheckConstraint(
                name="document_does_not_replace_itself",
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("id")),
                violation_error_message=_("Dokumentet kan inte ersätta sig självt."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_governing_document_per_key",
                violation_error_message=_("Det finns redan ett dokument med den nyckeln."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "title_key", "id"], name="document_by_title"),
        ]

    def __str__(self) -> str:
        return self.title


class Edition(OwnedByMunicipality):
    """The file of an agreement or a document as it was once, byte for byte.

    `paragraphs` and `unchanged` count those of the text, and how many the edition before it held
    in the same words; `numbers` are the laws that the text mentions.
    """

    agreement = models.ForeignKey("Agreement", models.PROTECT, null=True, related_name="editions")
    document = models.ForeignKey(
        GoverningDocument, models.PROTECT, null=True, related_name="editions"
    )
    number = models.SmallIntegerField()
    is_signed = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    file_name = models.TextField()
    media_type = models.TextField()
    size = models.IntegerField()
    sha256 = models.BinaryField()
    content = models.BinaryField()
    text = models.TextField(null=True)
    paragraphs = models.IntegerField(null=True)
    unchanged = models.IntegerField(null=True)
    numbers = ArrayField(models.TextField(), default=list)
    added_at = models.DateTimeField()
    added_by_id = models.UUIDField(null=True)

    TOLD: ClassVar = {
        "editions_stay": _("En fil ändras inte. Lägg till en ny version i stället."),
    }

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("edition_file_name_is_one_line", "file_name"),
            bounded("edition_note_is_bounded", "note"),
            models.CheckConstraint(
                name="an_edition_is_of_one_thing",
                condition=Q(agreement__isnull=True) ^ Q(document__isnull=True),
            ),
            models.CheckConstraint(
                name="edition_is_bounded",
                condition=Q(size__gt=0, size__lte=LARGEST),
                violation_error_message=_("En fil får vara högst 20 MB."),
            ),
            models.UniqueConstraint(
                fields=["agreement", "document", "number"],
                name="one_of_each_edition",
                nulls_distinct=False,
                violation_error_message=_("Någon lade till en version samtidigt. Försök igen."),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class Remark(OwnedByMunicipality):
    """What is missing or unclear in an agreement or a document, as someone has found it."""

    agreement = models.ForeignKey("Agreement", models.PROTECT, null=True, related_name="remarks")
    document = models.ForeignKey(
        GoverningDocument, models.PROTECT, null=True, related_name="remarks"
    )
    text = models.TextField()
    noted_on = models.DateField(null=True)
    mended_on = models.DateField(null=True)
    how = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            bounded("remark_is_bounded", "text"),
            bounded("remark_answer_is_bounded", "how"),
            models.CheckConstraint(
                name="a_remark_is_of_one_thing",
                condition=Q(agreement__isnull=True) ^ Q(document__isnull=True),
            ),
            models.CheckConstraint(name="remark_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="remark_is_mended_in_writing",
                condition=Q(mended_on__isnull=True, how="")
                | Q(mended_on__isnull=False) & ~Q(how=""),
                violation_error_message=_("Skriv hur bristen är åtgärdad."),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Concern(OwnedByMunicipality):
    """That a document is about a forum or a function: a routine, or what a role is to do."""

    document = models.ForeignKey(
        GoverningDocument, models.PROTECT, related_name="concerns", db_index=False
    )
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="+")
    position = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_document_concerns_a_forum_or_a_function",
                condition=Q(forum__isnull=True) ^ Q(position__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["document", "forum", "position"],
                name="a_document_concerns_each_once",
                nulls_distinct=False,
                violation_error_message=_("Det är redan angivet."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum_id or self.position_id}"


class Training(OwnedByMunicipality):
    """That a routine has been made known: to whom, when, and to how many.

    `position` is the function whose holders it was for, when it was for those of one.
    """

    document = models.ForeignKey(GoverningDocument, models.PROTECT, related_name="trainings")
    position = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="+"
    )
    given_on = models.DateField()
    to_whom = models.TextField()
    count = models.IntegerField(null=True)
    what = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("training_is_given_to_someone", "to_whom"),
            bounded("training_is_bounded", "what"),
            models.CheckConstraint(
                name="training_count_is_a_count",
                condition=Q(count__isnull=True) | Q(count__range=(1, 100_000)),
                violation_error_message=_("Skriv hur många som deltog, minst 1."),
            ),
        ]

    def __str__(self) -> str:
        return self.to_whom
