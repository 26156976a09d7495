"""Checks of the library: its files, theme, templates, fonts and icons, and how it draws."""

from __future__ import annotations

import csv
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from infograficos.doctor.condition import Condition
from infograficos.errors import REINSTALL
from infograficos.language.messages import message
from infograficos.system.resources import PACKAGE, resource_path

#: How many altered files are named.
_NAMED = 5


def files() -> Condition:
    """Check the files of an installed wheel against its record."""
    recorded = list(_wheel_record())
    version = _version()
    if not recorded:
        finding = message("{version}, na pasta do código: {folder}", version=version, folder=PACKAGE)
        return Condition("infograficos", finding)
    altered = [name for name, path, digest in recorded if _digest(path) != digest]
    if not altered:
        finding = message(
            (
                "{version}, {count} arquivo inteiro em {folder}",
                "{version}, {count} arquivos inteiros em {folder}",
            ),
            len(recorded),
            version=version,
            folder=PACKAGE,
        )
        return Condition("infograficos", finding)
    finding = message(
        "{version}, em {folder}; faltam, ou mudaram desde a instalação: {names}",
        version=version,
        folder=PACKAGE,
        names=_names(altered),
    )
    return Condition("infograficos", finding, "broken", message(REINSTALL))


def effective_theme(theme: str | None) -> Condition:
    """Load the theme that figures are drawn with."""
    from infograficos.theme import load_theme, theme_file

    load_theme(theme)
    if theme is None:
        finding = message("o da série, {file}", file=_place(resource_path("theme.toml")))
    elif theme_file(theme):
        finding = message("{theme}, sobre o da série", theme=theme)
    else:
        finding = message("{theme}, que já vem junto", theme=theme)
    return Condition("theme", finding)


def presets(theme: str | None) -> Condition:
    """List the presets and their widths."""
    from infograficos.theme import load_theme

    found = load_theme(theme).presets.items()
    usual, requested = (
        ", ".join(f"{name} {preset.width} px" for name, preset in found if preset.on_request is on_request)
        for on_request in (False, True)
    )
    finding = message("{usual}; só pelo nome: {requested}", usual=usual, requested=requested)
    return Condition("presets", finding if requested else usual)


def templates() -> Condition:
    """Read every template."""
    from infograficos.text.templates import load_templates

    return Condition("templates", _whole(len(load_templates()), resource_path("templates")))


def fonts() -> Condition:
    """Open every font."""
    from infograficos.fonts.faces import DATA, FACE_NAMES, load_face

    for name in FACE_NAMES:
        load_face(name)
    finding = message("{number} inteiras em {folder}", number=len(FACE_NAMES), folder=_place(DATA))
    return Condition("fonts", finding)


def icons() -> Condition:
    """Read the names of all icons, and the drawings of some from each part of their file."""
    from infograficos.icons import icon_commands, icon_names

    for name in icon_names()[::20]:
        icon_commands(name)
    return Condition("icons", _whole(len(icon_names()), PACKAGE / "icons" / "data"))


def engine() -> Condition:
    """Name the engine that draws PNGs; the fallback is a note."""
    from infograficos.raster.engine import engine_version, missing_cairo_reason

    missing = missing_cairo_reason()
    if missing is None:
        return Condition("engine", engine_version())
    reason, _, remedy = missing.partition("; ")
    finding = message("{engine}, porque {reason}; sem ela não há PDF", engine=engine_version(), reason=reason)
    return Condition("engine", finding, "note", remedy)


def proof(theme: str | None) -> Condition:
    """Draw a small figure as SVG, outlined and live, and as PNG."""
    from infograficos.builders.pipeline import Pipeline, Stage
    from infograficos.figure import Figure
    from infograficos.theme import load_theme

    content = Pipeline([Stage("Texto", "tokens", "input"), Stage("Modelo", "weights", "model")])
    figure = Figure(1, "prova", "Prova", "Uma figura de prova", content)
    loaded = load_theme(theme)
    drawing = figure.draw(loaded)
    sizes = [len(drawing.svg(text)) for text in ("outlined", "live")]
    data = drawing.png(next(iter(loaded.presets)))
    finding = message("SVG de {svg} e PNG de {png} bytes", svg=sum(sizes), png=len(data))
    return Condition("proof", finding)


def _wheel_record() -> Iterator[tuple[str, Path, str]]:
    """Yield the name, path and digest of each of our files in the wheel's record."""
    try:
        installed = metadata.distribution("infograficos")
    except metadata.PackageNotFoundError:
        return
    # `installed.files` omits the files that are missing.
    for name, digest, *_ in csv.reader((installed.read_text("RECORD") or "").splitlines()):
        path = Path(str(installed.locate_file(name))).resolve()
        if digest.startswith("sha256=") and path.is_relative_to(PACKAGE):
            yield path.relative_to(PACKAGE).as_posix(), path, digest.removeprefix("sha256=")


def _digest(path: Path) -> str | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return urlsafe_b64encode(sha256(data).digest()).decode().rstrip("=")


def _names(altered: list[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in altered[:_NAMED])
    more = len(altered) - _NAMED
    return message("{names} e mais {more}", names=shown, more=more) if more > 0 else shown


def _whole(number: int, folder: Path) -> str:
    return message("{number} inteiros em {folder}", number=number, folder=_place(folder))


def _place(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def _version() -> str:
    try:
        return metadata.version("infograficos")
    except metadata.PackageNotFoundError:
        return message("sem versão (não instalada com o pip)")
