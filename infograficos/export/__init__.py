"""Writes figures as files: all are checked and drawn first, then all take their places, or none."""

from infograficos.export.comparing import differences
from infograficos.export.exporting import Exported, WrittenFile, export
from infograficos.export.manifest import Record, read_manifest
from infograficos.export.planning import FORMATS, ExportOptions, Job, plan
from infograficos.export.store import Store

__all__ = [
    "FORMATS",
    "ExportOptions",
    "Exported",
    "Job",
    "Record",
    "Store",
    "WrittenFile",
    "differences",
    "export",
    "plan",
    "read_manifest",
]
