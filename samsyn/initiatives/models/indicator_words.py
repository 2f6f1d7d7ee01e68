"""The words that indicators and their values are told by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Measure(models.TextChoices):
    """What a figure is: how many, which part, how often, or a value on a scale."""

    COUNT = "count", pgettext_lazy("mått", "antal")
    SHARE = "share", pgettext_lazy("mått", "andel i procent")
    RATE = "rate", pgettext_lazy("mått", "antal per 1 000")
    VALUE = "value", pgettext_lazy("mått", "värde eller medelvärde")


class Direction(models.TextChoices):
    MORE = "more", _("mer är bättre")
    LESS = "less", _("mindre är bättre")
    NEITHER = "neither", _("varken mer eller mindre är bättre")


class Disclosure(models.TextChoices):
    """How small figures are protected."""

    COUNT = "count", _("antal 1 till 4 visas inte")
    SHARE = "share", _("andelar på färre än 10 visas inte")
    NONE = "none", _("gäller inte personer, eller är skyddat av källan")


class Frequency(models.TextChoices):
    MONTH = "month", _("varje månad")
    QUARTER = "quarter", _("varje kvartal")
    HALF_YEAR = "half_year", _("varje halvår")
    YEAR = "year", _("varje år")
    SECOND_YEAR = "second_year", _("vartannat år")
    IRREGULAR = "irregular", _("när det blir av")


class Breakdown(models.TextChoices):
    SEX = "sex", _("kön")
    AREA = "area", _("område")
    SCHOOL_FORM = "school_form", _("skolform")


class State(models.TextChoices):
    """Whether there is a figure; the signs are those of Swedish official statistics."""

    KNOWN = "known", pgettext_lazy("värde", "känt")
    # ~100: all or nearly all, where the few others are not to be told of.
    ABOUT = "about", pgettext_lazy("värde", "ungefär (~)")
    FEW = "few", pgettext_lazy("värde", "för få för att visas i källan (~)")
    WITHHELD = "withheld", pgettext_lazy("värde", "visas inte eller är för osäkert i källan (..)")
    IMPOSSIBLE = "impossible", pgettext_lazy("värde", "kan inte finnas (.)")


class Colour(models.TextChoices):
    GREEN = "green", _("grön")
    YELLOW = "yellow", _("gul")
    RED = "red", _("röd")


class Use(models.TextChoices):
    """What an indicator tells of an initiative: that it is done as meant, or what came of it."""

    PROCESS = "process", _("processmått")
    OUTCOME = "outcome", _("utfallsmått")


class LogicKind(models.TextChoices):
    """The chain that an initiative is thought to work by, in its order."""

    PROBLEM = "problem", pgettext_lazy("logisk modell", "problem")
    CAUSE = "cause", pgettext_lazy("logisk modell", "orsak")
    MEASURE = "measure", pgettext_lazy("logisk modell", "åtgärd")
    OUTPUT = "output", pgettext_lazy("logisk modell", "prestation")
    OUTCOME = "outcome", pgettext_lazy("logisk modell", "utfall")
    EFFECT = "effect", pgettext_lazy("logisk modell", "effekt")


class ClaimLevel(models.TextChoices):
    """What a statement is about: that it was done, what changed, or that it was the cause."""

    OUTPUT = "output", pgettext_lazy("påstående", "prestation")
    OUTCOME = "outcome", pgettext_lazy("påstående", "utfall")
    EFFECT = "effect", pgettext_lazy("påstående", "effekt")
