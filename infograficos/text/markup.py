"""The written words: inline emphasis on the way in, Jinja templates on the way out; nothing is measured."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from infograficos.errors import REINSTALL_LIBRARY, MachineError
from infograficos.language.numbers import format_decimal
from infograficos.language.portuguese import ensure_full_stop
from infograficos.system.resources import damaged, lacking, resource
from infograficos.text.typography import smarten
from infograficos.value_object import value_object

if TYPE_CHECKING:
    from jinja2 import Environment

Emphasis = Literal["plain", "strong", "code"]

# `code` or **strong**, neither starting nor ending in a space; a backslash takes the meaning away.
_MARKUP = re.compile(r"\\([\\`*])|`([^`\n]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*")

# Doubled signs and words between colons mean something to extensions that many sites use.
_MEANINGFUL = re.compile(r"[\\`*_{}\[\]<>&~^$]|(?<==)=|(?<=\+)\+|:(?=\w+:)")


#: What templates write, each kind in a folder of its own.
KINDS = ("article", "new", "pages", "svg", "words")


@value_object
class Span:
    """A stretch of text with one emphasis."""

    text: str
    emphasis: Emphasis = "plain"


def spans(markup: str) -> tuple[Span, ...]:
    """Read a text in which **two asterisks** mark strong words and `backticks` mark code."""
    found: list[Span] = []
    position = 0
    for match in _MARKUP.finditer(markup):
        found.append(Span(markup[position : match.start()]))
        escaped, code, strong = match.groups()
        emphasis: Emphasis = "code" if code else "strong" if strong else "plain"
        found.append(Span(escaped or code or strong, emphasis))
        position = match.end()
    found.append(Span(markup[position:]))
    return tuple(_polished(found))


def _polished(found: list[Span]) -> Iterator[Span]:
    before = ""
    for span in found:
        if span.text:
            text = span.text if span.emphasis == "code" else smarten(span.text, before)
            yield Span(text, span.emphasis)
            before = text[-1]


def plain(markup: str) -> str:
    """Return the words of a marked-up text, without the marks."""
    return "".join(span.text for span in spans(markup))


@cache
def _environment() -> Environment:
    # Builders import this module, and a list of figures need not wait for Jinja.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape  # noqa: PLC0415

    environment = Environment(
        loader=FileSystemLoader(resource("templates")),
        # Words are escaped where they become SVG; a sentence is not markup yet and must stay as it is.
        autoescape=select_autoescape(["svg.j2", "html.j2"], default=False),
        undefined=StrictUndefined,
        # A process reads each once; to look at its date at every use takes as long as to use it.
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = compact_number
    environment.filters["decimal"] = format_decimal
    environment.filters["markdown"] = markdown
    environment.filters["entities"] = entities
    environment.filters["bare"] = bare
    environment.filters["plain"] = plain
    environment.filters["quoted"] = lambda value: json.dumps(value, ensure_ascii=False)
    environment.filters["plain_number"] = lambda value: compact_number(value).replace(".", ",")
    return environment


def read_templates() -> tuple[str, ...]:
    """Read every template and return their names; one that is damaged, or a kind without any, is refused.

    Raises `MachineError`.
    """
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 — as above

    names = tuple(_environment().list_templates(extensions=["j2"]))
    empty = [kind for kind in KINDS if not any(name.startswith(f"{kind}/") for name in names)]
    if empty:
        raise MachineError(f"não há modelos em “{resource('templates') / empty[0]}”; {REINSTALL_LIBRARY}")
    for name in names:
        try:
            _environment().get_template(name)
        except (TemplateSyntaxError, UnicodeDecodeError, OSError) as error:
            raise MachineError(f"o modelo “{name}” está danificado; {REINSTALL_LIBRARY}") from error
    return names


def _rendered(template: str, **values: object) -> str:
    from jinja2 import TemplateNotFound, TemplateSyntaxError  # noqa: PLC0415 — as above

    try:
        found = _environment().get_template(template)
    except TemplateNotFound:
        raise lacking(f"templates/{template}") from None
    except (TemplateSyntaxError, UnicodeDecodeError, OSError) as error:
        raise damaged(f"templates/{template}") from error
    return found.render(values)


def compact_number(value: float) -> str:
    """Write a length with at most two decimals and no trailing zeros."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def fragment(template: str, **values: object) -> str:
    """Write a piece of SVG from a template in `templates/svg/`."""
    return _rendered(f"svg/{template}.svg.j2", **values)


def sentence(template: str, **values: object) -> str:
    """Write a line of words, with its emphasis, from a template in `templates/words/`."""
    return _rendered(f"words/{template}.j2", **values).strip()


def page(template: str, **values: object) -> str:
    """Write a whole page from a template in `templates/pages/`."""
    return _rendered(f"pages/{template}.j2", **values).strip() + "\n"


def snippet(template: str, **values: object) -> str:
    """Write the lines that show a figure in an article from a template in `templates/article/`."""
    return _rendered(f"article/{template}.j2", **values).strip()


def starting_file(name: str) -> str:
    """Write a file of a new chapter from a template in `templates/new/`."""
    return _rendered(f"new/{name}.j2").rstrip() + "\n"


def markdown(text: str) -> str:
    """Return a text as Markdown that shows just its characters, in one line."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", " ".join(text.split()))


def entities(text: str) -> str:
    """Return a text as entities wherever Markdown, HTML or Liquid would see more than characters in it.

    Unlike a backslash, an entity is read in Markdown and in HTML inside it.
    """
    return _MEANINGFUL.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))


def bare(text: str) -> str:
    """Return a text as the alt of an image for a Markdown that takes it as it is, and unescapes nothing.

    Brackets would end it, braces in pairs would start a Liquid tag.
    """
    line = " ".join(text.split()).translate(str.maketrans("[]", "()"))
    line = re.sub(r"\{(?=[{%])|(?<=[%}])\}", lambda found: " }" if found[0] == "}" else "{ ", line)
    return ensure_full_stop(line) if line.endswith("\\") else line
