"""The code of examples and of chapters' figures, as their authors wrote it, ready to be pasted."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from types import ModuleType

from infograficos.content.example_code import source_code


def setup_code(source: str, module: ModuleType, codes: Iterable[str]) -> str:
    """Return the imports and definitions that a kind's examples need, under names without underscores.

    Args:
        source: the module's source.
        module: the module of the kind.
        codes: the examples' code.
    """
    definitions = _Definitions(source, module)
    for code in codes:
        definitions.add(ast.parse(code))
    return publish_names("\n\n".join(filter(None, ("\n".join(definitions.imports()), *definitions.texts()))))


def publish_names(code: str) -> str:
    """Return code whose private names have no leading underscore."""
    return re.sub(r"(?<![\w.\"'])_(?=[A-Za-z]\w)", "", code)


class _Definitions:
    """The names of a module that some code uses, directly or through each other."""

    def __init__(self, source: str, module: ModuleType) -> None:
        self._source = source
        self._module = module
        self._nodes = {name: node for node in ast.parse(source).body for name in _defined_names(node)}
        self._used: dict[str, ast.stmt | None] = {}

    def add(self, code: ast.AST) -> None:
        """Add the names that code uses."""
        names = {node.id for node in ast.walk(code) if isinstance(node, ast.Name)}
        for name in sorted(names & {*self._nodes, *self._module.__all__} - {*self._used}):
            self._used[name] = node = None if name in self._module.__all__ else self._nodes[name]
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.FunctionDef):
                self.add(node)

    def imports(self) -> Iterator[str]:
        """Yield the import lines, the standard library's first."""
        public = sorted(name for name, node in self._used.items() if node is None)
        sources = {self._module.__package__ or "": public}
        for name, node in sorted(self._used.items()):
            if isinstance(node, ast.ImportFrom):
                sources.setdefault(str(node.module), []).append(name)
        for source in sorted(sources, key=lambda source: (source.startswith("infograficos"), source)):
            yield f"from {source} import {', '.join(sources[source])}"

    def texts(self) -> Iterator[str]:
        """Yield the source of the constants and functions, in their order."""
        used = [
            node
            for node in self._used.values()
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.FunctionDef)
        ]
        for node in sorted({id(node): node for node in used}.values(), key=lambda node: node.lineno):
            yield ast.get_source_segment(self._source, node) or ""


def _defined_names(node: ast.stmt) -> list[str]:
    """Return the names that a statement of a module defines."""
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    if isinstance(node, ast.ImportFrom):
        return [alias.asname or alias.name for alias in node.names]
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign)
        else []
    )
    return [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]


def figure_codes(source: str) -> list[str]:
    """Return the code of each figure in a chapter's script, in its order."""
    calls = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Figure"
    ]
    return [source_code(call, source) for call in sorted(calls, key=lambda call: call.lineno)]
