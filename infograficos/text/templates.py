"""Renders the Jinja templates, and escapes words for Markdown, HTML and Liquid."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.errors import REINSTALL_LIBRARY, MachineError
from infograficos.language.grammar import ensure_full_stop, phrase
from infograficos.language.messages import message
from infograficos.language.numbers import format_decimal
from infograficos.system.resources import damaged_resource_error, missing_resource_error, resource_path
from infograficos.text.markup import plain_text

if TYPE_CHECKING:
    from jinja2 import Environment, Template

#: The folders of templates, one for each kind of output.
TEMPLATE_KINDS = ("article", "new", "pages", "svg")

# Doubled signs and words between colons are syntax in extensions that many sites use.
_SYNTAX = re.compile(r"[\\`*_{}\[\]<>&~^$]|(?<==)=|(?<=\+)\+|:(?=\w+:)")


@cache
def _environment() -> Environment:
    # Builders import this module, and a list of figures need not wait for Jinja.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape  # noqa: PLC0415

    environment = Environment(
        loader=FileSystemLoader(resource_path("templates")),
        # Words are escaped where they become SVG; an article's escape what they must.
        autoescape=select_autoescape(["svg.j2", "html.j2"], default=False),
        undefined=StrictUndefined,
        # Checking a template's date at every use takes as long as rendering it.
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"message": message, "phrase": phrase}
    environment.filters |= {
        "number": compact_number,
        "decimal": format_decimal,
        "markdown": escape_markdown,
        "entities": escape_to_entities,
        "bare": escape_image_alt,
        "plain": plain_text,
        "quoted": lambda value: json.dumps(value, ensure_ascii=False),
        "plain_number": lambda value: compact_number(value).replace(".", ","),
    }
    return environment


def load_templates() -> tuple[str, ...]:
    """Load every template and return their names; `MachineError` where one is damaged or a kind has none."""
    names = tuple(_environment().list_templates(extensions=["j2"]))
    empty = [kind for kind in TEMPLATE_KINDS if not any(name.startswith(f"{kind}/") for name in names)]
    if empty:
        raise MachineError(
            "não há modelos em “{folder}”; {remedy}",
            folder=resource_path("templates") / empty[0],
            remedy=message(REINSTALL_LIBRARY),
        )
    for name in names:
        try:
            _load(name)
        except MachineError as error:
            raise MachineError(
                "o modelo “{name}” está danificado; {remedy}", name=name, remedy=message(REINSTALL_LIBRARY)
            ) from error
    return names


def template_names(folder: str) -> list[str]:
    """Return the names of the templates in a folder such as `new/en`, in alphabetical order."""
    found = (Path(name) for name in _environment().list_templates(extensions=["j2"]))
    return sorted(path.stem for path in found if path.parent.as_posix() == folder)


def _load(name: str) -> Template:
    from jinja2 import TemplateNotFound, TemplateSyntaxError  # noqa: PLC0415 — as above

    try:
        return _environment().get_template(name)
    except TemplateNotFound:
        raise missing_resource_error(f"templates/{name}") from None
    except (TemplateSyntaxError, UnicodeDecodeError, OSError) as error:
        raise damaged_resource_error(f"templates/{name}") from error


def compact_number(value: float) -> str:
    """Write a length with at most two decimals and no trailing zeros."""
    number = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if number in ("-0", "") else number


def render(template: str, **values: object) -> str:
    """Render a template such as `svg/traced.svg`, without the blanks around it."""
    return _load(f"{template}.j2").render(values).strip()


def escape_markdown(text: str) -> str:
    """Escape a text for one line of Markdown with backslashes."""
    line = re.sub(r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", " ".join(text.split()))
    # At the start of a line, these would begin a list or underline a heading.
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", line)


def escape_to_entities(text: str) -> str:
    """Escape a text for one line of Markdown, HTML or Liquid with entities.

    Unlike a backslash, an entity is read in Markdown and in HTML inside it.
    """
    return _SYNTAX.sub(lambda match: f"&#{ord(match[0])};", " ".join(text.split()))


def escape_image_alt(text: str) -> str:
    """Make a text safe as an image's alt for renderers that unescape nothing.

    Brackets would end it, braces in pairs would start a Liquid tag.
    """
    line = " ".join(text.split()).translate(str.maketrans("[]", "()"))
    line = re.sub(r"\{(?=[{%])|(?<=[%}])\}", lambda match: " }" if match[0] == "}" else "{ ", line)
    return ensure_full_stop(line) if line.endswith("\\") else line
