"""Escapes text for Markdown, HTML and Liquid."""

from __future__ import annotations

import re

from infograficos.language.portuguese import ensure_full_stop

# Doubled signs and words between colons are syntax in extensions that many sites use.
_SYNTAX = re.compile(r"[\\`*_{}\[\]<>&~^$]|(?<==)=|(?<=\+)\+|:(?=\w+:)")


def escape_markdown(text: str) -> str:
    """Escape a text for one line of Markdown with backslashes."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", " ".join(text.split()))


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
