"""Panels of one figure: their steps follow each other, and only one keeps its solid fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.quiet import has_solid_fill, quiet
from infograficos.elements.row import Stack
from infograficos.elements.shapes import Dot
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame, Placed
from infograficos.scene.panel_frames import panel_name as panel_name  # noqa: PLC0414 - `elements` exports it


def letter_ring(letter: str) -> Element:
    """Return the letter of a panel in a ring."""
    ring = Dot("sign", "model.soft", "model.line", "surface")
    return Stack((ring, Text(letter, "mark", "model.strong", "center", literal=True)))


@checked_dataclass
class PanelGroup:
    """Makes one figure of the panels in a child: they appear one after the other, and have one accent.

    A panel is all frames with its name, `panel_name`. Its first step comes after the last one of the panel
    before; one without steps of its own appears as a whole.

    Args:
        count: how many panels there are.
        focus: the number, from 1, of the panel whose solid fills stay; by default of the last that has any.
    """

    child: Element
    count: int
    focus: int | None = None

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the panels' steps in order, and one solid panel."""
        frame = layouter.layout(self.child, limits)
        numbers = {panel_name(number): number for number in range(1, self.count + 1)}
        panels: dict[int, list[Frame]] = {number: [] for number in numbers.values()}
        for number, panel in _panels(frame, numbers):
            panels[number].append(panel)
        solid = [number for number, frames in panels.items() if any(map(has_solid_fill, frames))]
        kept = self.focus or max(solid, default=0)
        steps, before = {}, 0
        for number, frames in panels.items():
            steps[number] = before
            before += max((part for panel in frames for part in _parts(panel)), default=0) or 1

        changed = {}
        for number, panel in ((number, panel) for number, frames in panels.items() for panel in frames):
            is_quiet = number in solid and number != kept
            changed[id(panel)] = _delay(quiet(panel, layouter.look) if is_quiet else panel, steps[number])
        return _swap(frame, changed)


def _panels(frame: Frame, numbers: Mapping[str, int]) -> Iterator[tuple[int, Frame]]:
    """Yield the number and the frame of each part of a panel."""
    if frame.name in numbers:
        yield numbers[frame.name], frame
        return
    for placed in frame.items:
        if isinstance(placed.item, Frame):
            yield from _panels(placed.item, numbers)


def _parts(frame: Frame) -> Iterator[int]:
    yield frame.part
    for placed in frame.items:
        if isinstance(placed.item, Frame):
            yield from _parts(placed.item)


def _delay(panel: Frame, steps: int) -> Frame:
    """Return a panel that appears so many steps later."""

    def later(frame: Frame) -> Frame:
        items = tuple(
            Placed(each.at, later(each.item)) if isinstance(each.item, Frame) else each
            for each in frame.items
        )
        return replace(frame, items=items, part=frame.part and frame.part + steps)

    moved = later(panel)
    return moved if moved.part else replace(moved, part=steps + 1)


def _swap(frame: Frame, changed: Mapping[int, Frame]) -> Frame:
    """Return a frame with other frames in place of some inside it, by their `id`."""
    if id(frame) in changed:
        return changed[id(frame)]
    items = tuple(
        Placed(each.at, _swap(each.item, changed)) if isinstance(each.item, Frame) else each
        for each in frame.items
    )
    return replace(frame, items=items)
