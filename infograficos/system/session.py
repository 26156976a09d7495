"""Whether the library can work in this Python session at all, before anything slow is imported."""

from __future__ import annotations

import sys
from pathlib import Path

#: Libraries that a session may load before us, by module: parts of two versions do not work together.
_LIBRARIES = {
    "pydantic": "pydantic",
    "pydantic_core": "pydantic-core",
    "typer": "typer",
    "jinja2": "jinja2",
    "PIL": "pillow",
}


def session_problem() -> str | None:
    """Return why the library cannot work, and what to do; None if it can."""
    if not Path(__file__).parent.is_dir():
        from infograficos.language.messages import message  # noqa: PLC0415 — a session that works needs none

        return message(
            "o infograficos não funciona de dentro de um .zip, onde não abre suas fontes e modelos; "
            "descompacte-o em uma pasta, ou instale-o com “pip install”"
        )
    for module, library in _LIBRARIES.items():
        # Not by `getattr`, which warns for some; `None` stands for a module that may not be imported.
        loaded = vars(sys.modules[module]).get("__version__") if sys.modules.get(module) else None
        installed = _installed_version(library) if loaded else None
        if loaded and installed and loaded != installed:
            return _changed_library_message(library, loaded, installed)
    return None


def _changed_library_message(library: str, loaded: str, installed: str) -> str:
    from infograficos.language.messages import message  # noqa: PLC0415 — as above

    return message(
        "esta sessão já tinha carregado o {library} {loaded}, e agora o instalado é o {installed}; "
        "reinicie-a (no Colab: Ambiente de execução → Reiniciar sessão) e rode de novo, sem reinstalar",
        library=library,
        loaded=loaded,
        installed=installed,
    )


def validate_session() -> None:
    """Raise `ImportError` if the library cannot work in this session."""
    problem = session_problem()
    # `python -m infograficos` says it in its own way.
    if problem and sys.argv[:1] != ["-m"]:
        raise ImportError(problem)


def _installed_version(library: str) -> str | None:
    from importlib import metadata  # noqa: PLC0415 — it takes time to import, and is hardly ever asked

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None
