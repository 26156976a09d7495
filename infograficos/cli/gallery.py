"""The command `gallery`: every kind of figure on one page or in one picture."""

from __future__ import annotations

from typing import Annotated

from infograficos.cli.arguments import parse_language, parse_path, parse_theme
from infograficos.cli.command import command
from infograficos.cli.options import ThemeFile, option
from infograficos.errors import InputError
from infograficos.language.messages import message
from infograficos.system.console import print_result

#: A page may have a name without one.
_SUFFIXES = ("", ".html", ".htm", ".png")


@command(
    "gallery",
    summary="Grava uma página com todos os tipos de figura.",
    help="Grava uma página HTML, em um só arquivo, com todos os tipos de figura: exemplos, código, "
    "claro, escuro e celular. Com “--out” terminado em .png, grava uma imagem com um exemplo de cada.",
)
def write_gallery(
    theme: ThemeFile = None,
    language: Annotated[
        str | None,
        option("--language", "pt-BR|en|es", "Língua da página (padrão: a do tema, ou a das mensagens)."),
    ] = None,
    scripts: Annotated[
        list[str] | None,
        option("--from", "ARQUIVO", "Mostra também as figuras deste capítulo; pode repetir."),
    ] = None,
    out: Annotated[str | None, option("--out", "ARQUIVO", "Arquivo a gravar (padrão: galeria.html).")] = None,
) -> None:
    """Write a page or, where the file ends in .png, a contact sheet of every kind of figure."""
    from infograficos.gallery import contact_sheet, gallery
    from infograficos.system.files import write_file

    file = message("galeria.html") if out is None else out
    target = parse_path("--out", file)
    chapters = [parse_path("--from", each) for each in scripts or ()]
    code = parse_language(language) or ""
    suffix = target.suffix.lower()
    if suffix not in _SUFFIXES:
        raise InputError(
            "“{path}” não serve em “--out”; a galeria é uma página .html ou uma imagem .png", path=file
        )
    if suffix != ".png":
        write_file(target, gallery(parse_theme(theme), chapters, code).encode())
    elif chapters:
        raise InputError("a imagem única (“--out” em .png) só mostra os tipos; tire “--from”")
    else:
        write_file(target, contact_sheet(parse_theme(theme), code))
    print_result(file)
