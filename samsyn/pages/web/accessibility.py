"""The accessibility statement that DOS-lagen asks for, and a way to tell what does not work."""

from datetime import date
from typing import Final

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from samsyn.pages.open import open_page

REVIEWED_ON: Final = date(2026, 11, 22)
_AT_MOST: Final = 5
_WITHIN: Final = 60 * 60


class FeedbackForm(forms.Form):
    """What somebody tells; only the message is needed."""

    message = forms.CharField(
        label=gettext_lazy("Vad fungerar inte?"),
        help_text=gettext_lazy("Berätta vilken sida det gäller och vad du försökte göra."),
        max_length=5_000,
        widget=forms.Textarea,
    )
    name = forms.CharField(
        label=gettext_lazy("Ditt namn"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Din e-postadress"),
        help_text=gettext_lazy("Om du vill ha svar."),
        max_length=254,
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )


@open_page
@require_safe
def statement(request: HttpRequest) -> HttpResponse:
    return _page(request, FeedbackForm())


@open_page
@require_POST
def send_feedback(request: HttpRequest) -> HttpResponse:
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    if _has_sent_enough(request):
        form.add_error(None, _("Vi har fått flera meddelanden från dig. Försök igen om en timme."))
        return _page(request, form)
    with translation.override(settings.LANGUAGE_CODE):  # the reader is the municipality
        letter = _letter(**form.cleaned_data)
    letter.send()
    messages.success(request, _("Tack. Vi har fått ditt meddelande."))
    return redirect("pages:accessibility")


def _page(request: HttpRequest, form: FeedbackForm) -> HttpResponse:
    return render(request, "pages/accessibility.html", {"form": form, "reviewed_on": REVIEWED_ON})


def _letter(message: str, name: str, email: str) -> EmailMessage:
    """Write to the municipality; what a stranger wrote never stands in a line of the head alone.

    The address has passed a validator that knows no line breaks, and the name is in the body.
    """
    lines = [message, "", _("Namn: %(name)s") % {"name": name}] if name else [message]
    return EmailMessage(
        subject=_("Synpunkt på tillgängligheten"),
        body="\n".join(lines),
        to=[settings.SAMSYN_ACCESSIBILITY_EMAIL or settings.DEFAULT_FROM_EMAIL],
        reply_to=[email] if email else None,
    )


def _has_sent_enough(request: HttpRequest) -> bool:
    """Count softly, by the address of the sender: a cache that forgets does no harm."""
    key = f"accessibility-feedback:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, timeout=_WITHIN)
    return cache.incr(key) > _AT_MOST
