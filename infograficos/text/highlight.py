"""Highlights code: which spans are keywords, strings, numbers, names or comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from infograficos.errors import InputError, close_matches, unknown_name_message

if TYPE_CHECKING:
    from pygments.lexer import Lexer

#: `strong` is input at a prompt, `plain` whatever has no other kind.
CodeSpanKind = Literal["plain", "strong", "keyword", "name", "string", "number", "comment"]

#: The most frequent languages, suggested where no known name is close.
_COMMON = {
    "python": "Python",
    "json": "JSON",
    "toml": "TOML",
    "yaml": "YAML",
    "bash": "Bash",
    "sql": "SQL",
    "text": "texto",
}

#: Kinds by Pygments' token types; the first that a token's type is part of counts.
_KINDS: tuple[tuple[str, CodeSpanKind], ...] = (
    ("Token.Comment.Preproc", "keyword"),
    ("Token.Comment", "comment"),
    ("Token.Keyword", "keyword"),
    ("Token.Operator.Word", "keyword"),
    ("Token.Literal.String.Interpol", "plain"),
    ("Token.Literal.String", "string"),
    ("Token.Literal.Number", "number"),
    ("Token.Name.Function", "name"),
    ("Token.Name.Class", "name"),
    ("Token.Name.Decorator", "name"),
    ("Token.Name.Tag", "name"),
)

#: A name of these types is a function's where a parenthesis follows.
_CALLABLE = ("Token.Name", "Token.Name.Builtin")


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """A stretch of one line of code of one kind."""

    text: str
    kind: CodeSpanKind = "plain"


def language_name(language: str) -> str:
    """Return a language's name for a sentence; an unknown language raises `InputError`."""
    return _COMMON.get(language.casefold()) or str(_lexer(language).name)


@lru_cache(maxsize=256)
def highlight(code: str, language: str) -> tuple[tuple[CodeSpan, ...], ...]:
    """Return the lines of code, each as its spans, whose texts add up to the code."""
    lines: list[list[CodeSpan]] = [[]]
    for text, kind in _tokenize(code, language):
        first, *others = text.split("\n")
        lines[-1].append(CodeSpan(first, kind))
        lines += [[CodeSpan(other, kind)] for other in others]
    return tuple(tuple(_merge_spans(line)) for line in lines)


def _tokenize(code: str, language: str) -> Iterator[tuple[str, CodeSpanKind]]:
    tokens = [(str(kind), text) for kind, text in _lexer(language).get_tokens(code) if text]
    if "".join(text for _, text in tokens) != code:
        # The lexer would rewrite the code.
        yield code, "plain"
        return
    for (kind, text), (_, after) in pairwise([*tokens, ("", "")]):
        if kind in _CALLABLE and after.startswith("("):
            yield text, "name"
        else:
            yield text, next((own for known, own in _KINDS if f"{kind}.".startswith(f"{known}.")), "plain")


def _merge_spans(spans: list[CodeSpan]) -> Iterator[CodeSpan]:
    for kind, group in groupby((span for span in spans if span.text), key=lambda span: span.kind):
        yield CodeSpan("".join(span.text for span in group), kind)


def _lexer(language: str) -> Lexer:
    # Pygments takes a while to import, and most figures hold no code.
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        raise InputError(unknown_name_message("a linguagem", language, _suggestions(language))) from None


def _suggestions(language: str) -> list[str]:
    from pygments.lexers import get_all_lexers  # noqa: PLC0415

    if close_matches(language, _COMMON):
        return list(_COMMON)
    known = [alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases]
    return known if close_matches(language, known) else list(_COMMON)
