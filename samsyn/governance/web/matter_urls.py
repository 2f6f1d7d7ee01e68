"""The addresses of matters and of what each body does with them."""

from django.urls import path

from samsyn.access.api import PAPER_ENDINGS
from samsyn.governance.web import (
    agreement_sourced,
    decisions_edit,
    matter,
    matters,
    matters_edit,
    memo_papers,
)

_MATTER = "arenden/<uuid:pk>/"
_STEP = "arenden/steg/<uuid:pk>/"

urlpatterns = [
    path("arenden/", matters.matters, name="matters"),
    *matters_edit.CREATE.urls("arenden/nytt/", "create-matter"),
    *matters_edit.PREPARE.urls("avtal/<uuid:pk>/forbered-beslut/", "prepare-decision"),
    path(_MATTER, matter.matter, name="matter"),
    *matters_edit.DESCRIBE.urls(f"{_MATTER}tjansteskrivelse/", "describe-matter"),
    *matters_edit.ADD_STEP.urls(f"{_MATTER}nytt-organ/", "add-step"),
    *agreement_sourced.CITE_MATTERS.urls(f"{_MATTER}ny-kalla/", "cite-matter"),
    *matters_edit.ATTACH.urls(f"{_MATTER}ny-bilaga/", "attach"),
    path("bilagor/<uuid:pk>/ta-bort/", matters_edit.detach, name="detach"),
    path(f"{_STEP}ta-bort/", matters_edit.remove_step, name="remove-step"),
    *(
        path(
            f"{_MATTER}tjansteskrivelse.{ending}",
            memo_papers.memo,
            {"ending": ending},
            name=f"memo-{ending}",
        )
        for ending in PAPER_ENDINGS
    ),
    *decisions_edit.DECIDE.urls(f"{_STEP}beslut/", "record-decision"),
    *decisions_edit.NAME_SIGNER.urls(f"{_STEP}ska-skriva-under/", "name-signer"),
    *decisions_edit.SIGN.urls(f"{_STEP}underskrift/", "record-signature"),
    *decisions_edit.SEND.urls(f"{_STEP}expediera/", "send-decision"),
    *decisions_edit.RECEIVE.urls("expedieringar/<uuid:pk>/framme/", "record-receipt"),
]
