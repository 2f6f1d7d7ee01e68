"""How allauth signs people in: nobody signs up, and every attempt leaves a trace."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from samsyn.access import clock
from samsyn.access.models import Account
from samsyn.audit import api as audit


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's
        return False

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **rest: Any) -> HttpResponse:
        _record("access.sign_in", user.pk, audit.Outcome.DONE)
        return super().post_login(request, user, **rest)  # type: ignore[no-any-return]

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ARG002
        account = Account.objects.filter(email__iexact=credentials.get("email", "")).first()
        _record("access.sign_in", account and account.pk, audit.Outcome.REFUSED)


def _record(action: str, account_id: Any, outcome: audit.Outcome) -> None:
    with transaction.atomic():
        audit.record(
            action,
            at=clock.now(),
            municipality_id=None,
            account_id=account_id,
            outcome=outcome,
        )
