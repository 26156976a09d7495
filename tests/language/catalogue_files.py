"""What the code writes in a figure, and the catalogues with its translations."""

from __future__ import annotations

import ast
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import infograficos
from infograficos.language.catalogue import Catalogue, Source

PACKAGE = Path(infograficos.__file__).parent

#: The functions whose first argument is a text of a figure, and what holds texts by name.
CALLS, NAMED = {"phrase", "translate", "mark_text"}, {"OwnWords"}

HEADER = """\
msgid ""
msgstr ""
"Language: {code}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def figure_texts() -> dict[Source, list[str]]:
    """Return every text that the code writes in figures, each with the files that write it."""
    found = defaultdict[Source, list[str]](list)
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for source in _texts(ast.parse(path.read_text(encoding="utf-8"))):
            if name not in found[source]:
                found[source].append(name)
    return dict(found)


def _texts(tree: ast.Module) -> Iterator[Source]:
    for node in sorted(ast.walk(tree), key=lambda node: getattr(node, "lineno", 0)):
        if isinstance(node, ast.Call) and (name := _name(node.func)) in CALLS | NAMED:
            arguments = [each.value for each in node.keywords] if name in NAMED else node.args[:1]
            yield from (source for each in arguments for source in _literals(each))
        elif isinstance(node, ast.AnnAssign) and "OwnWord(" in ast.unparse(node.annotation) and node.value:
            yield from _literals(node.value)


def _literals(node: ast.expr) -> Iterator[Source]:
    """Yield what an expression may be: a text, two, or either of a condition's."""
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
        return
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return
    if isinstance(value, str | tuple) and value:
        yield value


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def catalogue_text(code: str, catalogue: Catalogue) -> str:
    """Return a catalogue in the PO format with all texts of the code, in the order of their files.

    A text that no catalogue has yet is empty, and one that the code no longer has is dropped.
    """
    entries = [HEADER.format(code=code)]
    for source, files in sorted(figure_texts().items(), key=lambda item: item[1]):
        one, many = (source, None) if isinstance(source, str) else source
        forms = catalogue.texts.get(source, ("",) if many is None else ("", ""))
        names = [""] if many is None else [f"[{i}]" for i in range(len(forms))]
        lines = [f"#: {' '.join(files)}", f"msgid {_quote(one)}"]
        lines += [f"msgid_plural {_quote(many)}"] if many is not None else []
        lines += [f"msgstr{name} {_quote(form)}" for name, form in zip(names, forms, strict=True)]
        entries.append("\n".join(lines) + "\n")
    return "\n".join(entries)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
