"""Which module may know which, which library one module alone knows, and how long code may be."""

from __future__ import annotations

import ast
import sys
from collections.abc import Container
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

import infograficos

PACKAGE = Path(infograficos.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

ELEMENTS = "infograficos.elements."

#: The rooms of the package from the ground up: each may know those before it, and none after it.
ORDER = (
    "language", "errors", "value_object", "system", "scene", "icons", "fonts", "raster",
    "formula", "text", "svg", "content", "theme", "layout", "audit", "graphs", "elements", "builders",
    "steps", "drawing", "figure", "chapter", "report", "translations", "chapter_07", "script", "export",
    "gallery", "cover", "publish", "doctor", "preview", "cli", "__main__",
)  # fmt: skip

#: A room that a stranger cannot take in at a glance is one too many.
MOST_ON_THE_GROUND_FLOOR = 12

#: Each package of elements, and what it may know of the others; "" is what composes figures of any subject.
SUBJECTS = {
    "": set(),
    "connectors": {""},
    "formulas": {""},
    "code": {"", "objects"},
    "planes": {""},
    "matrices": {"", "connectors"},
    "objects": {"", "connectors", "images", "tokens"},
    "charts": {""},
    "sets": {"", "planes"},
    "graphs": {"", "objects"},
    "schedules": {"", "charts"},
    "sequences": {"", "objects"},
    "tokens": {"", "charts"},
    "images": {"", "matrices", "objects"},
}

#: The only parts of the package that may import a library.
HOMES = {
    "svgwrite": "svg",
    "cairosvg": "raster",
    "cairocffi": "raster",
    "resvg_py": "raster",
    "pypdf": "raster",
    "PIL": "content raster",
    "jinja2": "text",
    "uharfbuzz": "fonts",
    "fontTools": "fonts icons",
    "rich": "cli",
    "pygments": "text",
    "tinycss2": "icons",
    "markdown_it": "publish",
}


@cache
def imports(source: str) -> frozenset[str]:
    """The modules that a file imports by their whole names, at the top or anywhere in it.

    So are those that a package imports for it: `elements.tokens.strip`, and that of `elements.Lane`.
    """
    found: set[str] = set()
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "import_module":
            found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return frozenset(home(name) for name in found | reached_from_packages(tree))


def reached_from_packages(tree: ast.Module) -> set[str]:
    """What stands behind the points after an imported name: with `from a import b`, `b.c` is `a.b.c`."""
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    known = {
        alias.asname or alias.name: f"{node.module}.{alias.name}" for node in froms for alias in node.names
    }
    dotted = [ast.unparse(node).partition(".") for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    return {f"{known[first]}.{rest}" for first, _, rest in dotted if first in known}


def home(name: str) -> str:
    """A name by the module that defines it, where it is one that `elements` offers from anywhere below it."""
    first = name.removeprefix(ELEMENTS).partition(".")[0]
    if not name.startswith(ELEMENTS) or first not in element_modules():
        return name
    return name.replace(ELEMENTS, f"{ELEMENTS}{element_modules()[first]}.", 1)


@cache
def element_modules() -> dict[str, str]:
    """The module below `elements` of each name that it offers."""
    stub = ast.parse((PACKAGE / "elements" / "__init__.pyi").read_text(encoding="utf-8"))
    froms = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: node.module for node in froms for alias in node.names}


def part(path: Path) -> str:
    """The part of the package that a file belongs to: a module, or a folder."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@cache
def knows() -> dict[str, set[str]]:
    """For each part of the package, the parts that it imports."""
    graph: dict[str, set[str]] = {}
    for path in FILES:
        names = imports(path.read_text(encoding="utf-8"))
        own = {name.split(".")[1] for name in names if name.startswith("infograficos.")}
        graph.setdefault(part(path), set()).update(own)
    return {name: (others & set(graph)) - {name} for name, others in graph.items()}


def reached(start: str) -> set[str]:
    """All rooms that a room knows, through others too."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in knows()[waiting.pop()] - found:
            found.add(name)
            waiting.append(name)
    return found


def test_every_room_has_its_place():
    assert set(ORDER) == set(knows()) - {"__init__"}


def test_the_ground_floor_is_small():
    assert len(list(PACKAGE.glob("*.py"))) <= MOST_ON_THE_GROUND_FLOOR


@pytest.mark.parametrize("name", ORDER)
def test_a_room_knows_only_those_below_it(name):
    assert knows()[name] <= set(ORDER[: ORDER.index(name)])


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("errors", set()),
        ("value_object", set()),
        ("system", {"errors"}),
        ("scene", {"value_object"}),
        ("icons", {"errors", "scene", "value_object"}),
        ("fonts", {"errors", "scene", "system"}),
        ("raster", {"errors", "language", "system"}),
        ("text", {"errors", "formula", "language", "scene", "system", "value_object"}),
        ("svg", {"errors", "fonts", "raster", "scene", "text"}),
        ("formula", {"errors", "language"}),
        ("content", {"errors", "icons", "language", "system", "text"}),
        ("layout", {"scene", "text", "theme"}),
        ("graphs", {"scene", "value_object"}),
        ("audit", {"language", "scene", "theme"}),
        ("builders", {"content", "elements", "errors", "formula", "language", "layout", "text"}),
    ],
)
def test_a_room_knows_no_more_than_it_needs(name, known):
    # Every room speaks to the author.
    assert knows()[name] | {"language"} == known | {"language"}


def test_no_modules_import_each_other():
    modules = {".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in FILES}
    graph = {
        name: {
            found
            for imported in imports(path.read_text(encoding="utf-8"))
            for found in [module_of(imported, modules)]
            if found and found != name
        }
        for name, path in modules.items()
        if path.name != "__init__.py"
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(f"modules import each other: {' → '.join(circle.args[1])}")


def module_of(imported: str, modules: Container[str]) -> str | None:
    """The module of the package that an import is of, or that defines what it is of."""
    name = imported.removeprefix("infograficos.")
    return (
        name if name in modules else name.rpartition(".")[0] if name.rpartition(".")[0] in modules else None
    )


def test_the_audit_sees_a_placed_figure_and_not_how_it_came_about():
    makers = {"layout", "elements", "builders", "drawing", "figure", "svg", "raster"}
    assert reached("audit") & makers == set()


def subject(imported: str) -> str:
    """The package that a name below `elements` is imported from; the name itself if it is from none."""
    first, dot, _ = imported.partition(".")
    return first if first in SUBJECTS or not dot else ""


def known_subjects(name: str) -> set[str]:
    """The other packages of elements that the modules of one import."""
    folder = PACKAGE / "elements" / name
    names = {name for path in folder.glob("[!_]*.py") for name in imports(path.read_text(encoding="utf-8"))}
    return {subject(name.removeprefix(ELEMENTS)) for name in names if name.startswith(ELEMENTS)} - {name}


def test_every_package_of_elements_has_its_place():
    found = {path.parent.name for path in (PACKAGE / "elements").glob("*/__init__.py")}
    assert found == set(SUBJECTS) - {""}


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_package_of_elements_knows_no_more_than_it_needs(name):
    assert known_subjects(name) == SUBJECTS[name]


@pytest.mark.parametrize("library", list(HOMES))
def test_a_library_is_imported_where_it_belongs(library):
    homes = {
        part(path)
        for path in FILES
        for name in imports(path.read_text(encoding="utf-8"))
        if name.split(".")[0] == library
    }
    assert homes == set(HOMES[library].split())


def is_private(name: str) -> bool:
    """Whether a name is somebody's own: it begins with one underscore."""
    return name.startswith("_") and not name.startswith("__")


def third_party(tree: ast.Module) -> dict[str, str]:
    """The names that a file imports from others' packages, each with where it comes from."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name.partition(".")[0]: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    ours = sys.stdlib_module_names | {"infograficos"}
    return {name: origin for name, origin in names.items() if origin.partition(".")[0] not in ours}


def inherited(tree: ast.Module) -> set[str]:
    """The private names of other packages' classes that classes of ours use or override."""
    foreign, found = third_party(tree), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            used = {each.name for each in ast.walk(node) if isinstance(each, ast.FunctionDef)}
            used |= {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
            for base in {ast.unparse(base) for base in node.bases} & set(foreign):
                module, _, name = foreign[base].rpartition(".")
                found |= {each for each in dir(getattr(import_module(module), name)) if each in used}
    return set(filter(is_private, found))


def private_names(source: str) -> set[str]:
    """The private names of other packages, or of objects that are not `self`, that a file uses."""
    tree = ast.parse(source)
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)} | DOCUMENTED
    found = set(third_party(tree).values())
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) not in ("self", "cls", "super()"):
            found |= {node.attr} - own
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("getattr", "setattr", "hasattr"):
            found |= {arg.value for arg in node.args[1:2] if isinstance(arg, ast.Constant)}
    return {name for name in found if any(map(is_private, name.split(".")))} | inherited(tree)


#: A public function, whatever it is called.
DOCUMENTED = {"_exit"}

#: What has no public way yet.
PRIVATE = {"raster/tagged_pdf.py": {"_add_object"}}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_other_packages_are_used_by_their_public_names(path):
    allowed = PRIVATE.get(path.relative_to(PACKAGE).as_posix(), set())
    assert private_names(path.read_text(encoding="utf-8")) <= allowed


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import typer._click", "typer._click"),
        ("def f():\n    from typer._click.core import Command", "typer._click.core.Command"),
        ("from typer import _click as click", "typer._click"),
        ("import typer\ntyper._click.Command", "_click"),
        ("class A:\n    def f(self): self.writer._add_object(1)", "_add_object"),
        ("getattr(error, '_name', None)", "_name"),
        ("from cairosvg.surface import Surface\nclass A(Surface):\n    def _create_surface(self): ...",
         "_create_surface"),
        ("from pypdf import PdfWriter\nclass A(PdfWriter):\n    def f(self): self._add_object(1)",
         "_add_object"),
    ],
)  # fmt: skip
def test_a_private_name_is_noticed(source, name):
    assert private_names(source) == {name}


def test_private_names_of_our_own_are_no_concern_of_this_test():
    source = "import os\nclass A(B):\n    def _f(self): self._x, cls._y, super()._z, self.__class__\nos.path"
    assert private_names(source) == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("chapter_*.py")), ids=lambda path: path.stem)
def test_a_chapter_of_the_series_says_all_itself(path):
    """An export that was carried out before is known by this file and our code: nothing else may matter."""
    known = imports(path.read_text(encoding="utf-8"))
    assert {name for name in known if not name.startswith(("__future__", "infograficos."))} == set()
    assert "open(" not in path.read_text(encoding="utf-8")


def test_every_import_is_seen_wherever_it_stands():
    source = "import a.b\nfrom c import d\ndef f():\n    from e.f import g\n    import_module('h.i')\n"
    assert imports(source) == {"a.b", "c.d", "e.f.g", "h.i"}


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ("from infograficos import elements\nelements.tokens.strip.Lane()", "tokens.strip"),
        ("from infograficos.elements import tokens as t\ndef f(x: t.strip.Lane): ...", "tokens.strip"),
        ("from infograficos import elements\nelements.Lane.layout", "tokens.strip"),
        ("from infograficos.elements import Lane", "tokens.strip"),
        ("from infograficos.elements import titled\ntitled.with_caption", "titled"),
    ],
    ids=["a module's name", "a package by another name", "an element", "an imported element", "a module"],
)
def test_what_a_package_of_elements_imports_for_a_file_is_seen(source, module):
    assert any(name.startswith(f"{ELEMENTS}{module}.") for name in imports(source))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_are_short_and_say_what_they_are_for(path):
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= 300
    assert ast.get_docstring(tree)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    # A command's options are its signature; what is counted is what happens.
    lengths = {node.name: node.end_lineno - node.body[0].lineno + 1 for node in functions}
    assert {name: lines for name, lines in lengths.items() if lines > 40} == {}
