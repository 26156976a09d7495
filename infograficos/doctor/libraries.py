"""The required libraries, and the installed versions."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module, metadata
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from infograficos.doctor.condition import Condition
from infograficos.errors import describe_exception
from infograficos.language.messages import message
from infograficos.system.resources import PACKAGE

PART = "dependencies"

#: Libraries that are imported by another name.
_MODULES = {"markdown-it-py": "markdown_it", "pillow": "PIL", "fonttools": "fontTools"}

_REQUIREMENT = re.compile(r"\s*([\w.-]+)\s*\(?([^;)]*)")
_BOUNDS: dict[str, Callable[[Any, Any], bool]] = {">=": ge, "<=": le, "==": eq, "!=": ne, ">": gt, "<": lt}


@dataclass(frozen=True, slots=True)
class Library:
    """A required library: the versions that will do, such as `>=3.1.4,<4`, the installed one, its fault."""

    name: str
    required: str
    installed: str | None
    fault: str


def libraries() -> list[Library]:
    """Return the required libraries, each imported to see whether it loads."""
    return [_library(*_split(line)) for line in _project()["dependencies"]]


def summarize(found: list[Library]) -> Condition:
    """Return the condition of the libraries together."""
    faulty = [library for library in found if library.fault]
    if not faulty:
        return Condition(
            PART, message(("{count}, na versão pedida", "{count}, todas nas versões pedidas"), len(found))
        )
    finding = "\n".join(f"“{library.name}” {library.fault}" for library in faulty)
    required = " ".join(f'"{library.name}{library.required}"' for library in faulty)
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return Condition(PART, finding, "broken", f"{python} -m pip install --upgrade {required}")


def required_python() -> str:
    """Return the required versions of Python, such as `>=3.11`."""
    return str(_project()["requires-python"])


def satisfies(version: str, required: str) -> bool:
    """Whether a version is within bounds such as `>=3.1.4,<4`; letters after its numbers do not count."""
    for bound in filter(None, (each.strip() for each in required.split(","))):
        sign = re.match(r"[<>=!~]*", bound)[0]  # type: ignore[index]  # an empty sign matches too
        ours, theirs = _numbers(version), _numbers(bound[len(sign) :])
        width = max(len(ours), len(theirs))
        padded = [each + (0,) * (width - len(each)) for each in (ours, theirs)]
        if sign in _BOUNDS and not _BOUNDS[sign](*padded):
            return False
    return True


def _project() -> dict[str, Any]:
    """Return the requirements: in a checkout of pyproject.toml, elsewhere of the installed wheel."""
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
    name, required = found.groups() if found else (line, "")
    bounds = sorted((each.strip() for each in required.split(",")), key=lambda bound: bound.startswith("<"))
    return name, ",".join(bounds)


def _library(name: str, required: str) -> Library:
    try:
        installed = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Library(name, required, None, message("não está instalada"))
    if not satisfies(installed, required):
        return Library(
            name,
            required,
            installed,
            message(
                "está na versão {installed}; é pedida {required}", installed=installed, required=required
            ),
        )
    fault = ""
    try:
        import_module(_MODULES.get(name.lower(), name.lower().replace("-", "_")))
    except Exception as error:
        # If libcairo is missing, the engine's check reports it.
        if name != "cairosvg" or not isinstance(error, OSError):
            fault = message("está instalada, mas não carrega ({error})", error=describe_exception(error))
    return Library(name, required, installed, fault)


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\s*v?(\d+(?:\.\d+)*)", version)
    return tuple(int(number) for number in found[1].split(".")) if found else ()
