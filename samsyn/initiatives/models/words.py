"""The words that initiatives are told by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class InitiativeKind(models.TextChoices):
    INTERVENTION = "intervention", pgettext_lazy("slag av insats", "insats")
    PROJECT = "project", _("projekt")
    COMMITMENT = "commitment", _("satsning")
    OPERATION = "operation", _("ordinarie verksamhet")


class Phase(models.TextChoices):
    """The five verbs of the agreement, in the order in which an initiative lives through them."""

    INITIATE = "initiate", _("initiera")
    PLAN = "plan", _("planera")
    ORGANISE = "organise", _("organisera")
    SUPPORT = "support", _("stödja")
    FOLLOW_UP = "follow_up", _("följa upp")


class Demand(models.TextChoices):
    """What some phase demands that somebody has told; which phase it is, `domain.demands` says."""

    WHAT = "what", _("vad som görs")
    PROBLEM = "problem", _("vilket problem som ska bli mindre")
    BOARD = "board", _("ansvarig nämnd")
    OWNER = "owner", _("ägare")
    TARGET_GROUP = "target_group", _("vilka den är till för")
    NUMBER = "number", _("hur många den är menad för")
    CAUSE = "cause", _("problem eller orsak i den logiska modellen")
    PROCESS_MEASURE = "process_measure", _("processmått")
    OUTCOME_MEASURE = "outcome_measure", _("utfallsmått")
    COMPARISON = "comparison", _("vad effekten jämförs med")
    METHOD = "method", _("metod, eller åtgärd i den logiska modellen")
    RESOURCES = "resources", _("pengar eller tjänster, eller att inga särskilda behövs")
    START = "start", _("när den börjar")
    ACTIVITIES = "activities", _("aktiviteter, eller en plan för dem")
    FOLLOW_UP = "follow_up", _("planerad uppföljning")
    FOLLOWED_UP = "followed_up", _("gjord uppföljning")
    DECISION = "decision", _("beslut om vad som händer sedan")


class Prevention(models.TextChoices):
    """Whom it is meant for: all, those with a raised risk, or those who have the problem."""

    UNIVERSAL = "universal", _("universell")
    SELECTIVE = "selective", _("selektiv")
    INDICATED = "indicated", _("indikerad")


class Scope(models.TextChoices):
    INDIVIDUAL = "individual", pgettext_lazy("insatsens nivå", "individ")
    GROUP = "group", pgettext_lazy("insatsens nivå", "grupp")
    AREA = "area", pgettext_lazy("insatsens nivå", "område")


class Sex(models.TextChoices):
    GIRLS = "girls", _("flickor")
    BOYS = "boys", _("pojkar")


class Grade(models.TextChoices):
    """A year of school: preschool class, compulsory school, upper secondary school."""

    F = "F", _("förskoleklass")
    Y1 = "1", _("årskurs 1")
    Y2 = "2", _("årskurs 2")
    Y3 = "3", _("årskurs 3")
    Y4 = "4", _("årskurs 4")
    Y5 = "5", _("årskurs 5")
    Y6 = "6", _("årskurs 6")
    Y7 = "7", _("årskurs 7")
    Y8 = "8", _("årskurs 8")
    Y9 = "9", _("årskurs 9")
    G1 = "gy1", _("gymnasiet år 1")
    G2 = "gy2", _("gymnasiet år 2")
    G3 = "gy3", _("gymnasiet år 3")
    G4 = "gy4", _("gymnasiet år 4")


class Evidence(models.TextChoices):
    """What research says of a method, as far as someone has looked."""

    STRONG = "strong", _("starkt stöd i forskning")
    MODERATE = "moderate", _("visst stöd i forskning")
    WEAK = "weak", _("svagt stöd i forskning")
    NONE = "none", _("inget stöd i forskning")
    UNKNOWN = "unknown", _("inte bedömt")


class EvaluationKind(models.TextChoices):
    FOLLOW_UP = "follow_up", _("uppföljning")
    FINAL_REPORT = "final_report", _("slutrapport")
    # Right after an event: what was meant, what happened, what is done next time.
    AFTER_ACTION = "after_action", _("tre frågor efteråt")


class Course(models.TextChoices):
    """What is decided once an initiative has been looked at."""

    CONTINUE = "continue", _("fortsätter")
    CHANGE = "change", _("ändras")
    EXTEND = "extend", _("förlängs")
    SCALE = "scale", _("utvidgas")
    REGULAR = "regular", _("blir ordinarie verksamhet")
    STOP = "stop", _("avslutas")
