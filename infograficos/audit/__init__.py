"""Audits placed figures against the rules of the series."""

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.checking import Measures, check, check_chapter
from infograficos.audit.finding import Finding, Severity
from infograficos.audit.rules import rule_title
from infograficos.audit.rules.consistency import Profile, compare, profile

__all__ = [
    "AuditedFigure",
    "Finding",
    "Measures",
    "Profile",
    "Severity",
    "check",
    "check_chapter",
    "compare",
    "profile",
    "rule_title",
]
