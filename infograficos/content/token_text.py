"""Shows a token's text: its blanks as signs, its controls as codes, so that no two tokens look alike."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import cycle

from infograficos.content.token_alphabets import DecodedToken
from infograficos.errors import truncate
from infograficos.text.characters import compose

#: The sign for a space: a middle dot could be a token itself.
SPACE_SIGN = "␣"

_LINE_SIGNS = {"\n": "↵", "\r": "↵", "\t": "⇥"}
#: Spaces that would be lost on the page: at a text's ends, and several of them.
_LOOSE_SPACES = re.compile(r"^ +| +$| {2,}")
_BLANKS = re.compile(r"(\s+)")

_UNKNOWN = re.compile(r"(<\|?|\[)unk(\|?>|\])", re.IGNORECASE)

_SHAPELESS = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def is_unknown(token: str) -> bool:
    """Return whether a token stands for a word that the vocabulary lacks."""
    return bool(_UNKNOWN.fullmatch(token))


def visible_parts(text: str) -> tuple[tuple[str, bool], ...]:
    """Split a token's text into what is drawn, each part with whether it stands for blanks."""
    # Every second part is what the pattern found.
    parts = zip(_BLANKS.split(text), cycle((False, True)))
    return tuple((show_signs(part), blank) for part, blank in parts if part)


def display_text(text: str) -> str:
    """Return a token's text without spaces around it, its line ends and controls visible."""
    visible = text.strip(" ") or text
    return show_signs(visible) if visible.isspace() else show_controls(visible)


def show_signs(text: str) -> str:
    """Return a text with a sign for each blank and a code for each control."""
    return show_controls("".join(SPACE_SIGN if _is_space(character) else character for character in text))


def show_controls(text: str) -> str:
    """Return a text whose line ends, tabs and controls are visible; a mark without its letter is a code."""
    starts_with_mark = bool(text) and unicodedata.category(text[0]).startswith("M")
    first = _code(text[0]) if starts_with_mark else ""
    return first + "".join(map(_show_control, text[starts_with_mark:]))


def show_text(text: str) -> str:
    """Return a text whose line ends, tabs and controls are visible, and so are spaces at its ends."""
    return show_controls(_LOOSE_SPACES.sub(lambda found: SPACE_SIGN * len(found[0]), text))


def show_marks(text: str) -> str:
    """Return a text with codes for its blanks and for what Unicode writes in another way, too."""
    composed = compose(text)
    return "".join(
        _code(character)
        if ord(character) > 0x7F and (character not in composed or character.isspace())
        else character
        for character in text
    )


def _is_space(character: str) -> bool:
    return character.isspace() and character not in _LINE_SIGNS


def _show_control(character: str) -> str:
    is_shapeless = unicodedata.category(character) in _SHAPELESS
    return _LINE_SIGNS.get(character) or (_code(character) if is_shapeless else character)


def _code(character: str) -> str:
    return f"<U+{ord(character):04X}>"


def label_tokens(
    row: Sequence[DecodedToken], limit: int | None = None, are_names: bool = False
) -> tuple[str, ...]:
    """Return a short label for each token, with the marks that tell different tokens of a row apart.

    Args:
        limit: the longest label, as far as it suffices to tell tokens apart.
        are_names: whether labels may be names, which keep their line ends.
    """
    forms = _label_forms(limit, are_names)
    labels = [forms[0](token) for token in row]
    for form in forms[1:]:
        for i in _look_alikes(row, labels):
            labels[i] = form(row[i])
    return tuple(labels)


def _label_forms(limit: int | None, are_names: bool) -> tuple[Callable[[DecodedToken], str], ...]:
    """Return the ways of writing a token, the shortest first and the most precise last."""

    def show(token: DecodedToken) -> str:
        is_name = are_names and token.text == token.raw and token.word.strip()
        return token.word.strip() if is_name else display_text(token.word)

    return (
        lambda token: truncate(show(token), limit) if limit else show(token),
        show,
        lambda token: show_signs(token.text),
        lambda token: show_controls(show_marks(token.text).replace(" ", SPACE_SIGN)),
        lambda token: str(token.raw),
    )


def _look_alikes(row: Sequence[DecodedToken], labels: Sequence[str]) -> list[int]:
    """Return the positions of different tokens with one label, in whatever form of Unicode."""
    places = defaultdict(list)
    for i, label in enumerate(labels):
        places[compose(label)].append(i)
    return [i for same in places.values() if len({row[i].raw for i in same}) > 1 for i in same]
