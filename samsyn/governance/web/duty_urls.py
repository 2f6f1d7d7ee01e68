"""The addresses of the annual cycle."""

from django.urls import path

from samsyn.access.api import PAPER_ENDINGS
from samsyn.governance.web import cycle_sourced, declining, duties, duties_edit, political_pack

_DUTY = "arshjul/innehall/<uuid:pk>/"

urlpatterns = [
    path("arshjul/", duties.annual_cycle, name="annual-cycle"),
    path("arshjul/innehall/", duties.duties, name="duties"),
    *duties_edit.ADD.urls("arshjul/innehall/nytt/", "add-duty"),
    *declining.DECLINE.urls("arshjul/galler-inte-oss/", "decline-duty"),
    path(
        "arshjul/galler-inte-oss/<uuid:pk>/ta-tillbaka/",
        declining.take_back,
        name="take-back-declined",
    ),
    path(_DUTY, duties.duty, name="duty"),
    *duties_edit.CHANGE.urls(f"{_DUTY}andra/", "change-duty"),
    *duties_edit.DO.urls(f"{_DUTY}gjort/", "do-duty"),
    *cycle_sourced.CITE_DUTY.urls(f"{_DUTY}ny-kalla/", "cite-duty"),
    path(f"{_DUTY}underlag/", political_pack.pack, name="political-pack"),
    *(
        path(
            f"{_DUTY}underlag.{ending}",
            political_pack.printed,
            {"ending": ending},
            name=f"political-pack-{ending}",
        )
        for ending in PAPER_ENDINGS
    ),
]
