"""Long sequences cut short: which items of each stretch are shown, and where “…” stands for the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

#: A stretch that is cut shows its first and its last item with “…” between them, or one end and “…”.
_FULL, _LEAST = 3, 2

#: The kind of what stands for whole stretches that are left out.
GAP = "…"


@dataclass(frozen=True, slots=True)
class TokenRun:
    """Items next to each other that are of one kind.

    Args:
        kind: what they are.
        first: the place of the first of them.
        count: how many there are.
        shown: the places of those that are shown, and nothing where “…” stands for several.
    """

    kind: str
    first: int
    count: int
    shown: tuple[int | None, ...]


def group_runs(kinds: Sequence[str]) -> tuple[TokenRun, ...]:
    """Return the stretches of equal kinds, with every item shown."""
    found, first = [], 0
    for kind, items in groupby(kinds):
        count = len(list(items))
        found.append(TokenRun(kind, first, count, tuple(range(first, first + count))))
        first += count
    return tuple(found)


def truncate_runs(
    whole: Sequence[TokenRun], most: int, preferred: str, heading: int = 0
) -> tuple[TokenRun, ...]:
    """Return the stretches with at most so many signs, so that the borders between them are seen.

    Where there are too many stretches, one of the kind `GAP` stands for the last of them.

    Args:
        whole: the stretches with all their items.
        most: how many items and “…” there is room for.
        preferred: the kind that gets the room that is left.
        heading: the room that each stretch takes besides its items.
    """
    kept, least = _kept(whole, most, heading)
    room = [min(each.count, least) if each.kind != GAP else 1 for each in kept]
    most -= heading * len(kept)
    for i in sorted(range(len(kept)), key=lambda i: kept[i].kind != preferred):
        if kept[i].kind != GAP:
            room[i] += max(0, min(kept[i].count - room[i], most - sum(room)))
    ends = [each.kind == preferred or each is kept[-1] for each in kept]
    return tuple(_shortened(each, size, end) for each, size, end in zip(kept, room, ends, strict=True))


def _kept(whole: Sequence[TokenRun], most: int, heading: int) -> tuple[list[TokenRun], int]:
    """Return the stretches that there is room for, and how many signs each of them has at least."""
    for least in (_FULL, _LEAST):
        if sum(min(each.count, least) + heading for each in whole) <= most:
            return list(whole), least
    kept, room = [whole[0]], most - 1 - heading - min(whole[0].count, _LEAST)
    for each in whole[1:]:
        room -= min(each.count, _LEAST) + heading
        if room < heading:
            break
        kept.append(each)
    rest = whole[len(kept) :]
    return [*kept, TokenRun(GAP, rest[0].first, sum(each.count for each in rest), (None,))], _LEAST


def _shortened(whole: TokenRun, size: int, from_start: bool) -> TokenRun:
    if size >= whole.count or whole.kind == GAP:
        return whole
    tail = (size - 1) // 2 if size > _LEAST else 1 - from_start
    head = size - 1 - tail
    end = whole.first + whole.count
    shown = (*range(whole.first, whole.first + head), None, *range(end - tail, end))
    return TokenRun(whole.kind, whole.first, whole.count, shown)
