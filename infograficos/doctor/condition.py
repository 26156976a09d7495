"""The condition of one part of the installation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from infograficos.errors import InfograficosError, describe_exception
from infograficos.language.messages import mark_message, message

#: A `note` is about what works, but not as well as it might.
Status = Literal["ok", "note", "broken"]

#: What the parts are called, by names that stay the same in all languages.
TITLES = {
    "infograficos": mark_message("infograficos"),
    "python": mark_message("Python"),
    "system": mark_message("sistema"),
    "dependencies": mark_message("dependências"),
    "theme": mark_message("tema"),
    "presets": mark_message("presets"),
    "templates": mark_message("modelos"),
    "fonts": mark_message("fontes"),
    "icons": mark_message("ícones"),
    "engine": mark_message("desenho"),
    "proof": mark_message("prova"),
    "cache": mark_message("cache"),
    "temporary-files": mark_message("temporários"),
    "terminal": mark_message("terminal"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition of a part: what was found, in one line or more, and what to do about it.

    All is in the language of messages but the part's name, a key of `TITLES`.
    """

    part: str
    finding: str
    status: Status = "ok"
    remedy: str = ""


def examine(part: str, check: Callable[[], Condition], remedy: str = "") -> Condition:
    """Return what a part's check finds, or the error that it raises; `remedy` is for an unexpected one."""
    try:
        return check()
    except InfograficosError as error:
        return Condition(part, str(error), "broken")  # its message has the remedy
    except ModuleNotFoundError as error:
        return Condition(part, message("não foi possível conferir sem “{name}”", name=error.name), "broken")
    except Exception as error:
        finding = message("não foi possível conferir ({error})", error=describe_exception(error))
        return Condition(part, finding, "broken", message(remedy))
