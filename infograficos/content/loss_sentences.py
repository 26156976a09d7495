"""Sentences on the tokens of an example: those that are ignored, and those that have a loss."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.content.losses import Losses
from infograficos.language.grammar import list_numbers, phrase


def describe_ignored(tokens: Sequence[str], name: str, label: str, *, one_by_one: bool) -> str:
    """Return which tokens of a name are ignored, or how many."""
    return phrase(
        (
            "O token de {name} ({tokens}) tem {label} −100 e não conta.",
            "Os tokens de {name} ({tokens}) têm {label} −100 e não contam.",
        )
        if one_by_one
        else (
            "O token de {name} tem {label} −100 e não conta.",
            "Os {count} tokens de {name} têm {label} −100 e não contam.",
        ),
        len(tokens),
        name=name,
        tokens=" · ".join(tokens),
        label=label,
    )


def describe_padding(count: int, name: str) -> str:
    """Return how many tokens are padding."""
    return phrase(
        ("O token de {name} não conta.", "Os {count} tokens de {name} não contam."), count, name=name
    )


def describe_losses(
    tokens: Sequence[str], name: str, losses: Losses, correction: str, *, follows: bool
) -> str:
    """Return the loss of each token, and what their mean does; `follows` a sentence on other tokens."""
    return phrase(
        # “Os de resposta” are understood only after “Os tokens de instrução”.
        (
            "O de {name} ({tokens}) tem loss {losses}, e a média é {mean}; ela {correction}.",
            "Os de {name} ({tokens}) têm losses {losses}, com média {mean}; ela {correction}.",
        )
        if follows
        else (
            "O token de {name} ({tokens}) tem loss {losses}, e a média é {mean}; ela {correction}.",
            "Os tokens de {name} ({tokens}) têm losses {losses}, com média {mean}; ela {correction}.",
        ),
        len(tokens),
        name=name,
        tokens=" · ".join(tokens),
        losses=list_numbers(map(losses.format, losses.values)),
        mean=losses.format_mean(),
        correction=correction,
    )


def describe_loss_range(name: str, losses: Losses, correction: str) -> str:
    """Return between which losses several tokens are, and what their mean does."""
    low, high = (losses.format(end(losses.values)) for end in (min, max))
    return phrase(
        "Os {count} tokens de {name} têm loss {low}, com média {mean}; ela {correction}."
        if low == high
        else "Os {count} tokens de {name} têm losses de {low} a {high}, com média {mean}; ela {correction}.",
        len(losses.values),
        name=name,
        low=low,
        high=high,
        mean=losses.format_mean(),
        correction=correction,
    )


def describe_surprise(expected: str, token: str) -> str:
    """Return what was expected in place of the token with the largest loss."""
    return phrase(
        "O modelo esperava “{expected}”, e “{token}” é o que mais ensina.", expected=expected, token=token
    )
