"""The contents of other kinds inside a content: the picture of a formula, the panels of a figure."""

from __future__ import annotations

from collections.abc import Iterator


def nested_contents(content: object) -> Iterator[object]:
    """Yield a content and all contents of other kinds inside it, from the outside in."""
    if isinstance(content, list | tuple):
        for each in content:
            # Data have many thousand numbers.
            if not isinstance(each, float | int | str):
                yield from nested_contents(each)
        return
    if callable(getattr(content, "body", None)):
        yield content
    for name in getattr(type(content), "__pydantic_fields__", {}):
        yield from nested_contents(getattr(content, name, None))
