"""Parts of an article that are not Markdown: front matter, comments, Liquid's blocks, the code of MDX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from infograficos.publish.lines import LineKind

_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:(?!---[ \t]*$|\.\.\.[ \t]*$).*\n)*(?:---|\.\.\.)[ \t]*$"
    r"|\+\+\+[ \t]*\n(?:(?!\+\+\+[ \t]*$).*\n)*\+\+\+[ \t]*$"
    r"|\{[ \t]*\n(?:(?!\}[ \t]*$).*\n)*\}[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class LiteralText:
    """A part of an article that is not read as Markdown: what it is, and from where to where."""

    kind: LineKind
    start: int
    end: int
    #: Whether another tool surely takes it out before Markdown is read.
    is_hidden: bool = False


#: The signs of quotes and lists before a line's own text.
_CONTAINERS = r"^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*"


class _Pair(NamedTuple):
    """How a literal begins and ends; "" in `closing` for one that `_closing` finds."""

    name: str
    kind: LineKind
    opening: str
    closing: str
    is_hidden: bool = True


_PAIRS = (
    _Pair("fence", "code", rf"{_CONTAINERS}(?:`{{3,}}(?=[^`\n]*$)|~{{3,}})", "", False),
    _Pair("span", "code", r"(?<![\\`])`+", "", False),
    # “<!-->” is a whole comment.
    _Pair("html", "comment", r"<!(?=--)", r"(?<=--)>|--!>", False),
    _Pair("element", "code", r"<(?:pre|script|style|textarea)(?=[\s>])", "", False),
    _Pair("liquid_comment", "comment", r"\{%-?\s*comment\b", r"\{%-?\s*endcomment\s*-?%\}"),
    _Pair("liquid_code", "code", r"\{%-?\s*highlight\b", r"\{%-?\s*endhighlight\s*-?%\}"),
    _Pair("liquid_raw", "raw", r"\{%-?\s*raw\s*-?%\}", r"\{%-?\s*endraw\s*-?%\}", False),
    _Pair("hugo_code", "code", r"\{\{[<%]\s*highlight\b", r"\{\{[<%]\s*/highlight\s*[>%]\}\}"),
    _Pair("hugo_comment", "comment", r"\{\{[<%]?\s*/\*", r"\*/\s*[>%]?\}\}"),
    _Pair("hugo_block", "comment", r"\{\{<\s*comment\s*>", r"\{\{<\s*/comment\s*>\}\}"),
    _Pair("jinja_comment", "comment", r"\{#-?(?=\s)", r"#\}", False),
    _Pair("kramdown_comment", "comment", r"\{::comment\b", r"\{:/(?:comment)?\}", False),
    _Pair("kramdown_raw", "raw", r"\{::nomarkdown\b", r"\{:/(?:nomarkdown)?\}", False),
    # In a line of its own it may hold paragraphs; amid words it ends in its line.
    _Pair("obsidian", "comment", r"^%%[ \t]*$", r"^%%[ \t]*$", False),
    _Pair("obsidian_inline", "comment", r"%%(?=[^%\n]+%%)", r"%%", False),
    _Pair("mdx_comment", "comment", r"\{/\*", r"\*/\s*\}", False),
)  # fmt: skip
#: What only MDX takes out, or surely takes out.
_MDX_PAIRS = (
    _Pair("module", "script", r"^(?:import|export)(?=[ {*])", ""),
    _Pair("mdx_comment", "comment", r"\{/\*", r"\*/\s*\}"),
    _Pair("expression", "script", r"(?<!\\)\{", ""),
)

#: What brackets mean nothing in, within the JavaScript of MDX, and the brackets.
_JAVASCRIPT = re.compile(
    r"/\*.*?\*/|//[^\n]*|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|`(?:\\.|[^`\\])*`"
    r"|[{}()\[\]]|\n(?=[ \t]*\n)",
    re.DOTALL,
)


def find_literals(text: str, *, mdx: bool) -> Iterator[LiteralText]:
    """Yield an article's literal parts in their order; its lines end in line feeds."""
    pairs = {pair.name: pair for pair in (*_PAIRS, *(_MDX_PAIRS if mdx else ()))}
    openings = re.compile(
        "|".join(f"(?P<{each.name}>{each.opening})" for each in pairs.values()), re.M | re.I
    )
    position, unclosed = 0, set[str]()
    front = _FRONT_MATTER.match(text)
    if front:
        position = front.end()
        yield LiteralText("front matter", 0, position, is_hidden=True)
    while found := openings.search(text, position):
        pair = pairs[found.lastgroup or ""]
        closing = pair.closing or _closing(pair.name, found)
        end = None if closing in unclosed else _end(text, found.end(), closing)
        position = end or found.end()
        if end is not None and pair.name != "fence":  # Markdown's parser knows fences better
            yield LiteralText(pair.kind, found.start(), end, pair.is_hidden)
        elif end is None and pair.name != "span":
            # What nothing closes below here, nothing closes further below.
            unclosed.add(closing)


def _closing(name: str, found: re.Match[str]) -> str:
    """Return the pattern of what closes a literal whose opening decides that."""
    sign = found[0].lstrip(" \t>-+*0123456789.)")
    if name == "fence":
        return rf"^[ \t>]*{sign}{sign[0]}*[ \t]*$"
    if name == "element":
        return rf"</{found[0][1:]}\s*>"
    return sign if name == "span" else name


def _end(text: str, start: int, closing: str) -> int | None:
    if closing in ("module", "expression"):
        return _end_of_script(text, start, in_braces=closing == "expression")
    if closing.startswith("`"):
        # To look for the end of the paragraph first would take too long where there are many spans.
        found = re.compile(rf"(?<!`){closing}(?!`)|(?P<paragraph>\n[ \t]*\n)").search(text, start)
        return None if found is None or found["paragraph"] else found.end()
    found = re.compile(closing, re.M | re.I).search(text, start)
    return found.end() if found else None


def _end_of_script(text: str, start: int, *, in_braces: bool) -> int | None:
    """Return where MDX's expression or module ends: at its brace, or at a blank line outside of brackets."""
    depth = 1 if in_braces else 0
    for found in _JAVASCRIPT.finditer(text, start):
        depth += {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}.get(found[0], 0)
        if depth <= 0 and (found[0] == "}" if in_braces else found[0] == "\n"):
            return found.end()
    return len(text)
