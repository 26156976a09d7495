"""The command `export`: figures as files, or whether those that are published are current."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infograficos.cli.arguments import parse_chapter, parse_path, parse_theme, parse_width
from infograficos.cli.command import command, report_differences
from infograficos.cli.options import (
    Figures,
    Folder,
    LanguageName,
    LayoutName,
    Presets,
    ScriptFile,
    ThemeFile,
    flag,
    option,
)
from infograficos.errors import InputError
from infograficos.system.console import print_message, print_result, progress_bar
from infograficos.system.resources import DEFAULT_SCRIPT

if TYPE_CHECKING:
    from infograficos.chapter import Chapter
    from infograficos.export import ExportOptions, ExportRequest

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
        "Largura da folha, de 280 a 790; pode repetir (padrão: a do tema); 360 é a do celular.",
    ),
]
Force = Annotated[
    bool, flag("--force", "Grava também as figuras com erro, e diz quais são; desenha tudo de novo.")
]
CompareOnly = Annotated[
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
    ctx: typer.Context,
    figures: Figures = None,
    preset: Presets = None,
    format: Formats = None,
    theme: ThemeFile = None,
    language: LanguageName = None,
    variant: VariantNames = None,
    text: TextModeName = "outlined",
    width: Widths = None,
    script: ScriptFile = None,
    out: Folder = "dist",
    jobs: Jobs = None,
    force: Force = False,
    check: CompareOnly = False,
    platform: OnlyFor = None,
    steps: InSteps = False,
    together: Together = False,
    layout: LayoutName = None,
) -> None:
    """Write figures, and print which files they became."""
    from infograficos.export import ExportRequest, folder_layout

    folder, processes = parse_path("--out", out), _parse_jobs(jobs)
    naming = folder_layout(folder, layout)
    ctx.params |= naming

    def load() -> tuple[Chapter, ExportOptions]:
        from infograficos.export import ExportOptions
        from infograficos.theme import pick_color_scheme

        options = ExportOptions(
            folder=folder,
            formats=tuple(format or ExportOptions.formats),
            presets=tuple(preset or ()),
            theme=parse_theme(theme),
            variants=tuple(map(pick_color_scheme, variant or ["light"])),
            text=text,
            widths=tuple(map(parse_width, width or ())) or (None,),
            force=force,
            steps=steps,
            together=together,
            **naming,
        )
        if platform is not None:
            options = _narrow(options, platform, preset, format, variant, width)
        return parse_chapter(script, language).subset(figures or []), options

    if check:
        _check(*load(), whole=not figures)
        return
    path = DEFAULT_SCRIPT if script is None else parse_path("--from", script)
    # Exports with equal arguments but these write equal files.
    arguments = sorted(item for item in ctx.params.items() if item[0] not in ("out", "jobs", "check"))
    request = ExportRequest(arguments, path, Path(theme) if theme else None)
    _export(request, load, folder, processes, draws=not together and format != ["svg"])


def _check(chapter: Chapter, options: ExportOptions, *, whole: bool) -> None:
    """Print what is not current: of a whole chapter, its PDF, its covers and what is left over, too."""
    from infograficos.cover import cover_differences
    from infograficos.export import differences

    figures = chapter if whole or options.together else chapter.figures
    found = differences(figures, options, leftovers=whole)
    covers = cover_differences(chapter, options.folder, options.theme) if whole else []
    report_differences([*found, *covers])


def _export(
    request: ExportRequest,
    load: Callable[[], tuple[Chapter, ExportOptions]],
    folder: Path,
    processes: int | None,
    *,
    draws: bool,
) -> None:
    """Export from the cache alone if nothing has changed; else start what draws while the rest is loaded."""
    exported = request.replay(folder)
    if exported is None:
        # The pool's processes start first, so that they import while this one loads the chapter.
        with request.prewarm(processes if draws else 1) as pool:
            from infograficos.export import export

            # What is read from here on is an input of the export; what the import above reads is not.
            with request.recording():
                chapter, options = load()
            exported = export(chapter, options, processes, progress=progress_bar(), pool=pool)
        request.remember(exported)
    print_message("aviso", "\n".join(exported.warnings))
    for line in exported.lines:
        print_result(line)


def _narrow(options: ExportOptions, platform: str, *others: list[str] | None) -> ExportOptions:
    from infograficos.publish import pick_platform

    if any(others):
        raise InputError("com “--for”, a plataforma diz “--format”, “--preset”, “--variant” e “--width”")
    return pick_platform(platform).narrow(options)


def _parse_jobs(jobs: str | None) -> int | None:
    if jobs is None:
        return None
    if not re.fullmatch(r"0*[1-9][0-9]{0,3}", jobs.strip()):
        raise InputError("“--jobs {jobs}” não serve; esperado um inteiro de 1 a 9999", jobs=jobs)
    return int(jobs)
