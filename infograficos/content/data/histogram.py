"""How many values fall into each of several bins, counted here so that a figure cannot miscount."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from infograficos.content.data.read_numbers import read_numbers
from infograficos.content.data.ticks import nice_ticks
from infograficos.content.validation_messages import expected_message
from infograficos.errors import ContentError
from infograficos.language.grammar import phrase
from infograficos.language.languages import SOURCE
from infograficos.language.messages import in_message_language, message
from infograficos.language.numbers import format_column
from infograficos.language.texts import in_language

_MAX_BINS = 100


def histogram(
    values: object, bins: int | Sequence[float]
) -> tuple[list[tuple[str, int]], list[float] | None]:
    """Return the label and the count of each bin, and the edges of those that hold more than one number."""
    numbers = read_numbers(values)
    edges = bin_edges(numbers, bins)
    pairs = list(zip(bin_labels(numbers, edges), count_bins(numbers, edges), strict=True))
    return pairs, None if is_of_units(numbers, edges) else edges


def bin_edges(values: Sequence[float], bins: int | Sequence[float]) -> list[float]:
    """Return the given edges of the bins, or round edges of at most `bins` bins of one width."""
    if isinstance(bins, bool) or (isinstance(bins, int) and not 2 <= bins <= _MAX_BINS):
        raise ValueError(
            expected_message("um número de faixas de 2 a {most}, ou a lista das bordas", bins, most=_MAX_BINS)
        )
    if isinstance(bins, int):
        unit = _unit_bins(values, bins)
        if unit:
            return unit
        # Three tenths are not three times a tenth: an edge is the number that is written at it.
        edges = [float(f"{tick:.12g}") for tick in nice_ticks(values, bins, whole=_are_whole(values))[0]]
        edges[0], edges[-1] = min(edges[0], *values), max(edges[-1], *values)
        # A value on the last edge belongs to the last bin, so that no empty one is needed for it.
        return [round(edge) if float(edge).is_integer() else edge for edge in edges]
    edges = read_numbers(bins)
    if len(edges) < 2 or any(after <= before for before, after in pairwise(edges)):
        raise ContentError("as bordas das faixas devem ser ao menos 2 e crescer da primeira à última")
    return edges


def _unit_bins(values: Sequence[float], bins: int) -> list[float]:
    """Return a bin for each whole number if all values are whole and there are few, else nothing."""
    low, high = min(values), max(values)
    if not _are_whole(values) or high - low + 1 > bins:
        return []
    return list(range(int(low), int(high) + 2))


def is_of_units(values: Sequence[float], edges: Sequence[float]) -> bool:
    """Return whether each bin holds one whole number, by which it may then be called."""
    steps = (after - before for before, after in pairwise(edges))
    return _are_whole([*values, *edges]) and all(step == 1 for step in steps) and max(values) < edges[-1]


def _are_whole(values: Sequence[float]) -> bool:
    return all(float(value).is_integer() for value in values)


def count_bins(values: Sequence[float], edges: Sequence[float]) -> list[int]:
    """Return how many values are in each bin, which holds its lower edge; the last holds both its edges."""
    outside = sum(not edges[0] <= value <= edges[-1] for value in values)
    if outside:
        raise ValueError(_outside_message(outside, edges))
    counts = [0] * (len(edges) - 1)
    for value in values:
        counts[min(bisect_right(edges, value), len(counts)) - 1] += 1
    return counts


def _outside_message(count: int, edges: Sequence[float]) -> str:
    with in_message_language():
        low, high = format_column([edges[0], edges[-1]], distinct=True)
    return message(
        (
            "{count} valor fica fora das faixas, de {low} a {high}",
            "{count} valores ficam fora das faixas, de {low} a {high}",
        ),
        count,
        low=low,
        high=high,
    )


def bin_labels(values: Sequence[float], edges: Sequence[float]) -> list[str]:
    """Return the bins' labels: “0–49” where all is whole and none is negative, else “0 a 0,5”."""
    if is_of_units(values, edges):
        return _unit_labels(edges)
    return _whole_labels(edges) if _are_whole([*values, *edges]) and edges[0] >= 0 else _range_labels(edges)


def translate_labels(labels: Sequence[str], edges: Sequence[float]) -> list[str]:
    """Return the labels of bins in the language of the drawing; what an author wrote in their place stays."""
    for write in (_unit_labels, _whole_labels, _range_labels):
        with in_language(SOURCE):
            source = write(edges)
        if source == list(labels):
            return write(edges)
    return list(labels)


def _unit_labels(edges: Sequence[float]) -> list[str]:
    return format_column(edges[:-1], 0)


def _whole_labels(edges: Sequence[float]) -> list[str]:
    # The upper edge is not in the bin, except in the last one.
    highs = [high - 1 for high in edges[1:-1]] + [edges[-1]]
    pairs = zip(format_column(edges[:-1], 0), format_column(highs, 0), strict=True)
    return [low if low == high else f"{low}–{high}" for low, high in pairs]


def _range_labels(edges: Sequence[float]) -> list[str]:
    words = format_column(edges, distinct=True)
    return [phrase("{low} a {high}", low=low, high=high) for low, high in pairwise(words)]
