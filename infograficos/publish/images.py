"""The images of an article: line, alt text and address, in Markdown, HTML and the shorthands of sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from infograficos.publish.document import Document

_ALT = r"((?:\\.|\[[^\[\]\n]*\]|[^\[\]\\\n]|\n(?!\s*\n))*)"
_TITLE = r"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?"""
_INLINE = re.compile(
    rf"(?<!\\)!\[{_ALT}\](?:\(\s*(?:<([^<>\n]*)>|((?:\\.|\([^()\s]*\)|[^\s()\\])*)){_TITLE}\s*\)|\[([^\[\]\n]*)\])"
)
_SHORTCUT = re.compile(r"(?<!\\)!\[([^\[\]\n]+)\](?![(\[])")
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:[ \t]*(?:<([^<>\n]*)>|(\S+))", re.MULTILINE)
#: Obsidian's images, and the tags of Hugo and Jekyll that show a file.
_SHORTHAND = re.compile(
    r"!\[\[([^\[\]|\n]+)(?:\|[^\[\]\n]*)?\]\]"
    r"|\{\{[<%]\ufffe*(?:figure|img)\b[^{}\n]*?src=\"([^\"\n]*)\"[^{}\n]*\}\}"
)
#: A template's expression, whose value nobody knows here, or an attribute's in MDX.
_EXPRESSION = re.compile(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|(?<==)\{[^{}\n]*\}")
_BLANK = "\ufffe"


@dataclass(frozen=True, slots=True)
class ArticleImage:
    """An image: its line, its alt text (None where none is needed), its address, and where it is.

    `source` is the address also where a reference names it; `start` and `end` are offsets in the text.
    """

    line: int
    alt: str | None
    address: str
    source: str
    start: int
    end: int

    @property
    def file(self) -> str | None:
        """Its path relative to the article; None if it is absolute, a URL, or only known to a site."""
        try:
            parts = urlsplit(unescape(self.address))
        except ValueError:
            return None
        is_absolute = parts.scheme or parts.netloc or parts.path.startswith(("/", "@", "~"))
        is_computed = re.search(rf"[{{}}{_BLANK}]", self.address)
        return None if is_absolute or is_computed or not parts.path else unquote(parts.path)


def find_images(document: Document) -> Iterator[ArticleImage]:
    """Yield the images of an article that are neither in code nor in a comment."""
    text = visible_text(document)
    definitions = {_label(each[1]): each[2] or each[3] for each in _DEFINITION.finditer(text)}
    found = [
        *_markdown_images(document, text, definitions),
        *(_image(document, each, None, each[1] or each[2]) for each in _SHORTHAND.finditer(text)),
        *_defined_images(document, text),
        *_Tags(document, text).images,
    ]
    yield from sorted(found, key=lambda image: image.line)


def visible_text(document: Document) -> str:
    """Return an article's text, as long as before, with blanks for code and comments."""
    characters = list(document.text)
    hidden = [(each.start, each.end) for each in document.literals if each.kind not in ("raw", "script")]
    hidden += [
        (document.starts[index], document.starts[index] + len(line.text))
        for index, line in enumerate(document.lines)
        if line.kind not in ("text", "html", "raw")
    ]
    for start, end in hidden:
        characters[start:end] = re.sub(r"[^\n]", " ", document.text[start:end])
    return _EXPRESSION.sub(lambda found: re.sub(r"[\s>]", _BLANK, found[0]), "".join(characters))


def _markdown_images(document: Document, text: str, definitions: dict[str, str]) -> Iterator[ArticleImage]:
    for each in _INLINE.finditer(text):
        address = each[2] or each[3] or ""
        label = None if each[4] is None else _label(each[4] or each[1])
        yield _image(document, each, each[1], address, definitions.get(label, "") if label else address)
    for each in _SHORTCUT.finditer(text):
        if _label(each[1]) in definitions:
            yield _image(document, each, each[1], "", definitions[_label(each[1])])


def _defined_images(document: Document, text: str) -> Iterator[ArticleImage]:
    for each in _DEFINITION.finditer(text):
        address = each[2] or each[3]
        if address and _is_picture(address):
            yield _image(document, each, None, address, "")


def _image(
    document: Document, found: re.Match[str], alt: str | None, address: str, source: str | None = None
) -> ArticleImage:
    line = document.index(found.start()) + 1
    return ArticleImage(line, alt, address, address if source is None else source, found.start(), found.end())


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_picture(address: str) -> bool:
    path = address.partition("#")[0].partition("?")[0].lower()
    return path.endswith((".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"))


class _Tags(HTMLParser):
    """Finds `<img>` and `<source>`; their line is that in which they end."""

    def __init__(self, document: Document, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.images: list[ArticleImage] = []
        self._document = document
        # Fed line by line, newer Pythons hold tags back; older ones stop at “<![”.
        self.feed(text.replace("<![", " !["))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("img", "source"):
            return
        values = dict(attrs)
        if tag == "img":
            is_hidden = values.get("role") == "presentation" or values.get("aria-hidden") == "true"
            is_spread = any(name.startswith("{") for name in values)
            alt = None if is_hidden or is_spread else values.get("alt") or ""
            self._add(alt, values.get("src") or "")
        for each in (values.get("srcset") or "").split(","):
            address = each.split()
            if address:
                self._add(None, address[0])

    def _add(self, alt: str | None, address: str) -> None:
        line, column = self.getpos()
        start = self._document.starts[line - 1] + column
        end = start + len(self.get_starttag_text() or "")
        self.images.append(ArticleImage(self._document.index(end - 1) + 1, alt, address, address, start, end))
