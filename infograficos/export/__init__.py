"""Writes figures as files: all are checked and drawn first, then each is written whole or not at all."""

from infograficos.export.exporting import Exported, WrittenFile, export
from infograficos.export.planning import FORMATS, ExportOptions, Job, plan

__all__ = [
    "FORMATS",
    "ExportOptions",
    "Exported",
    "Job",
    "WrittenFile",
    "export",
    "plan",
]
