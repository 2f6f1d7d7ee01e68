"""What the columns of a table of activities are, and what they are usually called."""

from django.utils.translation import gettext_lazy as _

from samsyn.initiatives.models import HeadingOf
from samsyn.initiatives.web.columns import Columns

# Headings whose words need not stand before what is written under them in the note.
NOTES = ("anteckning", "anteckningar", "kommentar", "kommentarer", "notering", "note", "comment")
ACTIVITY_COLUMNS = Columns(
    HeadingOf.ACTIVITIES,
    (
        ("initiative", _("Insats")),
        ("held_on", _("Dag")),
        ("what", _("Vad gjordes")),
        ("kind", _("Slag")),
        ("participants", _("Hur många deltog")),
        ("whom", _("Vilka räknas")),
        ("classes", _("Antal klasser")),
        ("grades", _("Årskurser")),
        ("unit", _("Skola eller enhet")),
        ("venue", _("Plats")),
        ("place", _("Platsen med egna ord")),
        ("body", _("Vem gjorde det")),
        ("series", _("Träff i serien")),
        ("answered", _("Hur många svarade på utvärderingen")),
        ("rating", _("Betyg i medeltal, 1 till 5")),
        ("note", _("Anteckning")),
    ),
    {
        **dict.fromkeys(("insats", "projekt", "satsning", "initiative", "project"), "initiative"),
        **dict.fromkeys(("dag", "datum", "när", "date", "day", "when", "tillfälle"), "held_on"),
        **dict.fromkeys(("vad", "vad gjordes", "aktivitet", "rubrik", "benämning"), "what"),
        **dict.fromkeys(("innehåll", "what", "activity", "title", "tema"), "what"),
        **dict.fromkeys(("slag", "typ", "typ av aktivitet", "aktivitetstyp"), "kind"),
        **dict.fromkeys(("kind", "type", "kategori", "category"), "kind"),
        **dict.fromkeys(("deltog", "deltagare", "antal deltagare", "antal"), "participants"),
        **dict.fromkeys(("hur många deltog", "hur många", "antal elever"), "participants"),
        **dict.fromkeys(("antal barn", "antal unga", "antal personer"), "participants"),
        **dict.fromkeys(("participants", "attendance", "number", "count"), "participants"),
        **dict.fromkeys(("vilka", "vilka räknas", "målgrupp", "whom", "audience"), "whom"),
        **dict.fromkeys(("klasser", "klass", "antal klasser", "classes", "class"), "classes"),
        **dict.fromkeys(("årskurser", "årskurs", "åk", "åk.", "stadium"), "grades"),
        **dict.fromkeys(("grade", "grades", "year group"), "grades"),
        **dict.fromkeys(("skola", "skola eller enhet", "enhet", "school", "unit"), "unit"),
        **dict.fromkeys(("mötesplats", "venue"), "venue"),
        **dict.fromkeys(("plats", "var", "lokal", "ställe", "platsen med egna ord"), "place"),
        **dict.fromkeys(("place", "location", "where"), "place"),
        **dict.fromkeys(("av", "vem", "vem gjorde det", "utförare", "arrangör"), "body"),
        **dict.fromkeys(("organ", "organisation", "genomfört av", "by", "by whom"), "body"),
        **dict.fromkeys(("organiser", "organizer", "organization"), "body"),
        **dict.fromkeys(("serie", "träff i serien", "grupp", "series"), "series"),
        **dict.fromkeys(("svar", "antal svar", "answers", "responses"), "answered"),
        **dict.fromkeys(("hur många svarade på utvärderingen",), "answered"),
        **dict.fromkeys(("betyg", "betyg i medeltal, 1 till 5", "rating", "score"), "rating"),
        # There is no time of day and no age in the log, and nothing is lost.
        **dict.fromkeys(("tid", "kl", "kl.", "klockslag", "klockan", "time"), "note"),
        **dict.fromkeys(("ålder", "åldrar", "age", "ages"), "note"),
        **dict.fromkeys(NOTES, "note"),
    },
    needed=frozenset({"held_on", "what"}),
    several=frozenset({"note"}),
)
