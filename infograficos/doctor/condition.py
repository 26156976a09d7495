"""The condition of one part of the installation, and how to examine it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from infograficos.errors import InfograficosError

#: A `note` is about what works, but not as well as it might.
Status = Literal["ok", "note", "broken"]


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition of a part: what was found, in one line or more, and what to do about it."""

    part: str
    finding: str
    status: Status = "ok"
    remedy: str = ""


def examine(part: str, check: Callable[[], Condition], remedy: str = "") -> Condition:
    """Return what a check finds; an error that it raises is the finding.

    Args:
        part: the part's name.
        check: the examination.
        remedy: what to do about an unexpected error.
    """
    try:
        return check()
    except InfograficosError as error:
        return Condition(part, str(error), "broken")  # its message has the remedy
    except ModuleNotFoundError as error:
        return Condition(part, f"não foi possível conferir sem “{error.name}”", "broken")
    except Exception as error:
        finding = " ".join(f"{type(error).__name__}: {error}".removesuffix(": ").split())
        return Condition(part, f"não foi possível conferir ({finding})", "broken", remedy)
