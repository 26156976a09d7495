"""The images that a Markdown article shows: in which line, with which alternative text, from where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from infograficos.article.lines import Line

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_INLINE = re.compile(
    r"(?<!\\)!\[((?:\\.|\[[^\[\]]*\]|[^\[\]\\])*)\]"
    r"(?:\(\s*(?:<([^<>]*)>|((?:\\.|\([^()]*\)|[^\s()\\])*))|(?=\[))"
)
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:\s*(?:<([^<>]*)>|(\S+))")


@dataclass(frozen=True, slots=True)
class Shown:
    """An image of an article: its line, its alternative text (None where none is needed), its address."""

    line: int
    alt: str | None
    address: str

    @property
    def file(self) -> str | None:
        """The path of the file beside the article that it points to; None where it is elsewhere."""
        try:
            parts = urlsplit(unescape(self.address))
        except ValueError:
            return None
        elsewhere = parts.scheme or parts.netloc or parts.path.startswith("/")
        return None if elsewhere or not parts.path else unquote(parts.path)


def images(lines: list[Line]) -> Iterator[Shown]:
    """Yield the images of an article, those in code left out."""
    texts = ["" if line.code else _CODE.sub(lambda found: " " * len(found[0]), line.text) for line in lines]
    for number, text in enumerate(texts, 1):
        for found in _INLINE.finditer(text):
            yield Shown(number, found[1], found[2] or found[3] or "")
        definition = _DEFINITION.match(text)
        if definition and _is_picture(definition[1] or definition[2]):
            yield Shown(number, None, definition[1] or definition[2])
    yield from _Tags().read("\n".join(texts))


def _is_picture(address: str) -> bool:
    path = address.partition("#")[0].partition("?")[0].lower()
    return path.endswith((".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"))


class _Tags(HTMLParser):
    """Finds `<img>` and `<source>`, which may run over several lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Shown] = []

    def read(self, text: str) -> list[Shown]:
        # All at once: what is left open at a line's end would be read again with each line that follows.
        self.feed(text)
        return self.found

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Skip what HTML takes for a comment; some versions of Python give up on it."""
        return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        line = self.getpos()[0] + (self.get_starttag_text() or "").count("\n")
        if tag == "img":
            hidden = said.get("role") == "presentation" or said.get("aria-hidden") == "true"
            self.found.append(Shown(line, None if hidden else said.get("alt") or "", said.get("src") or ""))
        if tag in ("img", "source"):
            for each in (said.get("srcset") or "").split(","):
                if each.strip():
                    self.found.append(Shown(line, None, each.split()[0]))
