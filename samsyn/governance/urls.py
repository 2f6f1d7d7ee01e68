"""The addresses of governance."""

from samsyn.governance.web import (
    agreement_urls,
    document_urls,
    duty_urls,
    law_urls,
    matter_urls,
    priority_urls,
    risk_urls,
)

app_name = "governance"
urlpatterns = [
    *agreement_urls.urlpatterns,
    *matter_urls.urlpatterns,
    *document_urls.urlpatterns,
    *duty_urls.urlpatterns,
    *law_urls.urlpatterns,
    *priority_urls.urlpatterns,
    *risk_urls.urlpatterns,
]
