"""Lines of code and of output, without the indentation that they share."""

from __future__ import annotations

from textwrap import dedent
from typing import Annotated

from pydantic import BeforeValidator

from infograficos.content.fields import OptionalText, Words

#: In characters; on a phone such a line is broken into several.
MAX_LINE = 90


def dedent_lines(value: object) -> object:
    """Remove shared indentation, tabs, trailing spaces and the empty lines around a text."""
    if not isinstance(value, str):
        return value
    lines = dedent(value.replace("\r\n", "\n").expandtabs(4)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


#: Lines of code, with something to read in them.
CodeLines = Annotated[Words, BeforeValidator(dedent_lines)]

#: Lines of output, perhaps none.
OutputLines = Annotated[OptionalText, BeforeValidator(dedent_lines)]
