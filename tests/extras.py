"""What a machine may lack: a test that needs it is skipped there, or fails where nothing may be skipped."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import NoReturn

import pytest

#: What is told where resvg draws for want of libcairo.
RESVG_NOTICE = (
    "a libcairo não foi encontrada; o resvg desenha no lugar. "
    "Para instalar: “apt install libcairo2” (Debian e Ubuntu) ou “brew install cairo” (macOS)"
)


def unavailable(reason: str) -> NoReturn:
    """Skip a test for this reason, unless the environment says that nothing may be missing."""
    if os.environ.get("INFOGRAFICOS_EXTRAS") == "required":
        pytest.fail(f"INFOGRAFICOS_EXTRAS=required, but {reason}", pytrace=False)
    pytest.skip(reason)


@cache
def has_libcairo() -> bool:
    """Say whether the machine has libcairo, without asking the library that is tested."""
    try:
        import_module("cairocffi")
    except OSError:  # what cairocffi raises where it finds none
        return False
    return True
