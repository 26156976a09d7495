"""Writes figures as files: all are checked and drawn first, then all take their places, or none."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from infograficos.export.exporting import Exported, WrittenFile, export
from infograficos.export.manifest import Record, read_manifest
from infograficos.export.planning import FORMATS, ExportOptions, Job, plan
from infograficos.export.store import Store

if TYPE_CHECKING:
    from infograficos.export.comparing import differences

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

if not TYPE_CHECKING:  # a type checker knows the name above, and should refuse all others

    def __getattr__(name: str) -> object:
        """Import what compares when it is first asked for: it lays figures out, and an export need not."""
        if name != "differences":
            raise AttributeError(name)
        return import_module("infograficos.export.comparing").differences
