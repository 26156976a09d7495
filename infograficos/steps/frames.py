"""A placed figure step by step: what is shown when, with everything where it is in the whole figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from infograficos.elements.sheet import TITLE_BLOCK
from infograficos.scene.geometry import Point
from infograficos.scene.items import Drawable, Frame, Path, Placed, TextBlock, walk
from infograficos.steps.bands import Place, bands

#: In which step each drawn thing is shown for the first time, by its place in the scene.
Times = Mapping[Place, int]


def step_count(frame: Frame) -> int:
    """Return in how many steps a figure can be shown."""
    return max(_times(frame).values(), default=1)


def step_frames(frame: Frame) -> tuple[Frame, ...]:
    """Return a figure's frame once for each step, with what is not shown yet left out; the last is all of it.

    The parts of a figure are those that builders marked or, where none is marked, the rows or columns of its
    body. A connector is shown as soon as both its ends are.
    """
    times = _times(frame)
    count = max(times.values(), default=1)
    return tuple(_shown(frame, times, step) for step in range(1, count + 1))


def new_words(frame: Frame, before: Frame | None) -> list[str]:
    """Return the texts of a step that the step before it does not have, without the figure's heading."""
    known = {spot for spot, _ in _texts(before)} if before else set()
    return [text for spot, text in _texts(frame) if spot not in known]


def _texts(frame: Frame) -> Iterator[tuple[tuple[Point, str], str]]:
    for visit in walk(frame):
        if isinstance(visit.item, TextBlock) and TITLE_BLOCK not in visit.path:
            yield (visit.at, visit.item.text), visit.item.text


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A drawn thing: where it is in the scene, its part, and the names around it and of what it joins."""

    place: Place
    part: int
    names: tuple[str, ...]
    joins: tuple[str, ...]


def _times(frame: Frame) -> Times:
    marks = _marks(frame) or bands(frame)
    leaves = list(_leaves(frame, marks, (), _Leaf((), 0, (), ())))
    shown = {leaf.place: max(leaf.part, 1) for leaf in leaves}
    begun = _begun(leaves) | _empty(frame, marks, (), 0)
    for leaf in leaves:
        shown[leaf.place] = max([shown[leaf.place], *(begun.get(name, 1) for name in leaf.joins)])
    ranks = {part: rank for rank, part in enumerate(sorted(set(shown.values())), 1)}
    return {place: ranks[part] for place, part in shown.items()}


def _begun(leaves: Iterable[_Leaf]) -> dict[str, int]:
    """Return when the first of what stands in a frame is shown, by the frame's name: a connector needs it."""
    found: dict[str, int] = {}
    for leaf in leaves:
        for name in () if leaf.joins else leaf.names:
            found[name] = min(found.get(name, leaf.part), leaf.part)
    return found


def _marks(frame: Frame, place: Place = ()) -> dict[Place, int]:
    """Return the parts that builders marked."""
    found = {place: frame.part} if frame.part else {}
    for index, placed in enumerate(frame.items):
        if isinstance(placed.item, Frame):
            found |= _marks(placed.item, (*place, index))
    return found


def _leaves(frame: Frame, marks: Times, place: Place, around: _Leaf) -> Iterator[_Leaf]:
    part = max(around.part, marks.get(place, 0))
    names = (*around.names, frame.name) if frame.name else around.names
    here = _Leaf(place, part, names, around.joins or frame.joins)
    for index, placed in enumerate(frame.items):
        inner = (*place, index)
        if isinstance(placed.item, Frame):
            yield from _leaves(placed.item, marks, inner, here)
        else:
            own = placed.item.joins if isinstance(placed.item, Path) else ()
            yield replace(here, place=inner, part=max(part, marks.get(inner, 0)), joins=own or here.joins)


def _empty(frame: Frame, marks: Times, place: Place, part: int) -> dict[str, int]:
    """Return when what is around a frame is shown, by the names of frames that show nothing themselves."""
    part = max(part, marks.get(place, 0))
    found = {frame.name: part} if frame.name and not frame.items else {}
    for index, placed in enumerate(frame.items):
        if isinstance(placed.item, Frame):
            found |= _empty(placed.item, marks, (*place, index), part)
    return found


def _shown(frame: Frame, times: Times, step: int, place: Place = ()) -> Frame:
    items: list[Placed] = []
    for index, placed in enumerate(frame.items):
        inner = (*place, index)
        item: Frame | Drawable = placed.item
        if isinstance(item, Frame):
            items.append(replace(placed, item=_shown(item, times, step, inner)))
        elif times[inner] <= step:
            items.append(placed)
    return replace(frame, items=tuple(items))
