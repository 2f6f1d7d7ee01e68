"""The addresses of agreements and of the files."""

from django.urls import path

from samsyn.governance.web import (
    agreement,
    agreement_activate,
    agreement_clauses_edit,
    agreement_parts_edit,
    agreement_sourced,
    agreements,
    agreements_edit,
    editions,
    unagreed,
)

_AGREEMENT = "avtal/<uuid:pk>/"

urlpatterns = [
    path("avtal/", agreements.agreements, name="agreements"),
    path("avtal/saknas/", unagreed.without_agreement, name="without-agreement"),
    *agreements_edit.CREATE.urls("avtal/nytt/", "create-agreement"),
    path(_AGREEMENT, agreement.agreement, name="agreement"),
    *agreements_edit.DESCRIBE_PURPOSE.urls(f"{_AGREEMENT}syfte/", "describe-agreement"),
    *agreements_edit.DESCRIBE_PERIOD.urls(f"{_AGREEMENT}tid/", "describe-agreement-period"),
    *agreements_edit.DESCRIBE_RESPONSIBILITIES.urls(
        f"{_AGREEMENT}ansvar/", "describe-agreement-responsibilities"
    ),
    *agreements_edit.DESCRIBE_FOLLOW_UP.urls(
        f"{_AGREEMENT}uppfoljning/", "describe-agreement-follow-up"
    ),
    *agreements_edit.DESCRIBE_COST.urls(f"{_AGREEMENT}kostnader/", "describe-agreement-cost"),
    *agreements_edit.END.urls(f"{_AGREEMENT}avsluta/", "end-agreement"),
    path(f"{_AGREEMENT}aktivera/", agreement_activate.show, name="activate-agreement"),
    path(
        f"{_AGREEMENT}aktivera/spara/",
        agreement_activate.activate,
        name="activate-agreement-save",
    ),
    *agreement_parts_edit.ADD_PARTY.urls(f"{_AGREEMENT}ny-part/", "add-party"),
    *agreement_parts_edit.CHANGE_PARTY.urls("parter/<uuid:pk>/", "change-party"),
    path("parter/<uuid:pk>/ta-bort/", agreement_parts_edit.remove_party, name="remove-party"),
    *agreement_clauses_edit.ADD_CLAUSE.urls(f"{_AGREEMENT}nytt-atagande/", "add-clause"),
    *agreement_clauses_edit.CHANGE_CLAUSE.urls("ataganden/<uuid:pk>/", "change-clause"),
    *agreement_clauses_edit.REVIEW_CLAUSE.urls("ataganden/<uuid:pk>/se-over/", "review-clause"),
    path(
        "ataganden/<uuid:pk>/ta-bort/",
        agreement_clauses_edit.remove_clause,
        name="remove-clause",
    ),
    *agreement_parts_edit.ADD_LIMIT.urls(f"{_AGREEMENT}ny-grans/", "add-limit"),
    path("granser/<uuid:pk>/ta-bort/", agreement_parts_edit.remove_limit, name="remove-limit"),
    *agreement_parts_edit.SETTLE.urls(f"{_AGREEMENT}ny-avrakning/", "settle"),
    *agreement_parts_edit.CHANGE_SETTLEMENT.urls("avrakningar/<uuid:pk>/", "change-settlement"),
    *agreement_parts_edit.ADD_FILE.urls(f"{_AGREEMENT}ny-fil/", "add-agreement-file"),
    *agreement_sourced.CITE_AGREEMENT.urls(f"{_AGREEMENT}ny-kalla/", "cite-agreement"),
    path("avtalsfiler/<uuid:pk>/", editions.download, name="edition"),
]
