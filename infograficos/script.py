"""Runs an author's Python file and finds the chapter that it defines."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from infograficos.chapter import Chapter
from infograficos.errors import InfograficosError, InputError
from infograficos.system.read_text import ReadErrors, read_text

#: What the file is called while it runs; not `__main__`, so that what only a program does stays undone.
MODULE = "infograficos_script"

_EXAMPLE = 'chapter = Chapter(7, "Título", [figura])'

_REFUSALS = ReadErrors(folder="“{path}” é uma pasta; esperado um arquivo .py")


def load_chapter(path: Path) -> Chapter:
    """Run a Python file and return its chapter: the one called `chapter`, or else the only one.

    Its folder can be imported from while it runs, and what it prints goes to stderr. Whatever goes wrong
    raises `InputError` with the file's line; a file that the system will not read, `MachineError`.
    """
    file = Path(path)
    code = _compiled(file, read_text(file, _REFUSALS))
    module = _module(file, code)
    with _beside(file):
        _run(file, module)
    return _chapter(file, module)


def _compiled(path: Path, text: str) -> CodeType:
    try:
        return compile(text, str(path), "exec", dont_inherit=True)
    except SyntaxError as error:
        raise InputError(_misspelt(path, error)) from None
    except (ValueError, RecursionError, MemoryError, OverflowError):
        raise InputError(f"{path.name}: isto não é Python válido") from None


def _misspelt(path: Path, error: SyntaxError) -> str:
    fault = "o recuo não combina" if isinstance(error, IndentationError) else "isto não é Python válido"
    if not error.lineno:
        return f"{path.name}: {fault}"
    place = f"{path.name}, linha {error.lineno}, coluna {max(error.offset or 1, 1)}"
    shown = (error.text or "").strip()
    return f"{place}: {fault}: “{shown}”" if shown else f"{place}: {fault}"


def _module(path: Path, code: CodeType) -> ModuleType:
    class Compiled(SourceFileLoader):
        """Gives the code as it was read, and leaves no `__pycache__` beside the author's file."""

        def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
            return code

    spec = spec_from_file_location(MODULE, path, loader=Compiled(MODULE, str(path)))
    assert spec is not None, "a spec with a loader is always made"  # noqa: S101
    return module_from_spec(spec)


@contextmanager
def _beside(path: Path) -> Iterator[None]:
    folder = str(path.resolve().parent)
    sys.path.insert(0, folder)
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        if folder in sys.path:
            sys.path.remove(folder)


def _run(path: Path, module: ModuleType) -> None:
    # Classes that the file defines look their module up by name.
    sys.modules[MODULE] = module
    try:
        module.__spec__.loader.exec_module(module)  # type: ignore[union-attr]  # made just above
    except InfograficosError as error:
        place = _place(path, error)
        raise type(error)("\n".join(f"{place}: {line}" for line in str(error).splitlines())) from error
    except SystemExit as error:
        raise InputError(
            f"{_place(path, error)}: o arquivo encerrou o programa (sys.exit); "
            "esperado só que defina um capítulo"
        ) from error
    except Exception as error:
        said = f"{type(error).__name__}: {error}".removesuffix(": ")
        raise InputError(f"{_place(path, error)}: o arquivo parou com {' '.join(said.split())}") from error


def _place(path: Path, error: BaseException) -> str:
    lines = [
        frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)
    ]
    return f"{path.name}, linha {lines[-1]}" if lines else path.name


def _chapter(path: Path, module: ModuleType) -> Chapter:
    found = {name: value for name, value in vars(module).items() if isinstance(value, Chapter)}
    if "chapter" in found:
        return found["chapter"]
    different = {id(chapter): chapter for chapter in found.values()}
    if len(different) == 1:
        return next(iter(different.values()))
    if different:
        names = ", ".join(f"“{name}”" for name in found)
        raise InputError(f"{path.name}: há mais de um capítulo ({names}); chame de “chapter” o que vale")
    raise InputError(f"{path.name}: nenhum capítulo definido; esperado algo como “{_EXAMPLE}”")
