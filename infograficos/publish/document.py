"""An article as its readers' tools see it: what each line is, its headings, its literal parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from infograficos.language.messages import mark_message, message
from infograficos.publish.lines import Line, LineKind, split_lines
from infograficos.publish.literals import LiteralText, find_literals

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BOM = "\ufeff"
#: How the HTML begins in which a heading or an image is only text.
_LITERAL_HTML = re.compile(
    r"\s*<(?:(?:script|pre|style|textarea)(?=[\s>]|$)|\?|![A-Z]|!\[CDATA\[)", re.IGNORECASE
)
_TEXT_TOKENS = ("text", "code_inline")
#: An identifier and classes after a heading's words, as kramdown, Pandoc and Docusaurus write them.
_ATTRIBUTES = re.compile(r"(?<!\s)\s*\{(?:[:#.]|[\w-]+=)[^{}]*\}\s*$")
_HTML_HEADING = re.compile(r"\s*<(h[1-6])(?:\s[^<>]*)?>(.*)</\1\s*>\s*", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(.*)")
_ATTRIBUTE_LINE = re.compile(r" {0,3}\{:[^{}]*\}[ \t]*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the numbers of its first and last lines, its words, and why no figure can go below it."""

    first: int
    last: int
    title: str
    obstacle: str = ""


@dataclass(frozen=True)
class Document:
    """An article's text, line by line and as a whole.

    Args:
        lines: its lines; the first without the byte order mark.
        headings: its headings, also those that nothing can be put below.
        literals: the parts that are not Markdown, as offsets in `text`.
        mdx: whether it is MDX, which has JSX instead of HTML.
        bom: its byte order mark, or "".
        html_blocks: the indices of the first line and of that after the last of each block of HTML.
        lists: the same of each list.
        open_end: why nothing can be put at the end, if nothing can.
    """

    lines: tuple[Line, ...]
    headings: tuple[Heading, ...]
    literals: tuple[LiteralText, ...]
    mdx: bool
    bom: str
    html_blocks: tuple[tuple[int, int], ...] = ()
    lists: tuple[tuple[int, int], ...] = ()
    open_end: str = ""

    @cached_property
    def text(self) -> str:
        """The lines joined by line feeds, whatever their own endings."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts in `text`."""
        return [0, *accumulate(len(line.text) + 1 for line in self.lines)]

    @cached_property
    def full_text(self) -> str:
        """The lines with their own endings."""
        return "".join(line.full_text for line in self.lines)

    @cached_property
    def _full_starts(self) -> list[int]:
        return [0, *accumulate(len(line.full_text) for line in self.lines)]

    def full_offset(self, offset: int) -> int:
        """Return the offset in `full_text` of one in `text`."""
        index = self.index(offset)
        return self._full_starts[index] + offset - self.starts[index]

    def line_end_at(self, index: int) -> str:
        """Return the line ending at an index, or the article's first where there is none."""
        own = self.lines[index].end if 0 <= index < len(self.lines) else ""
        return own or next((line.end for line in self.lines if line.end), "\n")

    def index(self, offset: int) -> int:
        """Return the index of the line at an offset in `text`; the end has that after the last line's."""
        return bisect_right(self.starts, offset) - 1


def parse_document(text: str, *, mdx: bool = False) -> Document:
    """Return an article's lines, each with what it is, and its headings."""
    bom = _BOM if text.startswith(_BOM) else ""
    lines = split_lines(text.removeprefix(_BOM))
    source = "\n".join(line.text for line in lines)
    literals = tuple(find_literals(source, mdx=mdx))
    bare = Document(tuple(lines), (), literals, mdx, bom)
    tokens = _parser(mdx).parse(_visible(source, literals))
    kinds = _line_kinds(tokens)
    covered = {index: kind for kind, index in _literal_lines(bare)}
    comment = _unclosed_comment(bare, tokens)
    covered |= dict.fromkeys(range(comment + 1, len(lines)), "comment")
    kinds |= covered
    headings = [*_headings(tokens, bare.lines, covered), *_literal_headings(bare.lines, kinds)]
    return replace(
        bare,
        lines=tuple(replace(line, kind=kinds.get(index, "text")) for index, line in enumerate(lines)),
        headings=tuple(sorted((each for each in headings if each.title), key=lambda each: each.first)),
        html_blocks=_ranges(tokens, "html_block"),
        lists=_ranges(tokens, "bullet_list_open", "ordered_list_open"),
        open_end=_open_end(bare, tokens, comment),
    )


def _ranges(tokens: Iterable[Token], *types: str) -> tuple[tuple[int, int], ...]:
    return tuple((each.map[0], each.map[1]) for each in tokens if each.type in types and each.map)


@cache
def _parser(mdx: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 — only articles need it

    # Only headings need their words parsed.
    return MarkdownIt("commonmark").disable(["inline", *(("code", "html_block") if mdx else ())])


def _visible(source: str, literals: Iterable[LiteralText]) -> str:
    """Return an article with blanks for what Markdown never sees."""
    parts, position = [], 0
    for each in literals:
        if each.is_hidden:
            parts += [source[position : each.start], re.sub(r"[^\n]", " ", source[each.start : each.end])]
            position = each.end
    return "".join([*parts, source[position:]])


def _line_kinds(tokens: list[Token]) -> dict[int, LineKind]:
    kinds: dict[int, LineKind] = {}
    for token in tokens:
        if token.map and token.type in ("fence", "code_block", "html_block"):
            kind = _kind(token)
            kinds |= dict.fromkeys(range(*token.map), kind)
            if kind == "comment":
                # A marker that its author did not close is a comment's first line.
                kinds[token.map[0]] = "html"
    return kinds


def _unclosed_comment(document: Document, tokens: list[Token]) -> int:
    """Return the index of the line below which browsers show nothing: a comment never ends."""
    last_closing = document.text.rfind("-->") + 1
    for token in tokens:
        if token.type == "html_block" and token.map:
            start, end = (document.starts[index] for index in token.map)
            opening = document.text.find("<!--", max(start, last_closing), end)
            if opening >= 0:
                return document.index(opening)
    return len(document.lines)


def _kind(token: Token) -> LineKind:
    if token.type != "html_block":
        return "code"
    if _LITERAL_HTML.match(token.content):
        return "code"
    is_long = "\n" in token.content.strip()
    return "comment" if is_long and token.content.lstrip().startswith("<!--") else "html"


def _open_end(document: Document, tokens: list[Token], comment: int) -> str:
    """Say, where nothing can be put at the article's end, what was not closed there."""
    last = next((each for each in reversed(tokens) if each.map and each.map[1] >= len(document.lines)), None)
    if comment < len(document.lines):
        line, what, closing = comment, mark_message("o comentário"), "-->"
    elif document.mdx and document.literals and document.literals[-1].kind == "script":
        line, what, closing = (
            document.index(document.literals[-1].start),
            mark_message("o trecho de JSX"),
            "}",
        )
    elif last and last.map and last.type == "fence":
        line, what, closing = last.map[0], mark_message("o bloco de código"), last.markup
    elif last and last.map and last.type == "html_block" and _closing_tag(last.content):
        line, what, closing = last.map[0], mark_message("o bloco de código"), _closing_tag(last.content)
    else:
        return f": {message('os marcadores não cabem onde deviam; ponha-os você')}"
    where = message(
        "linha {line}: {what} não foi fechado, e um marcador no fim do artigo seria parte dele; "
        "feche-o com “{closing}”",
        line=line + 1,
        what=message(what),
        closing=closing,
    )
    return f", {where}"


def _closing_tag(html: str) -> str:
    """Return what closes a block of HTML that blank lines do not end."""
    found = _LITERAL_HTML.match(html)
    name = found[0].strip().lstrip("<") if found else ""
    return f"</{name.lower()}>" if name.isalpha() else ""


def _literal_lines(document: Document) -> Iterator[tuple[LineKind, int]]:
    """Yield the lines of literals of several lines; code in a sentence, or in one line, is only a part."""
    for each in document.literals:
        first, last = document.index(each.start), document.index(each.end - 1)
        if first < last and document.text[each.start] != "`":
            # As above.
            is_comment = document.lines[first].text.lstrip().startswith("<!--")
            yield from ((each.kind, index) for index in range(first + is_comment, last + 1))


def _headings(
    tokens: list[Token], lines: tuple[Line, ...], covered: dict[int, LineKind]
) -> Iterator[Heading]:
    for index, token in enumerate(tokens):
        html = _HTML_HEADING.fullmatch(token.content) if token.type == "html_block" else None
        if not (html or token.type == "heading_open") or not token.map:
            continue
        first, last = token.map[0], token.map[1]
        if not covered.keys().isdisjoint(range(first, last)):
            continue
        obstacle = mark_message("em uma lista ou citação") if token.level else ""
        while last < len(lines) and _ATTRIBUTE_LINE.fullmatch(lines[last].text):
            last += 1
        yield Heading(first + 1, last, _title(html[2] if html else tokens[index + 1].content), obstacle)


def _literal_headings(lines: tuple[Line, ...], kinds: dict[int, LineKind]) -> Iterator[Heading]:
    """Yield what would be headings were they not in code or a comment, which their author may not see."""
    for index, line in enumerate(lines):
        found = _HEADING.fullmatch(line.text)
        kind = kinds.get(index)
        if found and kind:
            yield Heading(index + 1, index + 1, _title(found[1]), OBSTACLES[kind])


#: Where something stands that is no text.
OBSTACLES: dict[LineKind, str] = {
    "html": mark_message("em um bloco de HTML"),
    "code": mark_message("em um bloco de código"),
    "comment": mark_message("em um comentário"),
    "front matter": mark_message("no cabeçalho do arquivo"),
    "raw": mark_message("em um trecho “raw”"),
    "script": mark_message("em uma expressão de JSX"),
}


def _title(source: str) -> str:
    """Return a heading's words without markup, attributes and images."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 — as above

    bare = _ATTRIBUTES.sub("", re.sub(r"\{/\*.*?\*/\}|:\w+:", " ", source.replace("\n", " ")))
    [token] = MarkdownIt("commonmark").parseInline(bare)
    return " ".join("".join(_words(token.children or [])).split())


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _TEXT_TOKENS:
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
