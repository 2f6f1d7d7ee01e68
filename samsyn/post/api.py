"""What other contexts may use of the post: write a letter, see what became of it, have duties."""

from samsyn.post.actions import CHANNEL, Draft, Enclosed, resend_letter, write
from samsyn.post.duties import duty
from samsyn.post.models import Letter
from samsyn.post.queries import letters_about, letters_about_many
from samsyn.post.rounds import Round, go_round
from samsyn.post.rules import READ_LETTERS

__all__ = [
    "CHANNEL",
    "READ_LETTERS",
    "Draft",
    "Enclosed",
    "Letter",
    "Round",
    "duty",
    "go_round",
    "letters_about",
    "letters_about_many",
    "resend_letter",
    "write",
]
