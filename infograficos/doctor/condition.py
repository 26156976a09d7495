"""What an examination answers: how one thing is and, where it is not well, what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from infograficos.errors import InfograficosError

#: `note` is what works in another way than it might; only `broken` keeps something from working.
Status = Literal["ok", "note", "broken"]


@dataclass(frozen=True, slots=True)
class Condition:
    """How one thing is.

    Args:
        part: what was examined.
        said: what was found, in one line or more.
        status: `ok`, `note` or `broken`.
        remedy: what to do about it, if there is anything to do.
    """

    part: str
    said: str
    status: Status = "ok"
    remedy: str = ""


def examine(part: str, examine: Callable[[], Condition], remedy: str = "") -> Condition:
    """Examine a part; whatever is raised on the way is what was found, and nothing is raised.

    Args:
        part: what is examined.
        examine: what may fail in ways that nobody foresaw.
        remedy: what to do where it fails so.
    """
    try:
        return examine()
    except InfograficosError as error:
        return Condition(part, str(error), "broken")  # it says itself what to do
    except ModuleNotFoundError as error:
        return Condition(part, f"não foi possível conferir sem “{error.name}”", "broken")
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".removesuffix(": ").split())
        return Condition(part, f"não foi possível conferir ({said})", "broken", remedy)
