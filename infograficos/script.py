"""Runs an author's Python file and finds the chapter that it defines."""

from __future__ import annotations

import re
import sys
import sysconfig
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec
from pathlib import Path
from types import CodeType, ModuleType

from infograficos.chapter import Chapter
from infograficos.errors import InfograficosError, InputError, close_matches, describe_exception
from infograficos.language.messages import mark_message, message
from infograficos.system.files import ReadErrors, read_text
from infograficos.system.resources import DEFAULT_SCRIPT, PACKAGE
from infograficos.system.script_folder import running_script

#: The module name of the running file; not `__main__`, so that its main block does not run.
MODULE = "infograficos_script"

#: Folders without modules of authors: the standard library and this package.
_INSTALLED = (sysconfig.get_path("stdlib"), str(PACKAGE))

_EXAMPLE = mark_message('chapter = Chapter(7, "Título", [figura])')

_READ_ERRORS = ReadErrors(folder="“{path}” é uma pasta; esperado um arquivo .py")


def load_chapter(path: Path | None) -> Chapter:
    """Run a Python file and return its chapter: the one called `chapter`, or else the only one.

    Without a file, return the chapter of the series. The file can import from its folder, and prints to
    stderr. Errors in it raise `InputError` with the line; an unreadable file raises `MachineError`.
    """
    if path is None:
        chapter: Chapter = import_module(f"infograficos.{DEFAULT_SCRIPT.stem}").chapter
        return chapter
    file = Path(path)
    code = _compile(file, read_text(file, _READ_ERRORS))
    spec = ModuleSpec(MODULE, SourceFileLoader(MODULE, str(file)), origin=str(file))
    spec.has_location = True
    module = module_from_spec(spec)
    with running_script(file), _own_modules(file):
        _run(file, code, module)
    return _chapter(file, module)


def _compile(path: Path, text: str) -> CodeType:
    try:
        return compile(text, str(path), "exec", dont_inherit=True)
    except SyntaxError as error:
        raise InputError(_syntax_error_message(path, error)) from None
    except (ValueError, RecursionError, MemoryError, OverflowError):
        raise InputError("{file}: isto não é Python válido", file=path.name) from None


def _syntax_error_message(path: Path, error: SyntaxError) -> str:
    is_indent = isinstance(error, IndentationError)
    issue = message("o recuo não combina" if is_indent else "isto não é Python válido")
    if not error.lineno:
        return f"{path.name}: {issue}"
    place = {"line": error.lineno, "column": max(error.offset or 1, 1)}
    location = message("{file}, linha {line}, coluna {column}", file=path.name, **place)
    source = (error.text or "").strip()
    return f"{location}: {issue}: “{source}”" if source else f"{location}: {issue}"


@contextmanager
def _own_modules(path: Path) -> Iterator[None]:
    """Let a file import from its own folder only, and unload those modules afterwards."""
    folder, known_paths = path.resolve().parent, list(sys.path)
    shadowed = _shadowed_packages(folder)
    hidden = {
        name: module
        for name, module in sys.modules.items()
        if name.partition(".")[0] in shadowed and _import_folder(name, module) is not None
    }
    for name in hidden:
        del sys.modules[name]
    known = set(sys.modules)
    sys.path.insert(0, str(folder))
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        sys.path[:] = known_paths
        for name in set(sys.modules) - known:
            if _import_folder(name, sys.modules[name]) == folder:
                del sys.modules[name]
        sys.modules.update(hidden)


def _shadowed_packages(folder: Path) -> set[str]:
    """Return the names of known packages and modules of which a folder may have another."""
    packages = {name.partition(".")[0] for name in sys.modules}
    return {name for name in packages if (folder / name).is_dir() or (folder / f"{name}.py").is_file()}


def _import_folder(name: str, module: ModuleType) -> Path | None:
    """Return the folder that an author's module was imported from; None for an installed one."""
    file, folders = getattr(module, "__file__", None), list(getattr(module, "__path__", ()))
    path = Path(folders[0] if folders else file or "")
    if name == MODULE or not path.is_absolute() or str(path).startswith(_INSTALLED):
        return None
    return None if "site-packages" in path.parts else path.resolve().parents[name.count(".")]


def _run(path: Path, code: CodeType, module: ModuleType) -> None:
    # Classes look up their module by name.
    sys.modules[MODULE] = module
    try:
        # Not by the module's loader, which would leave a `__pycache__` beside the author's file.
        exec(code, vars(module))  # noqa: S102
    except InfograficosError as error:
        location = _location(path, error)
        raise type(error)("\n".join(f"{location}: {line}" for line in str(error).splitlines())) from error
    except SystemExit as error:
        raise InputError(
            "{place}: o arquivo encerrou o programa (sys.exit); esperado só que defina um capítulo",
            place=_location(path, error),
        ) from error
    except Exception as error:
        if isinstance(error, ImportError) and (advice := _import_advice(error)):
            raise InputError(f"{_location(path, error)}: {advice}") from error
        raise InputError(
            "{place}: o arquivo parou com {error}",
            place=_location(path, error),
            error=describe_exception(error),
        ) from error


def _import_advice(error: ImportError) -> str:
    """Return what to import instead of a name that is nearly one of the library's; nothing for others."""
    found = re.match(r"cannot import name '(\w+)' from '(infograficos[\w.]*)'", str(error))
    module = sys.modules.get(found[2]) if found else None
    if not found or not module:
        return ""
    names = [name for name in dir(module) if name[0].isupper()]
    for close in close_matches(found[1], names, 1):
        return message(
            "“{name}” não existe em {module}; você quis dizer “{close}”?",
            name=found[1],
            module=found[2],
            close=close,
        )
    return ""


def _location(path: Path, error: BaseException) -> str:
    lines = [
        frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)
    ]
    return message("{file}, linha {line}", file=path.name, line=lines[-1]) if lines else path.name


def _chapter(path: Path, module: ModuleType) -> Chapter:
    chapters = {name: value for name, value in vars(module).items() if isinstance(value, Chapter)}
    if "chapter" in chapters:
        return chapters["chapter"]
    different = {id(chapter): chapter for chapter in chapters.values()}
    if len(different) == 1:
        return next(iter(different.values()))
    if different:
        names = ", ".join(f"“{name}”" for name in chapters)
        raise InputError(
            "{file}: há mais de um capítulo ({names}); chame de “chapter” o que vale",
            file=path.name,
            names=names,
        )
    raise InputError(
        "{file}: nenhum capítulo definido; esperado algo como “{example}”",
        file=path.name,
        example=message(_EXAMPLE),
    )
