"""The code of kinds' examples, as their authors wrote it or with its texts in another language."""

from __future__ import annotations

import ast
import json
import re
import textwrap
from collections.abc import Iterator

from infograficos.language.catalogue import load_catalogue

#: Arguments with lists that are translated as a whole: sentences, and numbers that belong to their words.
_WHOLE = frozenset({"ids", "labels", "pairs", "source", "target", "tokens"})

#: A letter, or the comma of a decimal number.
_TRANSLATABLE = re.compile(r"[^\W\d_]|\d,\d")


def example_codes(source: str) -> dict[str, str]:
    """Return the code of each example in a builder's source, as its author wrote it."""
    return {
        str(key.value): source_code(content, source)
        for statement in ast.parse(source).body
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Dict)
        if any(isinstance(target, ast.Name) and target.id == "EXAMPLES" for target in statement.targets)
        for key, content in zip(statement.value.keys, statement.value.values, strict=True)
        if isinstance(key, ast.Constant)
    }


def source_code(node: ast.expr, source: str) -> str:
    """Return an expression's source without the indentation of its place."""
    # The first line comes without its indentation, the others with theirs.
    code = ast.get_source_segment(source, node, padded=False) or ""
    first, _, rest = code.partition("\n")
    return f"{first}\n{textwrap.dedent(rest)}".strip() if rest else first


def translate_source(source: str, code: str) -> str:
    """Return a module's code with the texts of its examples in a language; what it lacks stays as it is."""
    texts = load_catalogue(code, "examples").texts
    lines = source.splitlines(keepends=True)
    for node, text in reversed(_texts(ast.parse(source))):
        if texts.get(text, (text,))[0] != text:
            _replace(lines, node, _literal(node, texts[text][0]))
    return "".join(lines)


def example_texts(source: str) -> list[str]:
    """Return the texts of a module's examples that a translation has, in their order."""
    return [text for _, text in _texts(ast.parse(source))]


def definitions(tree: ast.Module) -> list[ast.stmt]:
    """Return the assignments that make the examples and their headlines, in their order."""
    assigned = {
        name.id: node
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }
    names, used = ["EXAMPLES", "HEADLINES"], dict[str, ast.stmt]()
    for name in names:
        if name in assigned and name not in used:
            used[name] = assigned[name]
            names += [each.id for each in ast.walk(used[name]) if isinstance(each, ast.Name)]
    return sorted({id(node): node for node in used.values()}.values(), key=lambda node: node.lineno)


def _texts(tree: ast.Module) -> list[tuple[ast.expr, str]]:
    """Return what a translation may change, each with its key in a catalogue, in their order."""
    first, found = tree.body[0], list[tuple[ast.expr, str]]()
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        found.append((first.value, ast.get_docstring(tree) or ""))
    for statement in definitions(tree):
        found += _texts_within(statement)
    return sorted(found, key=lambda each: (each[0].lineno, each[0].col_offset))


def _texts_within(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    if isinstance(node, ast.JoinedStr):
        yield node, _key(node)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, str) and _TRANSLATABLE.search(node.value):
            yield node, node.value
    elif isinstance(node, ast.keyword) and node.arg in _WHOLE and isinstance(node.value, ast.List):
        yield node.value, ast.unparse(node.value)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _texts_within(child)


def _key(text: ast.JoinedStr) -> str:
    """Return a text with what is computed in it in braces, as its author wrote it."""
    return ast.unparse(text)[2:-1]


def _literal(node: ast.expr, translation: str) -> str:
    """Return the code of a translation."""
    if isinstance(node, ast.Constant):
        return f'"""{translation}"""' if "\n" in translation else json.dumps(translation, ensure_ascii=False)
    quote = "'" if '"' in translation else '"'
    return f"f{quote}{translation}{quote}" if isinstance(node, ast.JoinedStr) else translation


def _replace(lines: list[str], node: ast.expr, code: str) -> None:
    """Replace an expression in a module's lines, which keep their number until others above are replaced."""
    first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    start = lines[first].encode()[: node.col_offset].decode()
    end = lines[last].encode()[node.end_col_offset :].decode()
    lines[first : last + 1] = [f"{start}{code}{end}"]
