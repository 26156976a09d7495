"""Arrows, arcs and strands between named elements: where they run, and where their words stand."""

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements.links import (
        arcs,
        bracket,
        connector,
        course,
        curve,
        fan,
        junction,
        label,
        label_room,
        lines,
        link,
        named,
        pen,
        ring,
        routing,
        strands,
        wayfinding,
        ways,
    )
else:  # a type checker knows the modules above, and should refuse all other names
    __getattr__ = on_demand(__name__)
