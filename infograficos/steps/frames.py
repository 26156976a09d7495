"""Returns a placed figure at each of its steps, in which no item moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from infograficos.scene.geometry import Point
from infograficos.scene.items import TITLE_BLOCK, Drawable, Frame, Path, Placed, TextBlock, walk
from infograficos.scene.panel_frames import panel_around
from infograficos.steps.bands import IndexPath, bands

#: A frame's name, with that of the panel that it is in.
_Name = tuple[str, str]

#: The step, from 1, in which each item first appears.
FirstSteps = Mapping[IndexPath, int]


def step_count(frame: Frame) -> int:
    """Return the number of steps of a figure."""
    return max(_first_steps(frame).values(), default=1)


def step_frames(frame: Frame) -> tuple[Frame, ...]:
    """Return a figure's frame at each step; the last is complete.

    Each step adds a part: the frames that a builder gave the same `part`, or else a band of the body.
    """
    first_steps = _first_steps(frame)
    count = max(first_steps.values(), default=1)
    return tuple(_at_step(frame, first_steps, step) for step in range(1, count + 1))


def new_texts(frame: Frame, before: Frame | None) -> list[str]:
    """Return the texts that a step adds to the one before, except the title block."""
    known = {key for key, _ in _texts(before)} if before else set()
    return [text for key, text in _texts(frame) if key not in known]


def _texts(frame: Frame) -> Iterator[tuple[tuple[Point, str], str]]:
    for visit in walk(frame):
        if isinstance(visit.item, TextBlock) and TITLE_BLOCK not in visit.path:
            yield (visit.at, visit.item.text), visit.item.text


@dataclass(frozen=True, slots=True)
class _Visit:
    """An item with its path and part, the names of the frames around it, and of those that it joins."""

    item: Frame | Drawable
    path: IndexPath
    part: int
    names: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()


def _first_steps(frame: Frame) -> FirstSteps:
    parts = {each.path: each.item.part for each in _visits(frame, {}) if isinstance(each.item, Frame)}
    own_parts = {path: part for path, part in parts.items() if part} or bands(frame)
    first_parts: dict[_Name, int] = {}
    empty: dict[_Name, int] = {}
    leaves: dict[IndexPath, tuple[int, list[_Name]]] = {}
    for each in _visits(frame, own_parts):
        # Parts of two panels may have one name.
        panel = panel_around(each.names)
        if not isinstance(each.item, Frame):
            leaves[each.path] = max(each.part, 1), [(panel, name) for name in each.joins]
            for name in () if each.joins else each.names:
                first = first_parts.get((panel, name), each.part)
                first_parts[panel, name] = min(first, each.part)
        elif each.item.name and not each.item.items:
            empty[panel, each.item.name] = each.part
    first_parts |= empty
    # A connector appears with the later of its ends.
    last_parts = {
        path: max([part, *(first_parts.get(name, 1) for name in joins)])
        for path, (part, joins) in leaves.items()
    }
    steps = {part: step for step, part in enumerate(sorted(set(last_parts.values())), 1)}
    return {path: steps[part] for path, part in last_parts.items()}


def _visits(
    frame: Frame, own_parts: Mapping[IndexPath, int], around: _Visit | None = None
) -> Iterator[_Visit]:
    """Yield a frame and its descendants; an item inside a part belongs to it or to a later one."""
    here = around or _Visit(frame, (), own_parts.get((), 0), (frame.name,) if frame.name else (), frame.joins)
    yield here
    for index, placed in enumerate(frame.items):
        item, path = placed.item, (*here.path, index)
        part = max(here.part, own_parts.get(path, 0))
        if isinstance(item, Frame):
            names = (*here.names, item.name) if item.name else here.names
            yield from _visits(item, own_parts, _Visit(item, path, part, names, here.joins or item.joins))
        else:
            own = item.joins if isinstance(item, Path) else ()
            yield _Visit(item, path, part, here.names, own or here.joins)


def _at_step(frame: Frame, first_steps: FirstSteps, step: int, path: IndexPath = ()) -> Frame:
    items: list[Placed] = []
    for index, placed in enumerate(frame.items):
        inner = (*path, index)
        if isinstance(placed.item, Frame):
            items.append(Placed(placed.at, _at_step(placed.item, first_steps, step, inner)))
        elif first_steps[inner] <= step:
            items.append(placed)
    return replace(frame, items=tuple(items))
