"""The command `embed`: what a platform accepts, printed, copied or written into an article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from infograficos.cli.arguments import parse_chapter, parse_path, parse_theme
from infograficos.cli.command import command, report_differences
from infograficos.cli.options import Figures, Source, ThemeFile, flag, option
from infograficos.errors import InputError
from infograficos.system.console import print_message, print_result

if TYPE_CHECKING:
    from infograficos.chapter import Chapter
    from infograficos.figure import Figure
    from infograficos.publish import Publication

ExportedFolder = Annotated[str, option("--out", "PASTA", "Pasta em que “export” grava (padrão: dist).")]
PlatformName = Annotated[
    str | None,
    option("--for", "PLATAFORMA", "Onde o artigo sai: medium, devto, github, mkdocs, html ou notebook."),
]
BaseUrl = Annotated[
    str | None,
    option(
        "--base-url",
        "URL",
        "Onde a pasta de “--out” está na web (padrão: caminhos relativos; o Dev.to precisa dele).",
    ),
]
Copy = Annotated[bool, flag("--copy", "Copia também para a área de transferência.")]
Article = Annotated[
    str | None,
    option("--write", "ARTIGO", "Renova as figuras entre os marcadores do artigo; o resto não muda."),
]
Place = Annotated[
    bool, flag("--place", "Com “--write”: põe os marcadores que faltam abaixo do título da seção da figura.")
]
ArticleToCheck = Annotated[
    str | None, option("--check", "ARTIGO", "Não grava: diz o que não está em dia, ou falta, neste artigo.")
]


@command(
    "embed",
    summary="Escreve as linhas que mostram as figuras em um artigo.",
    help="Escreve o que cada plataforma aceita para mostrar as figuras, com o texto alternativo e a legenda. "
    "Com “--write”, põe isso no artigo, entre “<!-- infograficos: 03 -->” e “<!-- /infograficos -->”.",
)
def embed_figures(
    figures: Figures = None,
    platform: PlatformName = None,
    source: Source = None,
    theme: ThemeFile = None,
    base_url: BaseUrl = None,
    out: ExportedFolder = "dist",
    copy: Copy = False,
    write: Article = None,
    place: Place = False,
    check: ArticleToCheck = None,
) -> None:
    """Print what a platform accepts, write it into an article, or print what an article lacks."""
    from infograficos.publish import Publication, pick_platform

    _refuse_together(copy=copy, write=write, place=place, check=check)
    article = _optional_path("--write", write) or _optional_path("--check", check)
    publication = Publication(
        platform=pick_platform(platform),
        folder=parse_path("--out", out),
        article=article.parent if article else Path(),
        base=base_url,
        script=_optional_path("--from", source),
        theme=parse_theme(theme),
    )
    chapter = parse_chapter(source)
    selected = chapter.select(figures or [])
    if article and check is not None:
        _check(article, publication, chapter, selected)
    elif article:
        _write(article, publication, chapter, selected, place)
    else:
        _print(publication, selected, copy)


def _print(publication: Publication, figures: tuple[Figure, ...], is_copied: bool) -> None:
    from infograficos.publish import copy_to_clipboard

    text = "\n\n".join(map(publication.snippet, figures))
    print_result(text)
    print_message("aviso", "\n".join(publication.advice(figures)))
    if is_copied:
        copy_to_clipboard(text)


def _write(
    article: Path, publication: Publication, chapter: Chapter, figures: tuple[Figure, ...], place: bool
) -> None:
    from infograficos.publish import update_article

    if article.suffix == ".ipynb":
        raise InputError(f"“{article}” é um notebook; cole as linhas de “--for notebook” em uma célula")
    renewed = update_article(article, publication, chapter, figures, place=place)
    print_result(str(renewed))
    print_message("aviso", "\n".join(publication.advice(renewed.figures)))


def _check(article: Path, publication: Publication, chapter: Chapter, figures: tuple[Figure, ...]) -> None:
    from infograficos.publish import check_article

    judgement = check_article(article, publication, chapter, figures)
    report_differences(judgement.faults, judgement.warnings)


def _optional_path(option: str, value: str | None) -> Path | None:
    return None if value is None else parse_path(option, value)


def _refuse_together(*, copy: bool, write: str | None, place: bool, check: str | None) -> None:
    uses = {"--write": write is not None, "--check": check is not None, "--copy": copy}
    both = [f"“{name}”" for name, is_used in uses.items() if is_used]
    if len(both) > 1:
        raise InputError(f"{' e '.join(both)} não se usam juntas; escolha uma")
    if place and write is None:
        raise InputError("“--place” só vale com “--write”, que diz o artigo")
