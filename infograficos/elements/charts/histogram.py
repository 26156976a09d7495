"""How many values fall into each of several bins, counted here so that a figure cannot miscount."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from infograficos.content.fields import is_finite, to_builtins
from infograficos.content.messages import expected_message
from infograficos.elements.charts.axis import rounded_axis
from infograficos.language.numbers import format_column
from infograficos.language.portuguese import pluralize

#: More are never asked for by hand.
_MOST_BINS = 100

_LARGEST = 1e12


def histogram_edges(values: Sequence[float], bins: int | Sequence[float]) -> list[float]:
    """Return the edges of the bins: those given, or as many as asked for at most, on round numbers."""
    if isinstance(bins, bool) or (isinstance(bins, int) and not 2 <= bins <= _MOST_BINS):
        wanted = f"um número de faixas de 2 a {_MOST_BINS}, ou a lista das bordas"
        raise ValueError(expected_message(wanted, bins))
    if isinstance(bins, int):
        axis = rounded_axis("", values, bins)
        # Three tenths are not three times a tenth: an edge is the number that is written at it.
        edges = [float(f"{tick.value:.12g}") for tick in axis.ticks]
        edges[0], edges[-1] = min(edges[0], *values), max(edges[-1], *values)
        # A value on the last edge belongs to the last bin, so that no empty one is needed for it.
        return [round(edge) if float(edge).is_integer() else edge for edge in edges]
    edges = histogram_values(bins)
    if len(edges) < 2 or any(after <= before for before, after in pairwise(edges)):
        raise ValueError("as bordas das faixas devem ser ao menos 2 e crescer da primeira à última")
    return edges


def histogram_counts(values: Sequence[float], edges: Sequence[float]) -> list[int]:
    """Return how many values are in each bin, which holds its lower edge; the last holds both its edges."""
    outside = sum(not edges[0] <= value <= edges[-1] for value in values)
    if outside:
        verb = "fica" if outside == 1 else "ficam"
        ends = " a ".join(format_column([edges[0], edges[-1]]))
        raise ValueError(f"{pluralize(outside, 'valor', 'valores')} {verb} fora das faixas, de {ends}")
    counts = [0] * (len(edges) - 1)
    for value in values:
        counts[min(bisect_right(edges, value), len(counts)) - 1] += 1
    return counts


def histogram_labels(values: Sequence[float], edges: Sequence[float]) -> list[str]:
    """Return the bins' names: “0–49” where all is whole and none is negative, else “0 a 0,5”."""
    if edges[0] >= 0 and all(float(number).is_integer() for number in (*values, *edges)):
        # The upper edge is not in the bin, except in the last one.
        highs = [high - 1 for high in edges[1:-1]] + [edges[-1]]
        pairs = zip(format_column(edges[:-1], 0), format_column(highs, 0), strict=True)
        return [low if low == high else f"{low}–{high}" for low, high in pairs]
    words = format_column(edges)
    return [f"{low} a {high}" for low, high in pairwise(words)]


def histogram_values(given: object) -> list[float]:
    """Return numbers from a list, an array or a tensor, and refuse what is none."""
    numbers = to_builtins(given)
    if not isinstance(numbers, list) or not numbers:
        raise ValueError(expected_message("uma lista de ao menos 1 número", given))
    for place, number in enumerate(numbers):
        if isinstance(number, bool) or not isinstance(number, int | float) or not is_finite(number):
            raise ValueError(f"valor {place}: {expected_message('um número finito', number)}")
        if abs(number) > _LARGEST:
            raise ValueError(f"valor {place}: o número é longo demais; mude a unidade")
    return numbers
