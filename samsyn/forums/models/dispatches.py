"""That minutes were sent out: to which list, by whom, when, and to how many."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality
from samsyn.forums.models.meetings import Minutes
from samsyn.organisation.api import known


class DispatchList(models.TextChoices):
    PARTICIPANTS = "participants", _("de som var kallade")
    MANAGERS = "managers", _("chefer och förtroendevalda som får läsa")
    OWN = "own", _("egna adresser")


class Dispatch(OwnedByMunicipality):
    """One list that a version of the minutes was sent to; the letters say to whom."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="dispatches")
    reach = models.TextField(choices=DispatchList)
    sent_at = models.DateTimeField()
    sent_by_id = models.UUIDField(null=True)
    count = models.IntegerField()

    class Meta:
        constraints: ClassVar = [
            known("dispatch_list_is_known", "reach", DispatchList),
            models.CheckConstraint(name="dispatch_goes_to_someone", condition=Q(count__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.reach} {self.sent_at}"
