"""What others may use of the collaboration file.

`read` files, `plan` what they would change, and `carry_out` the plan; or `export` them.
"""

from samsyn.exchange.actions import Advance, carry_out
from samsyn.exchange.doubles import doubles
from samsyn.exchange.events import BrokenOffError
from samsyn.exchange.files import File, Found, content, find
from samsyn.exchange.made_up import made_up
from samsyn.exchange.matters.mapping import Columns, read_mapping
from samsyn.exchange.matters.reading import Register, read_register
from samsyn.exchange.matters.reading import signs as signs_of_register
from samsyn.exchange.models import Deed, Import, ImportedChange, SheetMapping, Upload
from samsyn.exchange.planning import plan
from samsyn.exchange.plans import Change, Plan
from samsyn.exchange.problems import Problem, Report
from samsyn.exchange.queries import changes_to, imports
from samsyn.exchange.reading import read
from samsyn.exchange.records import Outcome, Part, Place
from samsyn.exchange.rules import EXPORT_FILE, READ_IMPORTS
from samsyn.exchange.schema import schema
from samsyn.exchange.sheets.cells import alike
from samsyn.exchange.sheets.reading import (
    Said,
    Workbook,
    open_workbook,
    read_rows,
    refuse_unknown,
)
from samsyn.exchange.sheets.registers import registers
from samsyn.exchange.sheets.remembering import remember, remembered
from samsyn.exchange.sheets.writing import write_template, write_workbook
from samsyn.exchange.uploads import keep_upload
from samsyn.exchange.writing import is_file_of_an_export
from samsyn.exchange.writing import write as export

__all__ = [
    "EXPORT_FILE",
    "READ_IMPORTS",
    "Advance",
    "BrokenOffError",
    "Change",
    "Columns",
    "Deed",
    "File",
    "Found",
    "Import",
    "ImportedChange",
    "Outcome",
    "Part",
    "Place",
    "Plan",
    "Problem",
    "Register",
    "Report",
    "Said",
    "SheetMapping",
    "Upload",
    "Workbook",
    "alike",
    "carry_out",
    "changes_to",
    "content",
    "doubles",
    "export",
    "find",
    "imports",
    "is_file_of_an_export",
    "keep_upload",
    "made_up",
    "open_workbook",
    "plan",
    "read",
    "read_mapping",
    "read_register",
    "read_rows",
    "refuse_unknown",
    "registers",
    "remember",
    "remembered",
    "schema",
    "signs_of_register",
    "write_template",
    "write_workbook",
]
