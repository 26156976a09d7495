"""What a tokenizer gives beside its ids: where each token starts and ends in the text."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.content.messages import expected_message
from infograficos.errors import InputError

#: What stands for a token that is not in the text and whose name the offsets do not tell.
SPECIAL = "<especial>"


def unbatch(given: object, name: str, depth: int) -> Sequence[object]:
    """Return a text's own list, also out of a batch that holds only this text.

    Args:
        given: what the tokenizer gave, as Python's own lists.
        name: what it is called, for the message.
        depth: how many lists lie in each other where there is a batch.
    """
    found = given if isinstance(given, list | tuple) else ()
    inner: object = found
    for _ in range(depth):
        inner = inner[0] if isinstance(inner, list | tuple) and inner else None
    if not isinstance(inner, list | tuple):
        return found
    if len(found) > 1:
        raise InputError(f"Tokenization.{name}: esperado um texto só, veio um lote de {len(found)}")
    return tuple(found[0])


def slice_text(text: str, place: object, position: int) -> str:
    """Return the piece of a text at an offset, or what stands for a token that has none."""
    if not isinstance(place, list | tuple) or len(place) != 2:
        raise InputError(
            f"Tokenization.offset_mapping[{position}]: {expected_message('um par (início, fim)', place)}"
        )
    start, end = place
    within = isinstance(start, int) and isinstance(end, int)
    return (text[start:end] if within else "") or SPECIAL
