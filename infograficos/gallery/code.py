"""The code of examples and of chapters' figures, as their authors wrote it."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from types import ModuleType


def imports(module: ModuleType, codes: dict[str, str]) -> str:
    """Return the lines that import all names in a kind's examples, the public ones from its package."""
    nodes = (node for code in codes.values() for node in ast.walk(ast.parse(code)))
    used = {node.id for node in nodes if isinstance(node, ast.Name)} & set(vars(module))
    public = used & set(module.__all__)
    sources = {module.__package__: public, module.__name__: used - public}
    lines = [f"from {source} import {', '.join(sorted(names))}" for source, names in sources.items() if names]
    return "\n".join(lines)


def example_codes(source: str) -> dict[str, str]:
    """Return the code of each example in a builder's source, as its author wrote it."""
    found: dict[str, str] = {}
    for statement in ast.parse(source).body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        if any(isinstance(t, ast.Name) and t.id == "EXAMPLES" for t in targets):
            found |= dict(_entries(statement, source))
    return found


def figure_codes(source: str) -> list[str]:
    """Return the code of each figure in a chapter's script, in its order."""
    calls = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Figure"
    ]
    return [_written(call, source) for call in sorted(calls, key=lambda call: call.lineno)]


def _entries(statement: ast.stmt, source: str) -> Iterator[tuple[str, str]]:
    value = getattr(statement, "value", None)
    if isinstance(value, ast.Dict):
        for key, content in zip(value.keys, value.values, strict=True):
            if isinstance(key, ast.Constant):
                yield str(key.value), _written(content, source)


def _written(node: ast.expr, source: str) -> str:
    # The first line lost its indentation with what stands before it; the others still have theirs.
    code = ast.get_source_segment(source, node, padded=False) or ""
    first, _, rest = code.partition("\n")
    return f"{first}\n{textwrap.dedent(rest)}".strip() if rest else first
