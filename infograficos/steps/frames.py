"""Cuts a placed figure into steps, with everything where it is in the whole figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from infograficos.elements.sheet import TITLE_BLOCK
from infograficos.scene.geometry import Point
from infograficos.scene.items import Drawable, Frame, Path, Placed, TextBlock, walk
from infograficos.steps.bands import Place, bands

#: The step in which each item first appears, by its place in the scene.
FirstSteps = Mapping[Place, int]


def step_count(frame: Frame) -> int:
    """Return the number of steps of a figure."""
    return max(_first_steps(frame).values(), default=1)


def step_frames(frame: Frame) -> tuple[Frame, ...]:
    """Return a figure's frame at each step; the last holds everything.

    The parts are those that builders mark, or else the rows or columns of the body. A connector appears with
    the later of its ends.
    """
    first_steps = _first_steps(frame)
    count = max(first_steps.values(), default=1)
    return tuple(_at_step(frame, first_steps, step) for step in range(1, count + 1))


def new_words(frame: Frame, before: Frame | None) -> list[str]:
    """Return the texts that a step adds to the one before, heading aside."""
    known = {spot for spot, _ in _texts(before)} if before else set()
    return [text for spot, text in _texts(frame) if spot not in known]


def _texts(frame: Frame) -> Iterator[tuple[tuple[Point, str], str]]:
    for visit in walk(frame):
        if isinstance(visit.item, TextBlock) and TITLE_BLOCK not in visit.path:
            yield (visit.at, visit.item.text), visit.item.text


@dataclass(frozen=True, slots=True)
class _Leaf:
    """An item with its place, its part, the names of the frames around it, and of those it joins."""

    place: Place
    part: int
    names: tuple[str, ...]
    joins: tuple[str, ...]


def _first_steps(frame: Frame) -> FirstSteps:
    marked = _marked_parts(frame) or bands(frame)
    leaves = list(_leaves(frame, marked, (), _Leaf((), 0, (), ())))
    shown = {leaf.place: max(leaf.part, 1) for leaf in leaves}
    first_parts = _first_parts(leaves) | _empty_frame_parts(frame, marked, (), 0)
    for leaf in leaves:
        shown[leaf.place] = max([shown[leaf.place], *(first_parts.get(name, 1) for name in leaf.joins)])
    ranks = {part: rank for rank, part in enumerate(sorted(set(shown.values())), 1)}
    return {place: ranks[part] for place, part in shown.items()}


def _first_parts(leaves: Iterable[_Leaf]) -> dict[str, int]:
    """Return the step in which each named frame first appears."""
    found: dict[str, int] = {}
    for leaf in leaves:
        for name in () if leaf.joins else leaf.names:
            found[name] = min(found.get(name, leaf.part), leaf.part)
    return found


def _marked_parts(frame: Frame, place: Place = ()) -> dict[Place, int]:
    """Return the parts marked by builders."""
    found = {place: frame.part} if frame.part else {}
    for index, placed in enumerate(frame.items):
        if isinstance(placed.item, Frame):
            found |= _marked_parts(placed.item, (*place, index))
    return found


def _leaves(frame: Frame, marked: FirstSteps, place: Place, around: _Leaf) -> Iterator[_Leaf]:
    part = max(around.part, marked.get(place, 0))
    names = (*around.names, frame.name) if frame.name else around.names
    here = _Leaf(place, part, names, around.joins or frame.joins)
    for index, placed in enumerate(frame.items):
        inner = (*place, index)
        if isinstance(placed.item, Frame):
            yield from _leaves(placed.item, marked, inner, here)
        else:
            own = placed.item.joins if isinstance(placed.item, Path) else ()
            yield replace(here, place=inner, part=max(part, marked.get(inner, 0)), joins=own or here.joins)


def _empty_frame_parts(frame: Frame, marked: FirstSteps, place: Place, part: int) -> dict[str, int]:
    """Return the part around each empty frame, by its name."""
    part = max(part, marked.get(place, 0))
    found = {frame.name: part} if frame.name and not frame.items else {}
    for index, placed in enumerate(frame.items):
        if isinstance(placed.item, Frame):
            found |= _empty_frame_parts(placed.item, marked, (*place, index), part)
    return found


def _at_step(frame: Frame, first_steps: FirstSteps, step: int, place: Place = ()) -> Frame:
    items: list[Placed] = []
    for index, placed in enumerate(frame.items):
        inner = (*place, index)
        item: Frame | Drawable = placed.item
        if isinstance(item, Frame):
            items.append(replace(placed, item=_at_step(item, first_steps, step, inner)))
        elif first_steps[inner] <= step:
            items.append(placed)
    return replace(frame, items=tuple(items))
