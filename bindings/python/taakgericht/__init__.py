"""Divides Dutch youth-care money exactly: splits, schedules, pools and scenarios in whole cents.

Single amounts are `Decimal` euros, columns are `int64` cents; nothing is rounded unasked, and floats are refused.
"""

from ._native import ffi as _ffi
from ._native import lib as _lib
from .arrow import arrow_column
from .corridor import Corridor
from .effort import effort_amounts, effort_sums
from .errors import Cancelled, DataError, Error, InternalError, RunError, UseError
from .indexation import Chaining, Correction, Figures, IndexRule, IndexYear, Stage, index_tariffs
from .money import MISSING, Notation, cents, euros, format_amount, parse_amount
from .operation import Operation, call, operations
from .outcome import Column, Outcome, Party, Role, Statement
from .plan import Plan
from .pool import Model, Netting, Payment, Pool, Residual, Settlement, payments
from .ragged import allocate_ragged
from .reconciliation import Reconciled, Verdict, reconcile
from .rounding import Mode
from .run import Cancel
from .scenario import Scenario, diagnose, read_texts, table_names
from .split import RULES_VERSION, Method, TieRule
from .table import Table, instalments, round_table
from .waterfall import Line, Reading, Waterfall

__version__: str = _ffi.string(_lib.tkg_version()).decode()

__all__ = [
    "MISSING",
    "RULES_VERSION",
    "Cancel",
    "Cancelled",
    "Chaining",
    "Column",
    "Correction",
    "Corridor",
    "DataError",
    "Error",
    "Figures",
    "IndexRule",
    "IndexYear",
    "InternalError",
    "Line",
    "Method",
    "Mode",
    "Model",
    "Netting",
    "Notation",
    "Operation",
    "Outcome",
    "Party",
    "Payment",
    "Plan",
    "Pool",
    "Reading",
    "Reconciled",
    "Residual",
    "Role",
    "RunError",
    "Scenario",
    "Settlement",
    "Stage",
    "Statement",
    "Table",
    "TieRule",
    "UseError",
    "Verdict",
    "Waterfall",
    "allocate_ragged",
    "arrow_column",
    "call",
    "cents",
    "diagnose",
    "effort_amounts",
    "effort_sums",
    "euros",
    "format_amount",
    "index_tariffs",
    "instalments",
    "operations",
    "parse_amount",
    "payments",
    "read_texts",
    "reconcile",
    "round_table",
    "table_names",
]
