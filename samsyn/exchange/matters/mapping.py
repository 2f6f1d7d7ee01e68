"""What a register of matters calls its columns and its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange import events
from samsyn.exchange.gathering import Nodes
from samsyn.exchange.nodes import Mapping as Node
from samsyn.exchange.nodes import Scalar
from samsyn.exchange.problems import Report
from samsyn.exchange.suggestions import meant

Words = Mapping[str, str]


@dataclass(frozen=True)
class Columns:
    """The columns of the register, and what its words are here; each as ours = theirs.

    `steps` is the column with the list of steps; without it each row is a step, and rows with the
    same key are one matter. `bodies`, `kinds` and `outcomes` turn the register's words into keys of
    bodies, and words of the collaboration file.
    """

    matter: Words = field(
        default_factory=lambda: {
            "key": "id",
            "title": "title",
            "registry_number": "diarienummer",
            "category": "category",
        }
    )
    steps: str = "steps"
    step: Words = field(
        default_factory=lambda: {
            "decided_on": "date",
            "body": "instance",
            "kind": "type",
            "outcome": "decision",
            "paragraph": "protocol_ref",
            "url": "pdf_url",
        }
    )
    bodies: Words = field(default_factory=dict)
    kinds: Words = field(
        default_factory=lambda: {
            "beslut": "decides",
            "beredning": "prepares",
            "namndyttrande": "answers",
            "yttrande": "answers",
            "motion_inlamnad": "raises",
            "initiativarende_vackt": "raises",
        }
    )
    outcomes: Words = field(
        default_factory=lambda: {
            "bifall": "approved",
            "delvis": "partly",
            "delvis bifall": "partly",
            "avslag": "rejected",
            "återremiss": "referred_back",
            "bordläggning": "tabled",
            "tillstyrker": "supported",
            "avstyrker": "opposed",
            "till handlingarna": "noted",
            "besvarad": "answered",
            "ingen rekommendation": "no_opinion",
        }
    )


def read_mapping(name: str, data: bytes, report: Report) -> Columns:
    """Read a mapping in YAML; what it does not say is as the mapping that comes with Samsyn."""
    report.file, report.path = name, []
    nodes = Nodes(events.from_yaml(data), report)
    try:
        root = nodes.node(nodes.next())
    except events.BrokenOffError as fault:
        report.wrong(fault.line, fault.wrong, fault.right)
        return Columns()
    except StopIteration:
        return Columns()
    if not isinstance(root, Node):
        report.wrong(root.line, _("Här ska en mappning stå."), "matter: {title: Rubrik}")
        return Columns()
    return replace(Columns(), **_said(root, report))


def _said(root: Node, report: Report) -> dict[str, Any]:
    known = {each.name for each in fields(Columns)}
    said: dict[str, Any] = {}
    for key, value in root.entries:
        if key.text not in known:
            near = meant(key.text, sorted(known))
            wrong = _("%(name)s finns inte i en mappning.") % {"name": key.text[:40]}
            report.wrong(key.line, wrong, ", ".join(near) or ", ".join(sorted(known)))
        elif key.text == "steps" and isinstance(value, Scalar):
            said["steps"] = "" if value.is_empty else value.text
        elif isinstance(value, Node):
            told = {k.text: v.text for k, v in value.entries if isinstance(v, Scalar)}
            said[key.text] = {**getattr(Columns(), key.text), **told}
        else:
            report.wrong(value.line, _("Här ska ord och vad de betyder stå."), "beslut: decides")
    return said


_NUMBER = re.compile(r"§\s*(\d{1,4}[a-z]?)\b")


def paragraph(text: str) -> str:
    """The paragraph of a reference to minutes, as people write it.

    >>> paragraph("§143 KF 2025-06-11")
    '§ 143'
    """
    found = _NUMBER.search(text)
    return f"§ {found[1]}" if found else text[:200]
