"""The command `export`: figures as files, or whether those that are published are current."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from infograficos.cli.command import command, report_differences
from infograficos.cli.options import (
    Figures,
    Folder,
    Presets,
    Source,
    ThemeFile,
    flag,
    option,
    parse_chapter,
    parse_path,
    parse_theme,
    parse_width,
)
from infograficos.errors import InputError
from infograficos.system.console import print_message, print_result, progress_bar

if TYPE_CHECKING:
    from infograficos.chapter import Chapter
    from infograficos.export import ExportOptions

Formats = Annotated[
    list[str] | None, option("--format", "svg|png|pdf", "Formato; pode repetir (padrão: svg e png).")
]
VariantNames = Annotated[
    list[str] | None,
    option(
        "--variant",
        "light|dark|auto",
        "Fundo claro, escuro ou, só em SVG, o que o leitor prefere; pode repetir (padrão: light).",
    ),
]
TextModeName = Annotated[
    str,
    option(
        "--text",
        "outlined|live",
        "Texto do SVG em contornos ou vivo, com as fontes embutidas (padrão: outlined).",
    ),
]
Widths = Annotated[
    list[str] | None,
    option(
        "--width",
        "UNIDADES",
        "Largura da folha, de 280 a 1600; pode repetir (padrão: a do tema); 360 é a do celular.",
    ),
]
Force = Annotated[
    bool, flag("--force", "Grava também as figuras com erro, e diz quais são; desenha tudo de novo.")
]
IsPublished = Annotated[
    bool, flag("--check", "Não grava: diz o que falta, sobra ou não está em dia na pasta.")
]
Jobs = Annotated[
    str | None,
    option("--jobs", "N", "Quantos processos desenham ao mesmo tempo (padrão: um por processador)."),
]
OnlyFor = Annotated[
    str | None,
    option("--for", "PLATAFORMA", "Só os arquivos que “embed” usa nesta: medium, devto, github ou mkdocs."),
]
Together = Annotated[
    bool, flag("--together", "Com “--format pdf”, grava o capítulo em um só PDF, uma figura por página.")
]
InSteps = Annotated[
    bool,
    flag("--steps", "Grava cada figura passo a passo, e um GIF animado por preset, em vez dela inteira."),
]


@command(
    "export",
    summary="Grava as figuras do capítulo em SVG, PNG ou PDF.",
    help="Grava as figuras do capítulo. Sem opções: SVG, e um PNG para cada preset do tema, menos os que só "
    "saem pelo nome. Se alguma figura tiver erro, nada é gravado.",
)
def export_figures(
    figures: Figures = None,
    preset: Presets = None,
    format: Formats = None,
    theme: ThemeFile = None,
    variant: VariantNames = None,
    text: TextModeName = "outlined",
    width: Widths = None,
    source: Source = None,
    out: Folder = "dist",
    jobs: Jobs = None,
    force: Force = False,
    check: IsPublished = False,
    platform: OnlyFor = None,
    steps: InSteps = False,
    together: Together = False,
) -> None:
    """Write figures, and print which files they became."""
    arguments = ExportArguments(
        figures or [], preset, format, theme, variant, text, width, source, force, platform, steps, together
    )
    folder, processes = parse_path("--out", out), _processes(jobs)
    if check:
        _print_differences(arguments, folder)
    else:
        _export(arguments, folder, processes)


@dataclass(frozen=True, slots=True)
class ExportArguments:
    """All arguments that decide what is written: two exports with equal ones write equal files.

    A new option is a parameter of `export_figures`, a field here, and what `options` makes of it.
    """

    figures: list[str]
    preset: list[str] | None
    format: list[str] | None
    theme: str | None
    variant: list[str] | None
    text: str
    width: list[str] | None
    source: str | None
    force: bool
    platform: str | None
    steps: bool
    together: bool

    def chapter(self) -> Chapter:
        """Load the chapter, or the chosen part of it."""
        return parse_chapter(self.source).part(self.figures)

    def options(self, folder: Path) -> ExportOptions:
        """Load the theme, and return how the figures are to be written."""
        from infograficos.export import ExportOptions
        from infograficos.publish import pick_platform
        from infograficos.theme.color_scheme import pick_color_scheme

        chosen = ExportOptions(
            folder=folder,
            formats=tuple(self.format or ExportOptions.formats),
            presets=tuple(self.preset or ()),
            theme=parse_theme(self.theme),
            variants=tuple(map(pick_color_scheme, self.variant or ["light"])),
            text=self.text,
            widths=tuple(map(parse_width, self.width or ())) or (None,),
            force=self.force,
            steps=self.steps,
            together=self.together,
        )
        if self.platform is None:
            return chosen
        if self.preset or self.format or self.variant or self.width:
            raise InputError("com “--for”, a plataforma diz “--format”, “--preset”, “--variant” e “--width”")
        return pick_platform(self.platform).narrow(chosen)


def _export(arguments: ExportArguments, folder: Path, processes: int) -> None:
    """Export from the cache alone if nothing has changed; else start what draws while the rest is loaded."""
    from infograficos.export import ExportRequest
    from infograficos.system.resources import PACKAGE

    source, theme = arguments.source, arguments.theme
    script = PACKAGE / "chapter_07.py" if source is None else parse_path("--from", source)
    request = ExportRequest(arguments, script, Path(theme) if theme else None)
    exported = request.replay(folder)
    if exported is None:
        draws_pictures = not arguments.together and arguments.format != ["svg"]
        with request.prewarm(processes if draws_pictures else 1) as pool:
            from infograficos.export import export

            with request.recording():
                options, chapter = arguments.options(folder), arguments.chapter()
            exported = export(chapter, options, processes, progress=progress_bar(), pool=pool)
        request.remember(exported)
    print_message("aviso", "\n".join(exported.warnings))
    for line in exported.lines:
        print_result(line)


def _processes(jobs: str | None) -> int:
    from infograficos.raster.render_pool import available_cpus

    if jobs is None:
        return available_cpus()
    if not re.fullmatch(r"0*[1-9][0-9]{0,3}", jobs.strip()):
        raise InputError(f"“--jobs {jobs}” não serve; esperado um inteiro a partir de 1")
    return int(jobs)


def _print_differences(arguments: ExportArguments, folder: Path) -> None:
    from infograficos.export import differences

    options = arguments.options(folder)
    report_differences(differences(arguments.chapter(), options))
