"""The text of a LaTeX formula: whether it is one, what is around it, and its next command or character."""

from __future__ import annotations

import re
import unicodedata

from infograficos.formula.reader import Reader

#: The most bytes of a formula, and how deep its parts may be in one another.
_MOST_BYTES, _MAX_DEPTH = 10_000, 24

_QUOTED = re.compile(r'"[^"]*"')
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_SPACES = re.compile(r"\s*")
_WRAPPERS = (("$$", "$$"), ("$", "$"), (r"\[", r"\]"), (r"\(", r"\)"))


def is_latex(text: str) -> bool:
    """Say whether a formula is LaTeX: it has a command, or is between dollar signs."""
    plain = text.strip()
    wrapped = len(plain) > 2 and plain.startswith("$") and plain.endswith("$")
    return wrapped or "\\" in _QUOTED.sub("", text)


class LatexSource(Reader):
    """A LaTeX formula that is read token by token: a command with its backslash, or one character."""

    def __init__(self, text: str) -> None:
        composed = unicodedata.normalize("NFC", text)
        without_comments = _COMMENT.sub(lambda found: " " * len(found[0]), composed)
        super().__init__(re.sub(r"\s", " ", without_comments))
        if len(text.encode(errors="replace")) > _MOST_BYTES:
            self._fail("a fórmula tem mais de {most} bytes", 0, most=_MOST_BYTES)
        self._end = len(self._text)
        self._unwrap()

    def _unwrap(self) -> None:
        """Leave out the signs around a formula that say only that it is one."""
        for opening, closing in _WRAPPERS:
            inside = self._text[self._at : self._end]
            start = self._at + len(inside) - len(inside.lstrip())
            end = self._end - (len(inside) - len(inside.rstrip()))
            long = end - start > len(opening) + len(closing)
            if long and self._text.startswith(opening, start) and self._text.endswith(closing, start, end):
                self._at, self._end = start + len(opening), end - len(closing)

    @property
    def _next(self) -> str:
        """The next token after spaces, or an empty text at the end."""
        self._at = self._after_spaces(self._at)
        found = _TOKEN.match(self._text, self._at, self._end)
        return found[0] if found else ""

    def _after_spaces(self, at: int) -> int:
        found = _SPACES.match(self._text, at, self._end)
        return found.end() if found else at

    def _take(self) -> str:
        token = self._next
        self._at += len(token)
        return token

    def _accept(self, token: str) -> bool:
        """Read a token if it is the next one."""
        if self._next != token:
            return False
        self._at += len(token)
        return True

    def _raw_group(self, command: str) -> tuple[int, int]:
        """Read a group in braces as it is written, and return where it starts and ends without them."""
        start = self._at
        if not self._accept("{"):
            self._fail("falta o argumento de “{command}”", start, command=command)
        opening, depth = self._at - 1, 1
        while depth:
            found = _TOKEN.match(self._text, self._at, self._end)
            if not found:
                self._fail("a chave “{sign}” não foi fechada", opening, sign="{")
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            self._at = found.end()
        return opening + 1, self._at - 1

    def _optional_group(self) -> tuple[int, int] | None:
        """Read a group in square brackets and return where it starts and ends, if there is one."""
        if self._next != "[":
            return None
        start = self._at
        depth = 0
        while found := _TOKEN.match(self._text, self._at, self._end):
            self._at = found.end()
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if found[0] == "]" and depth == 0:
                return start + 1, self._at - 1
        self._fail("“{sign}” não foi fechado", start, sign="[")

    def _enter(self, at: int) -> None:
        """Count one more part inside another; too many raise `InputError`."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            self._fail("há mais de {most} níveis de chaves e parênteses", at, most=_MAX_DEPTH)
