"""The command `embed`: what a platform accepts, printed, copied or written into an article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from infograficos.cli.arguments import parse_chapter, parse_optional_path, parse_path, parse_theme
from infograficos.cli.command import command, report_differences
from infograficos.cli.options import Figures, LanguageName, LayoutName, ScriptFile, ThemeFile, flag, option
from infograficos.errors import InputError
from infograficos.system.console import html_entity, print_exact, print_message, print_result

if TYPE_CHECKING:
    from infograficos.figure import Figure
    from infograficos.publish import Publication
    from infograficos.publish.renewal import ArticleUpdate

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
    bool,
    flag(
        "--place",
        "Com “--write”: põe os marcadores que faltam no lugar da imagem da figura, ou em sua seção.",
    ),
]
ArticleToCheck = Annotated[
    str | None, option("--check", "ARTIGO", "Não grava: diz o que não está em dia, ou falta, neste artigo.")
]

#: In which comments of HTML would be text.
_OTHER_FORMATS = frozenset(".adoc .asciidoc .json .org .py .rst .svg .tex .toml .typ .xml .yaml .yml".split())


@command(
    "embed",
    summary="Escreve as linhas que mostram as figuras em um artigo.",
    help="Escreve o que cada plataforma aceita para mostrar as figuras, com o texto alternativo e a legenda. "
    "Com “--write”, põe isso no artigo, entre “<!-- infograficos: 03 -->” e “<!-- /infograficos -->”.",
)
def embed_figures(
    figures: Figures = None,
    platform: PlatformName = None,
    script: ScriptFile = None,
    theme: ThemeFile = None,
    language: LanguageName = None,
    base_url: BaseUrl = None,
    out: ExportedFolder = "dist",
    copy: Copy = False,
    write: Article = None,
    place: Place = False,
    check: ArticleToCheck = None,
    layout: LayoutName = None,
) -> None:
    """Print what a platform accepts, write it into an article, or print what an article lacks."""
    from infograficos import publish

    _validate_combination(copy=copy, write=write, place=place, check=check)
    article = parse_optional_path("--write", write) or parse_optional_path("--check", check)
    publication = publish.Publication(
        platform=publish.pick_platform(platform),
        export_folder=parse_path("--out", out),
        article_folder=article.parent if article else Path(),
        base=base_url,
        script=parse_optional_path("--from", script),
        theme=parse_theme(theme),
        layout=layout,
    )
    chapter = parse_chapter(script, language, publication.theme)
    selected = chapter.select(figures or [])
    chosen = selected if figures else None
    if article and check is not None:
        report = publish.check_article(article, publication, chapter, chosen)
        report_differences(report.errors, report.warnings)
    elif article:
        _validate_format(article)
        _print_update(publish.update_article(article, publication, chapter, chosen, place=place), publication)
    else:
        _print_snippets(publication, selected, copy=copy)


def _print_update(update: ArticleUpdate, publication: Publication) -> None:
    print_result(str(update))
    print_message("aviso", "\n".join([*update.warnings, *publication.advice(update.figures)]))


def _print_snippets(publication: Publication, figures: Sequence[Figure], *, copy: bool) -> None:
    from infograficos.publish import copy_to_clipboard

    text = "\n\n".join(map(publication.snippet, figures))
    if copy:
        print_result(text)
    else:
        print_exact(text, html_entity if publication.platform.entities else None)
    print_message("aviso", "\n".join(publication.advice(figures)))
    if copy:
        copy_to_clipboard(text)


def _validate_format(article: Path) -> None:
    suffix = article.suffix.casefold()
    if suffix == ".ipynb":
        raise InputError(
            "“{path}” é um notebook; cole as linhas de “--for notebook” em uma célula", path=article
        )
    if suffix in _OTHER_FORMATS:
        raise InputError(
            "“{path}” não é Markdown, MDX nem HTML, e os marcadores seriam parte de seu texto; mostre "
            "nele os arquivos que “infograficos export” grava",
            path=article,
        )


def _validate_combination(*, copy: bool, write: str | None, place: bool, check: str | None) -> None:
    uses = {"--write": write is not None, "--check": check is not None, "--copy": copy}
    both = [f"“{name}”" for name, is_used in uses.items() if is_used]
    if len(both) > 1:
        raise InputError("{options} não se usam juntas; escolha uma", options=both)
    if place and write is None:
        raise InputError("“--place” só vale com “--write”, que diz o artigo")
