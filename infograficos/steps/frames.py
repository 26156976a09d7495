"""Cuts a placed figure into steps, with everything where it is in the whole figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from infograficos.scene.geometry import Point
from infograficos.scene.items import TITLE_BLOCK, Drawable, Frame, Path, Placed, TextBlock, walk
from infograficos.steps.bands import Place, bands

#: The step in which each item first appears, by its place in the scene.
FirstSteps = Mapping[Place, int]


def step_count(frame: Frame) -> int:
    """Return the number of steps of a figure."""
    return max(_first_steps(frame).values(), default=1)


def step_frames(frame: Frame) -> tuple[Frame, ...]:
    """Return a figure's frame at each step; the last holds everything.

    The parts are those that builders mark, or else the rows or columns of the body.
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
class _Visit:
    """An item with its place, its part, the names of the frames around it, and of those it joins."""

    item: Frame | Drawable
    place: Place
    part: int
    names: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()


def _first_steps(frame: Frame) -> FirstSteps:
    parts = {each.place: each.item.part for each in _visits(frame, {}) if isinstance(each.item, Frame)}
    marked = {place: part for place, part in parts.items() if part} or bands(frame)
    first_parts: dict[str, int] = {}
    empty: dict[str, int] = {}
    shown: dict[Place, tuple[int, tuple[str, ...]]] = {}
    for each in _visits(frame, marked):
        if not isinstance(each.item, Frame):
            shown[each.place] = max(each.part, 1), each.joins
            for name in () if each.joins else each.names:
                first_parts[name] = min(first_parts.get(name, each.part), each.part)
        elif each.item.name and not each.item.items:
            empty[each.item.name] = each.part
    first_parts |= empty
    # A connector appears with the later of its ends.
    steps = {
        place: max([part, *(first_parts.get(name, 1) for name in joins)])
        for place, (part, joins) in shown.items()
    }
    ranks = {part: rank for rank, part in enumerate(sorted(set(steps.values())), 1)}
    return {place: ranks[part] for place, part in steps.items()}


def _visits(frame: Frame, marked: FirstSteps, around: _Visit | None = None) -> Iterator[_Visit]:
    """Yield a frame and all it holds; what is inside a part belongs to it, or to a later one."""
    here = around or _Visit(frame, (), marked.get((), 0), (frame.name,) if frame.name else (), frame.joins)
    yield here
    for index, placed in enumerate(frame.items):
        item, place = placed.item, (*here.place, index)
        part = max(here.part, marked.get(place, 0))
        if isinstance(item, Frame):
            names = (*here.names, item.name) if item.name else here.names
            yield from _visits(item, marked, _Visit(item, place, part, names, here.joins or item.joins))
        else:
            own = item.joins if isinstance(item, Path) else ()
            yield _Visit(item, place, part, here.names, own or here.joins)


def _at_step(frame: Frame, first_steps: FirstSteps, step: int, place: Place = ()) -> Frame:
    items: list[Placed] = []
    for index, placed in enumerate(frame.items):
        inner = (*place, index)
        if isinstance(placed.item, Frame):
            items.append(Placed(placed.at, _at_step(placed.item, first_steps, step, inner)))
        elif first_steps[inner] <= step:
            items.append(placed)
    return replace(frame, items=tuple(items))
