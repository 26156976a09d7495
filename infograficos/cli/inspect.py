"""The command `inspect`: why each thing of a figure is where it is."""

from __future__ import annotations

from json import dumps
from typing import Annotated

import typer

from infograficos.cli.arguments import parse_chapter, parse_theme, parse_width
from infograficos.cli.command import command
from infograficos.cli.options import AsJson, LanguageName, ScriptFile, ThemeFile, option
from infograficos.system.console import json_escape, print_exact, print_result

#: The version of the JSON's shape; it grows when a name changes or goes.
FORMAT = 1

SheetWidth = Annotated[
    str | None,
    option("--width", "UNIDADES", "Largura da folha, de 280 a 1600 (padrão: a do tema); 360 é a do celular."),
]


@command(
    "inspect",
    summary="Mostra onde cada coisa de uma figura está, e por quê.",
    help="Mostra uma figura já arrumada como árvore de quadros: o elemento, o nome, x, y, largura e altura, "
    "em unidades da folha, e depois de “of” o espaço que o pai ofereceu (“inf”: sem limite); “overflows” "
    "marca o que não coube. De um texto, y é a linha de base. Uma figura com erro também se mostra.",
)
def inspect_figure(
    figure: Annotated[str, typer.Argument(metavar="FIGURA", help="Número ou nome da figura.")],
    script: ScriptFile = None,
    theme: ThemeFile = None,
    language: LanguageName = None,
    variant: Annotated[
        str, option("--variant", "light|dark", "Fundo claro ou escuro (padrão: light).")
    ] = "light",
    width: SheetWidth = None,
    json: AsJson = False,
) -> None:
    """Print a figure's tree of frames with the element, the place and the offer of each."""
    from infograficos.audit.part_names import translate_part
    from infograficos.fonts import default_fonts
    from infograficos.layout import Layouter
    from infograficos.scene.dump import dump_frame, frame_tree
    from infograficos.theme import ResolvedTheme, pick_variant, pick_width

    chosen = parse_chapter(script, language).find(figure)
    look = ResolvedTheme(parse_theme(theme), pick_variant(variant))
    units = pick_width(look.theme, None if width is None else parse_width(width))
    layouter = Layouter(look, default_fonts())
    frame = chosen.layout(layouter, units)
    if json:
        tree = frame_tree(frame, layouter.origins())
        about = {"format": FORMAT, "figure": chosen.full_name, "variant": look.variant, "width": units}
        print_exact(dumps(about | {"frame": tree}, ensure_ascii=False, indent=2), json_escape)
    else:
        print_result(dump_frame(frame, layouter.origins(), translate_part).rstrip())
