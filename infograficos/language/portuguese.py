"""Portuguese grammar: plurals, enumerations, full stops, and words that may not end a line."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.language.numbers import format_number

#: Articles, prepositions and conjunctions, which should not be left alone at the end of a line.
WEAK_ENDINGS = frozenset(
    "a o as os um uma uns umas à às ao aos de do da dos das em no na nos nas num numa por pelo pela pelos "
    "pelas para com sem sob sobre entre até e ou que se".split()
)


def inflect(count: int, singular: str, plural: str) -> str:
    """Return the form that agrees with a count; none takes the plural."""
    return singular if count == 1 else plural


def pluralize(count: int, singular: str, plural: str, *, grouped: bool = False) -> str:
    """Write a count with its noun: “1 etapa”, “2 etapas” or, with grouped thousands, “20.000 etapas”."""
    return f"{format_number(count) if grouped else count} {inflect(count, singular, plural)}"


def join_and(items: Sequence[str]) -> str:
    """Join items as a sentence does: “a, b e c”."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} e {items[-1]}"


def join_first(items: Sequence[str], limit: int, total: int | None = None) -> str:
    """Join the first items as a sentence does and count the others of `total`: “a, b e mais 3”."""
    rest = (len(items) if total is None else total) - limit
    return join_and([*items[:limit], *([f"mais {format_number(rest)}"] if rest > 0 else [])])


def capitalize(text: str) -> str:
    """Write a text's first letter as a capital; `str.capitalize` would change the others, too."""
    return f"{text[0].upper()}{text[1:]}"


def ensure_full_stop(sentence: str) -> str:
    """Add a full stop to a sentence that ends in no punctuation mark."""
    stripped = sentence.rstrip()
    return stripped if stripped.endswith((".", "!", "?", "…")) else f"{stripped}."


def stop_quotation(quotation: str) -> str:
    """Add a full stop to a sentence that ends in a quotation without a punctuation mark."""
    return quotation if quotation.endswith((".”", "!”", "?”", "…”")) else f"{quotation}."
