"""Writes figures as files: all are checked and drawn first, then all take their places, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.export.comparing import differences
    from infograficos.export.delivery import Exported, WrittenFile
    from infograficos.export.exporting import export
    from infograficos.export.manifest import Record, read_manifest
    from infograficos.export.order import Order
    from infograficos.export.planning import FORMATS, ExportOptions, Job, plan
    from infograficos.export.store import Store

__all__ = [
    "FORMATS",
    "ExportOptions",
    "Exported",
    "Job",
    "Order",
    "Record",
    "Store",
    "WrittenFile",
    "differences",
    "export",
    "plan",
    "read_manifest",
]

if not TYPE_CHECKING:  # a type checker knows the names above, and should refuse all others
    __getattr__ = on_demand(
        __name__,
        {
            "FORMATS": "planning",
            "ExportOptions": "planning",
            "Exported": "delivery",
            "Job": "planning",
            "Order": "order",
            "Record": "manifest",
            "Store": "store",
            "WrittenFile": "delivery",
            "differences": "comparing",
            "export": "exporting",
            "plan": "planning",
            "read_manifest": "manifest",
        },
    )
