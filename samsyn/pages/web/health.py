from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samsyn.pages.open import open_page


@open_page
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer that the process serves, and nothing else about it."""
    del request
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")
