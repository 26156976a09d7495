"""The images that a Markdown article shows: in which line, with which alternative text, from where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from infograficos.publish.lines import Line

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
    texts = [line.text if not line.code else "" for line in lines]
    texts = [_CODE.sub(lambda found: " " * len(found[0]), text) for text in texts]
    tags = _Tags(texts)
    for place, (line, text) in enumerate(zip(lines, texts, strict=True), start=1):
        for found in _INLINE.finditer(text):
            yield Shown(line.number, found[1], found[2] or found[3] or "")
        definition = _DEFINITION.match(text)
        if definition and _is_picture(definition[1] or definition[2]):
            yield Shown(line.number, None, definition[1] or definition[2])
        yield from (Shown(line.number, *said) for said in tags.found.get(place, ()))


def _is_picture(address: str) -> bool:
    path = address.partition("#")[0].partition("?")[0].lower()
    return path.endswith((".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"))


class _Tags(HTMLParser):
    """Finds `<img>` and `<source>`, which may run over several lines, by the line in which they end."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[int, list[tuple[str | None, str]]] = {}
        # Fed line by line, newer Pythons keep a tag back until much more has come; older ones stop at “<![”.
        self.feed("".join(f"{line}\n" for line in lines).replace("<![", "&lt;!["))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        place = self.getpos()[0] + (self.get_starttag_text() or "").count("\n")
        found, said = self.found.setdefault(place, []), dict(attrs)
        if tag == "img":
            hidden = said.get("role") == "presentation" or said.get("aria-hidden") == "true"
            found.append((None if hidden else said.get("alt") or "", said.get("src") or ""))
        if tag in ("img", "source"):
            addresses = (each.split() for each in (said.get("srcset") or "").split(","))
            found.extend((None, address[0]) for address in addresses if address)
