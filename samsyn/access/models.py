import uuid
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce, Lower
from django.utils.translation import gettext_lazy as _

from samsyn.access.lines import email_address, one_line_of_text

_NOWHERE = uuid.UUID(int=0)
_LONGEST_LIFE = timedelta(days=366)


class Municipality(models.Model):
    """The tenant: every row that belongs to a municipality carries it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.TextField()
    name = models.TextField()
    code = models.TextField()

    # What the guard of every reference refuses (migration 0001): missing and foreign alike.
    TOLD: ClassVar = {
        "reference_stays_in_the_municipality": _("Något av det du valde finns inte."),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key"],
                name="one_municipality_per_key",
                violation_error_message=_("Det finns redan en kommun med den nyckeln."),
            ),
            models.UniqueConstraint(
                fields=["code"],
                name="one_municipality_per_code",
                violation_error_message=_("Det finns redan en kommun med den koden."),
            ),
            models.CheckConstraint(
                name="municipality_code_has_four_digits",
                condition=Q(code__regex=r"^\d{4}$"),
                violation_error_message=_("Kommunens kod har fyra siffror."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def within(cls, municipality_id: UUID) -> Q:
        return Q(pk=municipality_id)


class OwnedByMunicipality(models.Model):
    """A row of one municipality, below the policy also guarded by row security."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @classmethod
    def within(cls, municipality_id: UUID) -> Q:
        """Name the rows that a municipality has; a model that is shared says so itself."""
        return Q(municipality_id=municipality_id)


class AccountManager(BaseUserManager["Account"]):
    """Django asks the user model for a natural key; accounts are made by actions alone."""


class Account(AbstractBaseUser):
    """Someone who can sign in; what she may do, and her name, a municipality says."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254)
    is_active = models.BooleanField(default=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_email"),
        ]

    def __str__(self) -> str:
        return self.email


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("samordnare")
    PARTICIPANT = "participant", _("deltagare")
    DIRECTOR = "director", _("chef")
    POLITICIAN = "politician", _("förtroendevald")
    AUDITOR = "auditor", _("revisor")
    ADMINISTRATOR = "administrator", _("administratör")


class Membership(OwnedByMunicipality):
    """Which person of the municipality an account is."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="memberships")
    person = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "municipality"], name="one_person_per_account"
            ),
            models.UniqueConstraint(
                fields=["person", "municipality"], name="one_account_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}"


class Assignment(OwnedByMunicipality):
    """A role held in a body, or without one in the whole municipality, for a period."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="assignments")
    role = models.TextField(choices=Role)
    body = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="assignment_role_is_known", condition=Q(role__in=Role.values)
            ),
            models.CheckConstraint(
                name="assignment_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Rollen kan inte sluta innan den börjar."),
            ),
            ExclusionConstraint(
                name="role_is_held_once_at_a_time",
                expressions=[
                    ("account", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("municipality", RangeOperators.EQUAL),
                    (Coalesce("body", Value(_NOWHERE)), RangeOperators.EQUAL),
                    (Func("starts_on", "ends_on", function="daterange"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Personen har redan den rollen under perioden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.starts_on}"


class PersonalLink(OwnedByMunicipality):
    """Opens one purpose on one object for someone without an account, for a time.

    The token in the address is kept as a hash alone, and the object is named and not referred to,
    as in a citation (docs/decisions/0014-citations.md).
    """

    purpose = models.TextField()
    object_type = models.TextField()
    object_id = models.UUIDField()
    name = models.TextField()
    email = models.TextField()
    body = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")
    token_hash = models.TextField()
    created_at = models.DateTimeField()
    created_by = models.UUIDField(null=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    first_used_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("link_purpose_is_one_line", "purpose"),
            one_line_of_text("link_object_type_is_one_line", "object_type"),
            one_line_of_text("link_name_is_one_line", "name"),
            email_address("link_email_is_an_address", "email"),
            models.UniqueConstraint(fields=["token_hash"], name="one_link_per_token"),
            models.CheckConstraint(
                name="link_expires_after_it_is_made",
                condition=Q(expires_at__gt=F("created_at")),
                violation_error_message=_("Länken måste gälla en tid framåt."),
            ),
            models.CheckConstraint(
                name="link_lasts_a_year_at_most",
                condition=Q(expires_at__lte=F("created_at") + _LONGEST_LIFE),
                violation_error_message=_("Länken får gälla högst ett år."),
            ),
            models.CheckConstraint(
                name="link_is_used_from_the_first_time",
                condition=Q(first_used_at__isnull=True, last_used_at__isnull=True)
                | Q(first_used_at__isnull=False, last_used_at__gte=F("first_used_at")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "object_id"], name="link_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.expires_at:%Y-%m-%d}"

    def is_open(self, at: datetime) -> bool:
        return self.revoked_at is None and at < self.expires_at
