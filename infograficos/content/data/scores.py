"""Scores of attention: which are masked and why, and the weights that they become."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import compress, pairwise
from math import exp, floor, frexp, fsum, inf

from infograficos.content.descriptions import description_room, join_within
from infograficos.errors import ContentError
from infograficos.language.grammar import join_and, phrase
from infograficos.language.messages import in_message_language, message
from infograficos.language.numbers import add_percent, format_decimal, round_half_up
from infograficos.language.texts import mark_text

#: How far from 1 the sum of all weights may be if they are rounded to decimals, and if to bfloat16's 8 bits.
_TOLERANCE, _TOLERANCE_OF_8_BITS = 1e-3, 2**-8

#: Sums of floats that are equal differ by less.
_ROUNDING = 1e-9

#: The power of a score whose own is too small for a float.
_LEAST = 1e-300


def tolerance(weights: Sequence[float]) -> float:
    """Return how far from its true value the sum of weights may be, given the precision that they have."""
    has_8_bits = all((frexp(weight)[0] * 256).is_integer() for weight in weights)
    return (_TOLERANCE_OF_8_BITS if has_8_bits else _TOLERANCE) + _ROUNDING


def sums_to_one(weights: Sequence[float]) -> bool:
    """Return whether weights add up to 1, as far as their precision allows."""
    return abs(fsum(weights) - 1) <= tolerance(weights)


def validate_probabilities(probabilities: Sequence[float], others: int) -> None:
    """Raise `ValueError` for a negative probability, or a sum that is not 1; with others, less will do."""
    least, total = min(probabilities), fsum(probabilities)
    if least < 0:
        raise ContentError("uma probabilidade não pode ser negativa; veio {least}", least=float(least))
    if others and total > 1 + tolerance(probabilities):
        raise ContentError("as probabilidades devem somar no máximo 1; somam {total}", total=total)
    if not others and not sums_to_one(probabilities):
        raise ContentError(
            "as probabilidades devem somar 1, com folga de {slack}; somam {total}. Se faltam tokens, "
            "diga quantos em “others”",
            slack=round(tolerance(probabilities), 4),
            total=total,
        )


def unlikely_error(token: str, chance: float, rest: float, others: int) -> ContentError:
    """Return the error for a token shown as one of the likeliest, when others share a greater rest."""
    with in_message_language():
        likely, total, each = map(format_chance, (chance, rest, rest / others))
    if others == 1:
        likelier = message("o outro token tem {rest}", rest=total)
    else:
        likelier = message("os outros tokens têm {rest}, em média {each} cada um", rest=total, each=each)
    return ContentError(
        "{others}, mais que “{token}” ({chance}), que então não é dos mais prováveis; dê os tokens mais "
        "prováveis, ou confira quantos faltam em “others”",
        others=likelier,
        token=token,
        chance=likely,
    )


def share_percentages(shares: Sequence[float]) -> tuple[int, ...]:
    """Return shares of 1 as whole percentages that add up to 100, equal ones for equal shares.

    Where these are at odds, as for three thirds, they add up to less or more.
    """
    exact = [100 * share for share in shares]
    rounded = [floor(share + _ROUNDING) for share in exact]
    # What is missing to 100 goes to the largest remainders.
    nearest = sorted(range(len(exact)), key=lambda i: rounded[i] - exact[i])
    missing = max(0, 100 - sum(rounded))
    for i in nearest[:missing]:
        rounded[i] += 1
    ranked = sorted(zip(exact, rounded, strict=True))
    if any(high - low < _ROUNDING and a != b for (low, a), (high, b) in pairwise(ranked)):
        return tuple(floor(share + 0.5 + _ROUNDING) for share in exact)
    return tuple(rounded)


def mask_reasons(
    scores: Sequence[Sequence[float | None]],
    mask: Sequence[Sequence[bool | str]] | None,
    causal: bool,
    default: str,
) -> tuple[tuple[str, ...], ...]:
    """Return the reason for which each cell of a matrix is masked, empty where it is not.

    Args:
        scores: rows of equal length; a score that is −∞ or missing is masked.
        mask: rows of true, false, or reasons; an empty reason masks nothing.
        causal: mask the cells after the diagonal, too.
        default: the reason of cells that are masked without one of their own.
    """

    def reason(i: int, j: int, score: float | None) -> str:
        value = mask[i][j] if mask else False
        named = value.strip() if isinstance(value, str) else ""
        if value is True or (causal and j > i) or (not named and score in (None, -inf)):
            return default
        return named

    return tuple(tuple(reason(i, j, score) for j, score in enumerate(row)) for i, row in enumerate(scores))


def softmax(scores: Sequence[float], temperature: float = 1.0, masked: Sequence[object] = ()) -> list[float]:
    """Return each score's weight, all adding up to 1; an item of `masked` that is true takes it all away."""
    kept = [not off for off in masked] or [True] * len(scores)
    # The largest is taken off first, so that no power overflows.
    top, pairs = max(compress(scores, kept), default=0.0), zip(scores, kept, strict=True)
    # Only what is masked has no weight at all, however far a score is from the largest.
    powers = [
        max(exp((score - top) / temperature), _LEAST) if keep and score > -inf else 0.0
        for score, keep in pairs
    ]
    total = fsum(powers) or 1.0
    return [power / total for power in powers]


def describe_mask(reasons: list[str], default: str, causal: bool) -> str:
    """Return which cells of a matrix are masked, in words that follow its shape."""
    named = join_and([reason for reason in reasons if reason != default] or [""])
    if named and causal:
        return phrase("com máscara causal e {reasons}", reasons=named)
    if named:
        return phrase("com células mascaradas ({reasons})", reasons=named)
    if causal:
        return phrase("com máscara causal")
    return phrase("com células mascaradas") if reasons else ""


def format_chance(chance: float) -> str:
    """Format a probability as a percentage with one decimal; only 0 and 1 are written as 0 and 100."""
    percent, bound = 100 * chance, ""
    if percent and not round_half_up(percent, 1):
        percent, bound = 0.1, "< "
    elif percent < 100 - _ROUNDING and round_half_up(percent, 1) >= 100:
        percent, bound = 99.9, "> "
    # Alone in its column, it needs no no-break space.
    return f"{bound}{add_percent(format_decimal(percent, 1))}".replace("\u00a0", " ")


def describe_likeliest(tokens: Sequence[str], context: str, end: str) -> str:
    """Return what may follow a context: as many of the tokens as have room before the end."""
    source = mark_text(
        (
            "Depois de “{context}”, o mais provável é {tokens}.",
            "Depois de “{context}”, os mais prováveis são {tokens}.",
        )
    )
    write, after = partial(phrase, source, len(tokens), context=context), f" {end}" if end else ""
    room = description_room() - len(write(tokens="")) - len(after)
    return f"{write(tokens=join_within(tokens, room))}{after}"
