"""The images of a Markdown article: line, alt text and address."""

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
class ArticleImage:
    """An image: its line, its alt text (None where none is needed) and its address."""

    line: int
    alt: str | None
    address: str

    @property
    def file(self) -> str | None:
        """Its path relative to the article; None if it is an absolute path or a URL."""
        try:
            parts = urlsplit(unescape(self.address))
        except ValueError:
            return None
        is_absolute = parts.scheme or parts.netloc or parts.path.startswith("/")
        return None if is_absolute or not parts.path else unquote(parts.path)


def find_images(lines: list[Line]) -> Iterator[ArticleImage]:
    """Yield the images of an article that are not in code."""
    texts = [line.text if not line.code else "" for line in lines]
    texts = [_CODE.sub(lambda found: " " * len(found[0]), text) for text in texts]
    tags = _Tags(texts)
    for line, text in zip(lines, texts, strict=True):
        for found in _INLINE.finditer(text):
            yield ArticleImage(line.number, found[1], found[2] or found[3] or "")
        definition = _DEFINITION.match(text)
        if definition and _is_picture(definition[1] or definition[2]):
            yield ArticleImage(line.number, None, definition[1] or definition[2])
        yield from (ArticleImage(line.number, *image) for image in tags.images.get(line.number, ()))


def _is_picture(address: str) -> bool:
    path = address.partition("#")[0].partition("?")[0].lower()
    return path.endswith((".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"))


class _Tags(HTMLParser):
    """Finds `<img>` and `<source>` by the line in which they end."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.images: dict[int, list[tuple[str | None, str]]] = {}
        # Fed line by line, newer Pythons hold tags back; older ones stop at “<![”.
        self.feed("".join(f"{line}\n" for line in lines).replace("<![", "&lt;!["))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0] + (self.get_starttag_text() or "").count("\n")
        images, values = self.images.setdefault(line, []), dict(attrs)
        if tag == "img":
            is_hidden = values.get("role") == "presentation" or values.get("aria-hidden") == "true"
            images.append((None if is_hidden else values.get("alt") or "", values.get("src") or ""))
        if tag in ("img", "source"):
            addresses = (each.split() for each in (values.get("srcset") or "").split(","))
            images.extend((None, address[0]) for address in addresses if address)
