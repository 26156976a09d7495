"""The command `embed`: what a platform accepts, printed, copied or written into an article."""

# ruff: noqa: PLC0415 — help must come at once: whatever draws is imported by the command that needs it

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from infograficos.cli.arguments import parse_chapter, parse_text, parse_theme
from infograficos.cli.options import (
    Article,
    ArticleToCheck,
    BaseUrl,
    Copy,
    ExportedFolder,
    Figures,
    Place,
    PlatformName,
    Source,
    ThemeFile,
)
from infograficos.errors import InputError
from infograficos.system.console import print_message, print_result

if TYPE_CHECKING:
    from infograficos.chapter import Chapter
    from infograficos.figure import Figure
    from infograficos.publish import Publication


def embed_figures(  # noqa: PLR0917 — typer passes them by name
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
    """Print what a platform accepts, or write it into an article, or say what in one is not current."""
    from infograficos.publish import Publication, pick_platform

    _refuse_together(copy=copy, write=write, place=place, check=check)
    article = _article("--write", write) or _article("--check", check)
    publication = Publication(
        platform=pick_platform(platform),
        folder=Path(parse_text("--out", out)),
        article=article.parent if article else Path(),
        base=base_url,
        script=Path(parse_text("--from", source)) if source is not None else None,
        theme=parse_theme(theme),
    )
    chapter = parse_chapter(source)
    wanted = chapter.select(figures or [])
    if article and check is not None:
        _check(article, publication, chapter, wanted)
    elif article:
        _write(article, publication, chapter, wanted, place)
    else:
        _print(publication, wanted, copy)


def _print(publication: Publication, wanted: tuple[Figure, ...], copied: bool) -> None:
    from infograficos.publish import copy

    text = "\n\n".join(publication.snippet(figure) for figure in wanted)
    print_result(text)
    _advise(publication, wanted)
    if copied:
        copy(text)


def _write(
    article: Path, publication: Publication, chapter: Chapter, wanted: tuple[Figure, ...], place: bool
) -> None:
    from infograficos.publish import renew

    if article.suffix == ".ipynb":
        raise InputError(f"“{article}” é um notebook; cole as linhas de “--for notebook” em uma célula")
    renewed = renew(article, publication, chapter, wanted, place=place)
    print_result(str(renewed))
    _advise(publication, renewed.figures)


def _check(article: Path, publication: Publication, chapter: Chapter, wanted: tuple[Figure, ...]) -> None:
    from infograficos.publish import check_article

    judgement = check_article(article, publication, chapter, wanted)
    for line in judgement.faults or ["em dia"]:
        print_result(line)
    for warning in judgement.warnings:
        print_message("aviso", warning)
    if judgement.faults:
        raise typer.Exit(1)


def _advise(publication: Publication, figures: tuple[Figure, ...]) -> None:
    for line in publication.advice(figures):
        print_message("aviso", line)


def _article(option: str, file: str | None) -> Path | None:
    return None if file is None else Path(parse_text(option, file))


def _refuse_together(*, copy: bool, write: str | None, place: bool, check: str | None) -> None:
    asked = {"--write": write is not None, "--check": check is not None, "--copy": copy}
    both = [f"“{name}”" for name, used in asked.items() if used]
    if len(both) > 1:
        raise InputError(f"{' e '.join(both)} não se usam juntas; escolha uma")
    if place and write is None:
        raise InputError("“--place” só vale com “--write”, que diz o artigo")
