"""Letters that wait, have been sent or could not be; and when each duty is due."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    OwnedByMunicipality,
    email_address,
    matching,
    one_line_of_text,
    one_line_or_nothing,
)

LONGEST_TEXT = 100_000
LARGEST_ENCLOSURE = 3 * 2**20


class Letter(OwnedByMunicipality):
    """An e-mail to one address; what it is about is named and not referred to.

    A letter for an occasion is written once, however often it is asked for. It is due when it may
    be sent, first or again.
    """

    to = models.TextField()
    reply_to = models.TextField(blank=True)
    subject = models.TextField()
    text = models.TextField()
    html = models.TextField(blank=True)
    object_type = models.TextField(blank=True)
    object_id = models.UUIDField(null=True)
    occasion = models.TextField(null=True)
    created_at = models.DateTimeField()
    created_by = models.UUIDField(null=True)
    due_at = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)
    last_error = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            email_address("letter_goes_to_an_address", "to"),
            matching(
                "letter_is_answered_to_an_address",
                "reply_to",
                r"^([^\s@<>,;]+@[^\s@<>,;]+)?$",
                _("Svarsadressen ska vara en e-postadress."),
            ),
            one_line_of_text("letter_subject_is_one_line", "subject"),
            one_line_or_nothing("letter_object_type_is_one_line", "object_type"),
            one_line_or_nothing("letter_error_is_one_line", "last_error"),
            models.CheckConstraint(
                name="letter_is_not_too_long",
                condition=LessThanOrEqual(Length("text"), LONGEST_TEXT)
                & LessThanOrEqual(Length("html"), LONGEST_TEXT),
                violation_error_message=_("Skriv högst 100 000 tecken i ett brev."),
            ),
            models.CheckConstraint(
                name="letter_is_about_an_object_of_a_kind",
                condition=Q(object_type="", object_id__isnull=True)
                | (~Q(object_type="") & Q(object_id__isnull=False)),
            ),
            models.CheckConstraint(
                name="letter_is_sent_or_given_up",
                condition=Q(sent_at__isnull=True) | Q(given_up_at__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["municipality", "occasion"], name="one_letter_per_occasion"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "object_id"], name="letter_by_object"),
            models.Index(fields=["municipality", "-created_at"], name="letter_by_time"),
            models.Index(
                fields=["municipality", "due_at"],
                name="letter_that_waits",
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def is_waiting(self) -> bool:
        return self.sent_at is None and self.given_up_at is None


class Enclosure(OwnedByMunicipality):
    """A small file that goes with a letter, such as an invitation or minutes."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="enclosures")
    ordinal = models.SmallIntegerField()
    name = models.TextField()
    media_type = models.TextField()
    content = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            matching(
                "enclosure_name_is_of_a_file",
                "name",
                r'^[^/\\<>:"|?*[:cntrl:]]{1,120}$',
                _('Bilagans namn får inte ha tecknen / \\ : * ? " < > |.'),
            ),
            matching(
                "enclosure_media_type_is_known_by_its_form",
                "media_type",
                r"^[a-z]+/[A-Za-z0-9.+-]+(; [a-z]+=[A-Za-z0-9-]+)*$",
                _("Bilagan har en okänd typ."),
            ),
            models.CheckConstraint(
                name="enclosure_is_small",
                condition=LessThanOrEqual(Length("content"), LARGEST_ENCLOSURE),
                violation_error_message=_("En bilaga får vara högst 3 MB."),
            ),
            models.UniqueConstraint(
                fields=["letter", "ordinal"], name="one_enclosure_per_letter_and_ordinal"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DutyRun(OwnedByMunicipality):
    """When a recurring duty is due in a municipality, and how often it has failed since last."""

    name = models.TextField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    failures = models.SmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "name"], name="one_run_per_duty"),
            models.CheckConstraint(
                name="duty_was_done_before_it_is_due",
                condition=Q(done_at__isnull=True) | Q(done_at__lte=F("due_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
