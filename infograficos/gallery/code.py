"""The code of examples and of chapters' figures, as their authors wrote it."""

from __future__ import annotations

import ast
import textwrap
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
    return {
        str(key.value): _code(content, source)
        for statement in ast.parse(source).body
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Dict)
        if any(isinstance(target, ast.Name) and target.id == "EXAMPLES" for target in statement.targets)
        for key, content in zip(statement.value.keys, statement.value.values, strict=True)
        if isinstance(key, ast.Constant)
    }


def figure_codes(source: str) -> list[str]:
    """Return the code of each figure in a chapter's script, in its order."""
    calls = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Figure"
    ]
    return [_code(call, source) for call in sorted(calls, key=lambda call: call.lineno)]


def _code(node: ast.expr, source: str) -> str:
    # The first line comes without its indentation, the others with theirs.
    code = ast.get_source_segment(source, node, padded=False) or ""
    first, _, rest = code.partition("\n")
    return f"{first}\n{textwrap.dedent(rest)}".strip() if rest else first
