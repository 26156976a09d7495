"""A token as one reads it: its spaces made visible, and the piece of text that it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: What stands for a space: an open box is read as one, while a middle dot could be a token itself.
SPACE_SIGN = "␣"

#: Byte-level BPE writes a space as Ġ and a line's end as Ċ, SentencePiece a space as ▁: only at a token's
#: start, or wherever they are. Ġ elsewhere is a letter.
_LEADING = {"Ġ": " ", "Ċ": "\n", "▁": " "}
_SIGNS = {" ": SPACE_SIGN, "\u00a0": SPACE_SIGN, "\n": "↵", "\r": "↵", "\t": "⇥"}

_BLANKS = re.compile(r"[ \u00a0\n\r\t]+")
_SPECIAL = re.compile(r"<[^<>\s]+>|\[[A-Z]+\]")
_UNKNOWN = re.compile(r"(<\|?|\[)unk(\|?>|\])", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s*(\w+|[^\w\s])")

#: Where a token stands in its text, or nothing for one that the text does not hold.
TextRange = tuple[int, int] | None


def decode_token(token: str) -> str:
    """Return the text that a token stands for: `Ġgato` is “ gato”, `##ção` is “ção”."""
    if token.startswith("##") and len(token) > 2:
        return token[2:]
    read = ""
    for position, sign in enumerate(token):
        if sign not in _LEADING:
            return read + token[position:].replace("▁", " ")
        read += _LEADING[sign]
    return read


def visible_parts(token: str) -> tuple[tuple[str, bool], ...]:
    """Cut a token into what is drawn, each part with whether it stands for spaces."""
    read = token if token.startswith("##") else decode_token(token)
    parts, end = [], 0
    for blank in _BLANKS.finditer(read):
        if blank.start() > end:
            parts.append((read[end : blank.start()], False))
        parts.append(("".join(_SIGNS[sign] for sign in blank[0]), True))
        end = blank.end()
    if end < len(read):
        parts.append((read[end:], False))
    return tuple(parts)


def speak_token(token: str) -> str:
    """Return a token as it is said in a sentence, without signs for spaces around it."""
    return decode_token(token).strip() or "espaço"


def truncate_line(text: str, longest: int) -> str:
    """Return a text in one line, cut with “…” where it is longer than told."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def first_words(text: str, most: int) -> str:
    """Return a text's first words as they are, with “…” where there are more than told."""
    words = list(re.finditer(r"\S+", text))
    return text if len(words) <= most else f"{text[: words[most - 1].end()]} …"


def is_special(token: str) -> bool:
    """Say whether a token looks like a marker, such as `<s>`, `<|endoftext|>` or `[CLS]`."""
    return bool(_SPECIAL.fullmatch(token))


def is_unknown(token: str) -> bool:
    """Say whether a token stands for a word that the vocabulary lacks."""
    return bool(_UNKNOWN.fullmatch(token))


def locate_tokens(text: str, tokens: Sequence[str]) -> tuple[TextRange, ...]:
    """Return where each token stands in a text; raises `ValueError` where tokens and text disagree."""
    found: list[TextRange] = []
    here = 0
    for position, token in enumerate(tokens):
        place = _place(text, here, token)
        if place is None and not is_special(token):
            raise ValueError(
                f"o token {position} (“{token}”) não continua o texto, que segue com {_rest(text, here)}"
                f"{_advice(text, token)}"
            )
        found.append(place)
        here = place[1] if place else here
    if text[here:].strip():
        raise ValueError(f"os tokens acabam antes do texto: falta {_rest(text, here)}")
    return tuple(found)


def _place(text: str, here: int, token: str) -> TextRange:
    read = decode_token(token)
    if text.startswith(read, here):
        return here, here + len(read)
    # Spaces that no token holds were dropped by the tokenizer; one more at the start was added by it.
    bare = read.lstrip()
    start = here + len(text[here:]) - len(text[here:].lstrip())
    if text.startswith(bare, start) and (here == 0 or bare == read):
        return start, start + len(bare)
    word = _NEXT_WORD.match(text, here) if is_unknown(token) else None
    return word.span(1) if word else None


def _advice(text: str, token: str) -> str:
    # Letters with accents start with the byte C3 in UTF-8, which byte-level BPE writes as Ã.
    if "Ã" not in token or "Ã" in text:
        return ""
    return "; “Ã” é o primeiro byte de uma letra com acento: dê as letras, ou use from_offsets"


def _rest(text: str, here: int) -> str:
    rest = text[here:].strip()
    return f"“{rest[:20]}…”" if len(rest) > 20 else f"“{rest}”" if rest else "nada"


def find_split_words(text: str, places: Sequence[TextRange]) -> tuple[tuple[int, int], ...]:
    """Return the first and last position of the tokens of each word that is cut into several."""
    found: list[tuple[int, int]] = []
    for position, place in enumerate(places[1:], 1):
        if not _continues(text, places[position - 1], place):
            continue
        if found and found[-1][1] == position - 1:
            found[-1] = (found[-1][0], position)
        else:
            found.append((position - 1, position))
    return tuple(found)


def _continues(text: str, before: TextRange, place: TextRange) -> bool:
    """Say whether a token goes on with the word in which the one before it ends."""
    if not before or not place or before[1] != place[0] or place[0] in (0, place[1]):
        return False
    return text[place[0] - 1].isalnum() and text[place[0]].isalnum()
