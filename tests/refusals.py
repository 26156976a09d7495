"""What the library says when it refuses something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from infograficos.errors import InputError


def refusal(attempt: Callable[[], object]) -> str:
    """The words with which an attempt is refused."""
    with pytest.raises(InputError) as raised:
        attempt()
    return str(raised.value)
