"""What the code writes in a figure or says to the author, and the catalogues with its translations."""

from __future__ import annotations

import ast
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, nodes

import infograficos
from infograficos.content.example_code import example_texts
from infograficos.language.catalogue import Catalogue, Source
from infograficos.system.resources import resource_path

PACKAGE = Path(infograficos.__file__).parent

#: The arguments with texts of each function, by catalogue: a position or a keyword, or all keywords.
ALL = "*"
CALLS: dict[str, Mapping[str, tuple[int | str, ...]]] = {
    "figures": {"phrase": (0,), "translate": (0,), "mark_text": (0,), "OwnWords": (ALL,)},
    "messages": {
        **dict.fromkeys(("message", "mark_message", "InputError", "ContentError"), (0,)),
        **dict.fromkeys(("FigureError", "MachineError", "SvgError", "ShapeError"), (0,)),
        **dict.fromkeys(("look_up", "unknown_name_message", "print_message"), (0,)),
        **dict.fromkeys(("expected_message", "matrix_shape", "validate_known", "unknown_icon_message"), (0,)),
        **dict.fromkeys(("_fail",), (0,)),
        "validate_unique": (1,),
        **{"system_error": (0,), "ReadErrors": (ALL,)},
        "command": ("summary", "help", "short_help"),
        "add_typer": ("help", "short_help"),
        "option": (1, 2),
        "flag": (1,),
        **dict.fromkeys(("Option", "Argument", "Typer"), ("metavar", "help")),
    },
}  # fmt: skip

#: The catalogues: what figures have by themselves, what the command says, and the texts of the examples.
CATALOGUES = (*CALLS, "examples")

#: The function of templates whose first argument is a text.
TEMPLATE_CALLS = {"figures": "phrase", "messages": "message"}

HEADER = """\
msgid ""
msgstr ""
"Language: {code}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def texts_of(name: str) -> dict[Source, list[str]]:
    """Return every text of a catalogue that the code has, each with the files that have it."""
    return _examples_texts() if name == "examples" else _called_texts(name)


def _examples_texts() -> dict[Source, list[str]]:
    found = defaultdict[Source, list[str]](list)
    for path in sorted((PACKAGE / "builders").glob("*.py")):
        for text in dict.fromkeys(example_texts(path.read_text(encoding="utf-8"))):
            found[text].append(f"builders/{path.name}")
    return dict(found)


def _called_texts(name: str) -> dict[Source, list[str]]:
    found = defaultdict[Source, list[str]](list)
    for file, sources in (*_code_texts(name), *_template_texts(name)):
        for source in sources:
            if file not in found[source]:
                found[source].append(file)
    return dict(found)


def _code_texts(name: str) -> Iterator[tuple[str, Iterator[Source]]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), _texts(ast.parse(path.read_text(encoding="utf-8")), name)


def _template_texts(name: str) -> Iterator[tuple[str, Iterator[Source]]]:
    folder = resource_path("templates")
    for path in sorted(folder.rglob("*.j2")):
        file = path.relative_to(folder.parent).as_posix()
        yield file, template_calls(path.read_text(encoding="utf-8"), TEMPLATE_CALLS[name])


def template_calls(template: str, function: str) -> Iterator[Source]:
    """Yield the texts that a Jinja template hands to a function: `message("…")`, `message(("…", "…"), n)`."""
    for call in Environment(autoescape=True).parse(template).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == function:
            yield call.args[0].as_const()


def _texts(tree: ast.Module, name: str) -> Iterator[Source]:
    yield from (ast.literal_eval(node) for node in text_nodes(tree, name))


def text_nodes(tree: ast.Module, name: str) -> Iterator[ast.expr]:
    """Yield what a module hands to the functions of a catalogue: a text, or two."""
    for node in sorted(ast.walk(tree), key=lambda node: getattr(node, "lineno", 0)):
        if isinstance(node, ast.Call) and (places := CALLS[name].get(_name(node.func))):
            yield from (found for each in _arguments(node, places) for found in _literals(each))
        elif isinstance(node, ast.AnnAssign) and name == "figures" and node.value:
            yield from _literals(node.value) if "OwnWord(" in ast.unparse(node.annotation) else ()


def _arguments(call: ast.Call, places: tuple[int | str, ...]) -> Iterator[ast.expr]:
    yield from (each for i, each in enumerate(call.args) if i in places)
    yield from (each.value for each in call.keywords if each.arg in places or ALL in places)


def _literals(node: ast.expr) -> Iterator[ast.expr]:
    """Yield what an expression may be: a text, two, or either of a condition's."""
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
        return
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return
    # Alternatives such as `svg|png|pdf` are the same in all languages.
    if isinstance(value, tuple) or (isinstance(value, str) and value and "|" not in value):
        yield node


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def catalogue_text(code: str, name: str, catalogue: Catalogue) -> str:
    """Return a catalogue in the PO format with all texts of the code, in the order of their files.

    A text that no catalogue has yet is empty, and one that the code no longer has is dropped.
    """
    entries = [HEADER.format(code=code)]
    for source, files in sorted(texts_of(name).items(), key=lambda item: item[1]):
        one, many = (source, None) if isinstance(source, str) else source
        forms = catalogue.texts.get(source, ("",) if many is None else ("", ""))
        names = [""] if many is None else [f"[{i}]" for i in range(len(forms))]
        lines = [f"#: {' '.join(files)}", f"msgid {_quote(one)}"]
        lines += [f"msgid_plural {_quote(many)}"] if many is not None else []
        lines += [f"msgstr{each} {_quote(form)}" for each, form in zip(names, forms, strict=True)]
        entries.append("\n".join(lines) + "\n")
    return "\n".join(entries)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
