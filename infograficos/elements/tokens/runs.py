"""Runs of tokens of one kind, truncated with “…” where they are long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

#: A truncated run shows both ends around “…”, or one end and “…”.
_FULL, _MINIMUM = 3, 2

#: The kind of a run that replaces omitted runs.
GAP = "…"


@dataclass(frozen=True, slots=True)
class TokenRun:
    """Consecutive items of one kind; `shown` has the indices of those shown, and `None` for “…”."""

    kind: str
    first: int
    count: int
    shown: tuple[int | None, ...]


def group_runs(kinds: Sequence[str]) -> tuple[TokenRun, ...]:
    """Return the runs of equal kinds, with every item shown."""
    runs = [(kind, [i for i, _ in items]) for kind, items in groupby(enumerate(kinds), lambda pair: pair[1])]
    return tuple(TokenRun(kind, shown[0], len(shown), tuple(shown)) for kind, shown in runs)


def truncate_runs(
    runs: Sequence[TokenRun], limit: int, preferred: str, heading: int = 0
) -> tuple[TokenRun, ...]:
    """Return runs of a limited total length in which the borders between runs stay visible.

    If there are too many runs, one of the kind `GAP` replaces the last of them.

    Args:
        limit: the room, in items; “…” takes as much as an item.
        preferred: the kind that gets the spare room.
        heading: the room that each run takes besides its items.
    """
    kept, minimum = _fitting_runs(runs, limit, heading)
    room = [min(run.count, minimum) if run.kind != GAP else 1 for run in kept]
    limit -= heading * len(kept)
    for i in sorted(range(len(kept)), key=lambda i: kept[i].kind != preferred):
        if kept[i].kind != GAP:
            room[i] += max(0, min(kept[i].count - room[i], limit - sum(room)))
    ends = [run.kind == preferred or run is kept[-1] for run in kept]
    return tuple(_truncate(run, size, end) for run, size, end in zip(kept, room, ends, strict=True))


def _fitting_runs(runs: Sequence[TokenRun], limit: int, heading: int) -> tuple[list[TokenRun], int]:
    """Return the runs that fit, and the least number of items of each."""
    for minimum in (_FULL, _MINIMUM):
        if sum(min(run.count, minimum) + heading for run in runs) <= limit:
            return list(runs), minimum
    kept, room = [runs[0]], limit - 1 - heading - min(runs[0].count, _MINIMUM)
    for run in runs[1:]:
        room -= min(run.count, _MINIMUM) + heading
        if room < heading:
            break
        kept.append(run)
    rest = runs[len(kept) :]
    return [*kept, TokenRun(GAP, rest[0].first, sum(run.count for run in rest), (None,))], _MINIMUM


def _truncate(run: TokenRun, size: int, from_start: bool) -> TokenRun:
    if size >= run.count or run.kind == GAP:
        return run
    tail = (size - 1) // 2 if size > _MINIMUM else 1 - from_start
    head = size - 1 - tail
    end = run.first + run.count
    shown = (*range(run.first, run.first + head), None, *range(end - tail, end))
    return TokenRun(run.kind, run.first, run.count, shown)
