"""Where the files that come with the library are: the theme and the templates."""

from __future__ import annotations

from pathlib import Path

from infograficos.errors import REINSTALL, MachineError

PACKAGE = Path(__file__).resolve().parent.parent


def resource_path(name: str) -> Path:
    """Return the path of a file or folder that comes with the library, such as `theme.toml`.

    A wheel holds them inside the package; a checkout, and so an editable install, beside it.
    Raises `MachineError` where the installation lacks it.
    """
    root = PACKAGE if (PACKAGE / "theme.toml").is_file() else PACKAGE.parent
    path = root / name
    if not path.exists():
        raise missing_resource_error(name)
    return path


def missing_resource_error(name: str) -> MachineError:
    """Return what is said where the installation lacks a file of ours."""
    return MachineError(f"falta “{name}” na instalação do infograficos; {REINSTALL}")


def damaged_resource_error(name: str) -> MachineError:
    """Return what is said where a file of ours cannot be read, or is not what it was."""
    return MachineError(f"“{name}” está danificado na instalação do infograficos; {REINSTALL}")
