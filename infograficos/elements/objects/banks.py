"""What is on a river's banks: each thing at its stone, or as near to it as its neighbours allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from infograficos.elements.connectors.flow_ends import ascending
from infograficos.scene.geometry import TOLERANCE
from infograficos.scene.items import Frame

#: Between two things on a bank, in units.
GAP = 18.0


@dataclass(frozen=True, slots=True)
class Spot:
    """What belongs to a landmark on one bank: its frame, where its stone is, and where its own middle is."""

    frame: Frame
    stone: float
    center: float = 0.0


def place_apart(spots: Sequence[Spot], width: float) -> list[Spot]:
    """Return spots with their middles at their stones, or as near to them as their widths allow."""
    if not spots:
        return []
    widths = [spot.frame.size.width for spot in spots]
    shifts = [0.0, *accumulate((a + b) / 2 + GAP for a, b in pairwise(widths))]
    low, high = widths[0] / 2, width - widths[-1] / 2 - shifts[-1]
    wants = ascending([spot.stone - shift for spot, shift in zip(spots, shifts, strict=True)])
    return [
        Spot(spot.frame, spot.stone, max(low, min(high, want)) + shift)
        for spot, want, shift in zip(spots, wants, shifts, strict=True)
    ]


def all_fit(spots: Sequence[Spot], width: float) -> bool:
    """Return whether no thing reaches beyond the banks' ends."""
    edges = ((spot.center, spot.frame.size.width / 2) for spot in spots)
    return all(center - half >= -TOLERANCE and center + half <= width + TOLERANCE for center, half in edges)
