"""The rows or columns that a placed figure's body consists of, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infograficos.elements.sheet import TITLE_BLOCK
from infograficos.scene.geometry import TOLERANCE, Rect
from infograficos.scene.items import Frame, TextBlock, extent, walk

#: Where something is in a scene: its number among its parent's items, after those of its parents.
Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    place: Place
    frame: Frame
    rect: Rect


def bands(frame: Frame, place: Place = ()) -> dict[Place, int]:
    """Return the number of each band of the body, by the places of the frames that belong to it.

    The outermost level that has several rows or, if it has one, several columns is the one that counts. An
    arrow, a rule or a sign between two of them belongs to the one after it.
    """
    items = _items(frame, place)
    for along in (_down, _across):
        found = _cut(items, along)
        numbers = _numbered(found)
        if len(set(numbers)) > 1:
            return {item.place: number for band, number in zip(found, numbers, strict=True) for item in band}
    if not items:
        return {}
    largest = max(items, key=lambda item: item.rect.width * item.rect.height)
    return bands(largest.frame, largest.place)


def _items(frame: Frame, place: Place) -> list[_Item]:
    return [
        _Item((*place, index), placed.item, extent(placed.item).moved(placed.at))
        for index, placed in enumerate(frame.items)
        if isinstance(placed.item, Frame)
        and placed.item.name != TITLE_BLOCK
        and not placed.item.joins
        and any(not isinstance(visit.item, Frame) for visit in walk(placed.item))
    ]


def _down(rect: Rect) -> tuple[float, float]:
    return rect.y, rect.bottom


def _across(rect: Rect) -> tuple[float, float]:
    return rect.x, rect.right


def _cut(items: Sequence[_Item], along: Callable[[Rect], tuple[float, float]]) -> list[list[_Item]]:
    """Return the items in groups between which a straight cut touches none of them."""
    found: list[list[_Item]] = []
    end = 0.0
    for item in sorted(items, key=lambda item: along(item.rect)):
        first, last = along(item.rect)
        if not found or first > end - TOLERANCE:
            found.append([])
            end = last
        found[-1].append(item)
        end = max(end, last)
    return found


def _numbered(found: Sequence[Sequence[_Item]]) -> list[int]:
    numbers, number = [], 1
    for band in found:
        numbers.append(number)
        number += any(_says_something(item.frame) for item in band)
    # What comes after the last part belongs to it.
    return [min(each, max(1, number - 1)) for each in numbers]


def _says_something(frame: Frame) -> bool:
    """Say whether there is more than an arrow and its words, a rule, or a sign such as “+”."""
    items = [visit.item for visit in walk(frame) if not isinstance(visit.item, Frame)]
    texts = [item.text for item in items if isinstance(item, TextBlock)]
    purposes = {getattr(item, "purpose", "mark") for item in items if not isinstance(item, TextBlock)}
    if purposes - {"connector", "ornament"}:
        return True
    return "connector" not in purposes and any(letter.isalnum() for text in texts for letter in text)
