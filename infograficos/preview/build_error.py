"""Error messages of failed builds."""

from __future__ import annotations

import os
import traceback

from infograficos.errors import describe_exception
from infograficos.language.messages import message


def describe_error(error: BaseException, activity: str) -> str:
    """Describe an unexpected error that stopped an activity, and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    file, line = (frames[-1].filename, frames[-1].lineno) if frames else ("", None)
    if isinstance(error, SyntaxError) and error.filename:
        file, line = error.filename, error.lineno
    name = os.path.basename(file)  # noqa: PTH119 — it may be no path
    return message(
        "{file}, linha {line}: {activity} parou com {error}",
        file=name, line=line, activity=activity, error=describe_exception(error),
    )  # fmt: skip
