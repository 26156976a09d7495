"""The image of a figure that an article shows already, without markers: they take its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import unquote

from infograficos.figure import Figure
from infograficos.publish.document import Document
from infograficos.publish.images import ArticleImage

#: The most blanks before a line that is not code.
MOST_INDENT = 3

#: How far before an image the tag around it is looked for.
_REACH = 2000

_SOURCES = r"(?:<source\b[^<>]*>\s*)*"
_BEFORE = re.compile(rf"<(picture|figure|center|a|p|div|span)\b[^<>]*>\s*{_SOURCES}$", re.IGNORECASE)
_LINK_END = re.compile(r"\]\([^()\n]*\)|\]\[[^\[\]\n]*\]")
#: A link to a picture's file only enlarges it; one to anything else is the author's.
_PICTURE_LINK = re.compile(r"\.(?:svg|png|jpe?g|gif|webp|avif)(?![\w.-])", re.IGNORECASE)
_LINK_TAG = re.compile(r"<a\b[^<>]*>\s*$", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{(?:[:#.]|[\w-]+=)[^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class ExistingImage:
    """An image of a figure: its line, and its start and end in the article's text.

    `has_words` tells of words around it within the same HTML, `is_inline` of words in its own line.
    """

    line: int
    start: int
    end: int
    is_inline: bool = False
    has_words: bool = False


def shows(image: ArticleImage, figure: Figure) -> bool:
    """Return whether an image is a figure's file, in whatever folder, format and variant."""
    name = re.escape(figure.full_name)
    variant = (
        r"(?:-\d{3,4})?(?:-(?:dark|light|auto))?(?:@\dx)?\.(?:svg|png|pdf|jpe?g|gif|webp|avif)(?![\w.-])"
    )
    address = unquote(unescape(image.source))
    return bool(re.search(rf"(?<![\w.-]){name}{variant}", address, re.IGNORECASE))


def find_existing(
    document: Document, figure: Figure, snippet: str, images: Sequence[ArticleImage], visible: str
) -> ExistingImage | None:
    """Return where an article shows a figure: its very snippet, or else its first image; None without one.

    `images` are those of the article, and `visible` is its text without code and comments.
    """
    start = document.text.find(snippet)
    if start >= 0 and start in document.starts:
        return ExistingImage(document.index(start) + 1, start, start + len(snippet))
    own = [each for each in images if each.source and shows(each, figure)]
    if not own:
        return None
    first = min(own, key=lambda each: each.start)
    start, end = _widen(visible, first.start, first.end, own)
    return _describe(document, ExistingImage(document.index(first.start) + 1, start, end))


def _widen(text: str, start: int, end: int, images: Sequence[ArticleImage]) -> tuple[int, int]:
    """Return the ends of an image with the tags, link and attributes that are its alone, and its variants."""
    while True:
        before = start, end
        attributes = _ATTRIBUTES.match(text, end)
        end = attributes.end() if attributes else end
        link = _LINK_END.match(text, end) if text[start - 1 : start] == "[" else None
        if link and _PICTURE_LINK.search(link[0]):
            start, end = start - 1, link.end()
        for each in images:
            if (
                each.start >= end
                and not text[end : each.start].strip()
                and text.count("\n", end, each.start) < 3
            ):
                end = each.end
        tag = _BEFORE.search(text, max(0, start - _REACH), start)
        closing = re.compile(rf"\s*{_SOURCES}</{tag[1]}\s*>", re.IGNORECASE).match(text, end) if tag else None
        if tag and closing and (tag[1].lower() != "a" or _PICTURE_LINK.search(tag[0])):
            start, end = tag.start(), closing.end()
        if (start, end) == before:
            return start, end


def _describe(document: Document, image: ExistingImage) -> ExistingImage:
    first, last = document.index(image.start), document.index(image.end - 1)
    ahead = document.text[document.starts[first] : image.start]
    behind = document.text[image.end : document.starts[last] + len(document.lines[last].text)]
    is_whole = not (ahead.strip() or behind.strip())
    block = html_block(document, first)
    if _LINK_TAG.search(document.text, max(0, image.start - _REACH), image.start):
        return replace(image, is_inline=True)
    if block is None:
        # Such an image belongs to something that only its site knows, like a note of Material for MkDocs.
        is_deep = len(ahead) > MOST_INDENT and not any(start <= first < end for start, end in document.lists)
        return replace(image, is_inline=not is_whole or (is_deep and not document.mdx))
    around = (
        document.text[document.starts[block[0]] : image.start],
        "\n".join([behind, *(line.text for line in document.lines[last + 1 : block[1]])]),
    )
    return replace(image, has_words=any(re.sub(r"<[^<>]*>", "", each).strip() for each in around))


def html_block(document: Document, index: int) -> tuple[int, int] | None:
    """Return the indices of the block of HTML that a line is in, its first and that after its last."""
    return next((each for each in document.html_blocks if each[0] <= index < each[1]), None)
