"""Looks at placed figures as a reader would, and says what keeps them from being published."""

from infograficos.audit.finding import Finding, Severity
from infograficos.audit.judging import judge, judge_chapter
from infograficos.audit.measures import Measures
from infograficos.audit.subject import Subject

__all__ = ["Finding", "Measures", "Severity", "Subject", "judge", "judge_chapter"]
