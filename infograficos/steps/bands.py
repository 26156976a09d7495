"""Splits a figure's body into bands: its rows or columns, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from infograficos.scene.geometry import TOLERANCE, Rect
from infograficos.scene.items import TITLE_BLOCK, Frame, TextBlock, extent, walk

#: The path of an item: the indices of the frames around it and its own.
IndexPath = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    path: IndexPath
    frame: Frame
    rect: Rect


def bands(frame: Frame, path: IndexPath = ()) -> dict[IndexPath, int]:
    """Return the band, from 1, of each frame of the body by its path.

    Bands are the rows, or else the columns, of the outermost level with several. Arrows, rules and signs
    between two bands belong to the second.
    """
    items = _items(frame, path)
    for along in (attrgetter("y", "bottom"), attrgetter("x", "right")):
        groups = _group(items, along)
        numbers = _number_bands(groups)
        if len(set(numbers)) > 1:
            return {item.path: number for band, number in zip(groups, numbers, strict=True) for item in band}
    if not items:
        return {}
    largest = max(items, key=lambda item: item.rect.width * item.rect.height)
    return bands(largest.frame, largest.path)


def _items(frame: Frame, path: IndexPath) -> list[_Item]:
    return [
        _Item((*path, index), placed.item, extent(placed.item).translate(placed.at))
        for index, placed in enumerate(frame.items)
        if isinstance(placed.item, Frame)
        and placed.item.name != TITLE_BLOCK
        and not placed.item.joins
        and any(not isinstance(visit.item, Frame) for visit in walk(placed.item))
    ]


def _group(items: Sequence[_Item], along: Callable[[Rect], tuple[float, float]]) -> list[list[_Item]]:
    """Group items that overlap along an axis."""
    groups: list[list[_Item]] = []
    end = 0.0
    for item in sorted(items, key=lambda item: along(item.rect)):
        first, last = along(item.rect)
        if not groups or first > end - TOLERANCE:
            groups.append([])
            end = last
        groups[-1].append(item)
        end = max(end, last)
    return groups


def _number_bands(groups: Sequence[Sequence[_Item]]) -> list[int]:
    numbers, number = [], 1
    for band in groups:
        numbers.append(number)
        number += any(_has_content(item.frame) for item in band)
    # Arrows and signs after the last band belong to it.
    return [min(each, max(1, number - 1)) for each in numbers]


def _has_content(frame: Frame) -> bool:
    """Return whether a frame has more than an arrow and its label, a rule, or a sign such as “+”."""
    items = [visit.item for visit in walk(frame) if not isinstance(visit.item, Frame)]
    texts = [item.text for item in items if isinstance(item, TextBlock)]
    purposes = {getattr(item, "purpose", "mark") for item in items if not isinstance(item, TextBlock)}
    if purposes - {"connector", "ornament"}:
        return True
    return "connector" not in purposes and any(letter.isalnum() for text in texts for letter in text)
