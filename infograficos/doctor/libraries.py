"""The libraries that infograficos asks for, beside those that are installed."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module, metadata
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from infograficos.doctor.condition import Condition
from infograficos.system.resources import PACKAGE

PART = "dependências"

#: Where a library is imported by another name than it is installed by.
_MODULES = {"pillow": "PIL", "fonttools": "fontTools"}

_REQUIREMENT = re.compile(r"\s*([\w.-]+)\s*\(?([^;)]*)")
_BOUNDS: dict[str, Callable[[Any, Any], bool]] = {">=": ge, "<=": le, "==": eq, "!=": ne, ">": gt, "<": lt}


@dataclass(frozen=True, slots=True)
class Library:
    """A library that is asked for.

    Args:
        name: what it is installed by.
        wanted: the versions that will do, such as `>=3.1.4,<4`.
        installed: the version that there is; None where there is none.
        fault: what is wrong with it; empty where nothing is.
    """

    name: str
    wanted: str
    installed: str | None
    fault: str


def libraries() -> list[Library]:
    """Return the libraries that are asked for, each imported once; none is missed for another's fault."""
    return [_library(*_split(line)) for line in _project()["dependencies"]]


def summarize(found: list[Library]) -> Condition:
    """Say how the libraries are, together."""
    bad = [library for library in found if library.fault]
    if not bad:
        return Condition(PART, f"{len(found)}, todas nas versões pedidas")
    said = "\n".join(f"“{library.name}” {library.fault}" for library in bad)
    wanted = " ".join(f'"{library.name}{library.wanted}"' for library in bad)
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return Condition(PART, said, "broken", f"{python} -m pip install --upgrade {wanted}")


def required_python() -> str:
    """Return the versions of Python that will do, such as `>=3.11`."""
    return str(_project()["requires-python"])


def satisfies(version: str, wanted: str) -> bool:
    """Say whether a version is within bounds such as `>=3.1.4,<4`; letters after its numbers do not count."""
    for bound in filter(None, (each.strip() for each in wanted.split(","))):
        sign = re.match(r"[<>=!~]*", bound)[0]  # type: ignore[index]  # an empty sign matches too
        ours, theirs = _numbers(version), _numbers(bound[len(sign) :])
        width = max(len(ours), len(theirs))
        padded = [each + (0,) * (width - len(each)) for each in (ours, theirs)]
        if sign in _BOUNDS and not _BOUNDS[sign](*padded):
            return False
    return True


def _project() -> dict[str, Any]:
    """Return what the project asks for: in a checkout what it says today, elsewhere what was installed."""
    file = PACKAGE.parent / "pyproject.toml"
    if file.is_file():
        project = tomllib.loads(file.read_text(encoding="utf-8")).get("project", {})
        if project.get("name") == "infograficos":
            return dict(project)
    installed = metadata.metadata("infograficos")
    lines = installed.get_all("Requires-Dist") or []
    own = [line for line in lines if not re.search(r"\bextra\s*==", line)]
    return {"dependencies": own, "requires-python": installed["Requires-Python"]}


def _split(line: str) -> tuple[str, str]:
    found = _REQUIREMENT.match(line)
    name, wanted = found.groups() if found else (line, "")
    return name, ",".join(sorted((each.strip() for each in wanted.split(",")), key=_is_upper))


def _is_upper(bound: str) -> bool:
    return bound.startswith("<")


def _library(name: str, wanted: str) -> Library:
    try:
        installed = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Library(name, wanted, None, "não está instalada")
    if not satisfies(installed, wanted):
        return Library(name, wanted, installed, f"está na versão {installed}; é pedida {wanted}")
    return Library(name, wanted, installed, "; ".join(_import_faults(name)))


def _import_faults(name: str) -> Iterator[str]:
    try:
        import_module(_MODULES.get(name.lower(), name.lower().replace("-", "_")))
    except Exception as error:
        if name == "cairosvg" and isinstance(error, OSError):
            return  # it finds no libcairo, which is told with the engines
        yield " ".join(f"está instalada, mas não carrega ({type(error).__name__}: {error})".split())


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\s*v?(\d+(?:\.\d+)*)", version)
    return tuple(int(number) for number in found[1].split(".")) if found else ()
