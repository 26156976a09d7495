from dataclasses import replace

import pytest
from scenes import ALT, LIGHT, arrow, audited, card, named, paragraph, picture, sheet, text

from infograficos.audit import check
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import Box, Ellipse, Frame, Paint, Path, Placed, Stroke, polyline

PEN = Stroke(LIGHT.paint("muted"), 2.5)

TWO_CARDS = (card(40, 150, 200, 80), card(400, 150, 200, 80))


def many(count):
    """Return short words on as many lines as they need, far from each other."""
    rows = [" ".join(["sol"] * min(10, count - i)) for i in range(0, count, 10)]
    return [text(row, 40, 160 + 40 * i) for i, row in enumerate(rows)]


def line(*points, purpose="mark"):
    """Return a stroke through points."""
    return Placed(Point(0, 0), Path(polyline(*(Point(*point) for point in points)), None, PEN, purpose))


def apart(first, second):
    """Return two words as one line of text, with room for a sign between them."""
    moved = [replace(placed, x=second.at.x - first.at.x) for placed in second.item.lines[0].runs]
    (start,) = first.item.lines
    width = second.at.x - first.at.x + second.item.rect.width
    line = replace(start, runs=(*start.runs, *moved), width=width)
    return replace(first, item=replace(first.item, rect=replace(first.item.rect, width=width), lines=(line,)))


def joined(start, end, *points):
    """Return an arrow that joins two named frames."""
    drawn = arrow(*points)
    return replace(drawn, item=replace(drawn.item, joins=(start, end)))


def colored(value, role="teste.soft"):
    return Placed(Point(0, 0), Box(Rect(40, 150, 300, 100), Paint(role, value)))


def head(*points):
    """Return an arrowhead."""
    path = Path(polyline(*(Point(*point) for point in points), closed=True), LIGHT.paint("muted"))
    return Placed(Point(0, 0), path)


BROKEN = {
    "texto miúdo na folha": (
        "legibility",
        [text("miúdo", 40, 200, size=18)],
        [text("miúdo", 40, 200, size=20)],
    ),
    "quadro que não cabe": (
        "fit",
        [Placed(Point(40, 150), Frame(Size(90, 20), (text("largo demais", 0, 16),), offered=Size(60, 20)))],
        [Placed(Point(40, 150), Frame(Size(150, 20), (text("largo demais", 0, 16),)))],
    ),
    "filho fora do quadro": (
        "fit",
        [named("pai", Placed(Point(70, 0), Frame(Size(50, 20))), size=(100, 40), at=(40, 150))],
        [named("pai", Placed(Point(50, 0), Frame(Size(50, 20))), size=(100, 40), at=(40, 150))],
    ),
    "texto fora da folha": ("fit", [text("para fora", 660, 200)], [text("para fora", 560, 200)]),
    "cartão fora da folha": ("fit", [card(600, 150, 120, 60)], [card(560, 150, 120, 60)]),
    "texto sobre texto": (
        "fit",
        [text("um texto", 40, 200), text("outro texto", 80, 205)],
        [text("um texto", 40, 200), text("outro texto", 80, 235)],
    ),
    "seta sobre texto": (
        "fit",
        [*TWO_CARDS, text("no meio", 280, 195), arrow((240, 190), (400, 190))],
        [*TWO_CARDS, text("no meio", 280, 175), arrow((240, 190), (400, 190))],
    ),
    "seta por dentro de um cartão alheio": (
        "fit",
        [*TWO_CARDS, card(290, 170, 60, 40), arrow((240, 190), (400, 190))],
        [*TWO_CARDS, card(290, 210, 60, 40), arrow((240, 190), (400, 190))],
    ),
    "linha sobre texto": (
        "overprint",
        [text("no meio", 280, 195), line((40, 190), (600, 190))],
        [text("no meio", 280, 195), line((40, 200), (600, 200))],
    ),
    "sinal entre duas partes de uma linha de texto": (
        "overprint",
        [apart(text("log", 280, 195), text("x", 328, 195)), line((335, 170), (335, 200))],
        [apart(text("log", 280, 195), text("x", 340, 195)), line((328, 170), (328, 200))],
    ),
    "linha que só encosta, com metade do traço": (
        "overprint",
        [text("no meio", 280, 195), line((40, 196), (600, 196))],
        [text("no meio", 280, 195), line((40, 196.5), (600, 196.5))],
    ),
    "contorno redondo por dentro de um texto": (
        "overprint",
        [text("no meio", 280, 195), Placed(Point(0, 0), Ellipse(Rect(300, 150, 90, 90), None, PEN, "mark"))],
        [
            text("no meio", 280, 195),
            Placed(Point(0, 0), Ellipse(Rect(260, 130, 130, 130), None, PEN, "mark")),
        ],
    ),
    "ornamento por dentro de um texto": (
        "overprint",
        [text("no meio", 280, 195), line((40, 190), (600, 190), purpose="ornament")],
        # What is painted between a line and the words on it hides the line there.
        [line((40, 190), (600, 190), purpose="ornament"), card(260, 160, 120, 50), text("no meio", 280, 195)],
    ),
    "texto embaixo de uma forma": (
        "overprint",
        [
            text("no meio", 280, 195),
            card(330, 150, 20, 90, fill="muted", border=None, purpose="mark"),
        ],
        [
            text("no meio", 280, 195),
            card(400, 150, 20, 90, fill="muted", border=None, purpose="mark"),
        ],
    ),
    "ponta de seta sobre um texto": (
        "overprint",
        [text("no meio", 280, 195), head((300, 180), (330, 188), (300, 196))],
        [text("no meio", 280, 195), head((400, 180), (430, 188), (400, 196))],
    ),
    "setas que se cruzam": (
        "overprint",
        [joined("a", "b", (40, 150), (300, 300)), joined("c", "d", (40, 300), (300, 150))],
        [joined("a", "b", (40, 150), (300, 300)), joined("a", "d", (300, 150), (40, 300))],
    ),
    "texto colado na borda": (
        "fit",
        [card(40, 150, 200, 60), text("colado", 42, 190)],
        [card(40, 150, 200, 60), text("colado", 52, 190)],
    ),
    "texto sobre uma imagem": (
        "fit",
        [picture(40, 150, 300, 200), text("ilegível", 60, 200)],
        [picture(40, 150, 300, 200), text("legível", 60, 380)],
    ),
    "imagem fora da folha": ("fit", [picture(500, 150, 220, 100)], [picture(470, 150, 220, 100)]),
    "imagem sem descrição": (
        "accessibility",
        [picture(40, 150, 300, 200, alt="um gato que dorme")],
        [picture(40, 150, 300, 200, alt="Um texto e uma seta.")],
    ),
    "imagem que não é PNG nem JPEG": (
        "portability",
        [picture(40, 150, 300, 200, media="image/gif")],
        [picture(40, 150, 300, 200, media="image/jpeg")],
    ),
    "texto claro demais": (
        "contrast",
        [text("apagado", 40, 200, paint="line")],
        [text("apagado", 40, 200, paint="muted")],
    ),
    "texto sobre fundo forte": (
        "contrast",
        [
            card(40, 150, 200, 60, fill="masked.line", border=None, purpose="ornament"),
            text("some", 60, 190, paint="masked.strong"),
        ],
        [
            card(40, 150, 200, 60, fill="masked.soft", border=None, purpose="ornament"),
            text("some", 60, 190, paint="masked.strong"),
        ],
    ),
    "marca apagada": (
        "contrast",
        [
            text("uma marca", 40, 140, paint="response.strong"),
            card(40, 150, 30, 60, fill="response.line", border=None, purpose="mark"),
        ],
        [
            text("uma marca", 40, 140, paint="response.strong"),
            card(40, 150, 30, 60, fill="response.strong", border=None, purpose="mark"),
        ],
    ),
    "papel dito só pela cor": (
        "vision",
        [card(40, 150, 200, 60, fill="input.soft", border="input.line")],
        [card(40, 150, 200, 60, fill="input.soft", border="input.line"), text("entrada", 60, 190)],
    ),
    "papel dito só pelo fundo": (
        "vision",
        [card(40, 150, 200, 60, fill="input.soft", border=None), text("entrada", 260, 190)],
        [
            Placed(Point(0, 0), Ellipse(Rect(40, 110, 300, 160), LIGHT.paint("input.soft"))),
            text("entrada", 150, 190),
        ],
    ),
    "seta que dobra por dentro de um cartão alheio": (
        "fit",
        [*TWO_CARDS, card(290, 170, 60, 40), arrow((240, 190), (370, 190), (370, 300))],
        [*TWO_CARDS, arrow((240, 190), (370, 190), (370, 300)), card(290, 170, 60, 40)],
    ),
    "fundo forte": ("softness", [colored("#c1b3ef", "paper2")], [colored("#f1edff", "paper2")]),
    "dois acentos": (
        "softness",
        [
            text("um", 40, 140, paint="model.strong"),
            text("dois", 300, 140, paint="response.strong"),
            card(40, 150, 30, 60, fill="model.strong", border=None, purpose="mark"),
            card(300, 150, 30, 60, fill="response.strong", border=None, purpose="mark"),
        ],
        [
            text("um", 40, 140, paint="model.strong"),
            text("dois", 300, 140, paint="response.strong"),
            card(40, 150, 30, 60, fill="model.strong", border=None, purpose="mark"),
            card(300, 150, 30, 60, fill="ink", border=None, purpose="mark"),
        ],
    ),
    "palavras demais": ("brevity", many(90), many(40)),
    "muitas palavras": ("brevity", many(62), many(55)),
    "código demais": (
        "brevity",
        [text("x", 40, 140 + 24 * n, size=20, kind="listing") for n in range(15)],
        [text("x", 40 + 40 * m, 140 + 24 * n, size=20, kind="listing") for n in range(14) for m in (0, 1)],
    ),
    "rótulo comprido": (
        "brevity",
        [text("um dois três quatro cinco seis sete", 40, 200, kind="label")],
        [text("um dois três quatro cinco seis", 40, 200, kind="label")],
    ),
    "parágrafo comprido": (
        "brevity",
        [paragraph(["um", "dois", "três", "quatro"], 40, 200)],
        [paragraph(["um", "dois", "três"], 40, 200)],
    ),
}


def rules_broken(items):
    return {finding.rule for finding in check(audited(sheet(*items)))}


@pytest.mark.parametrize(("rule", "broken", "_clean"), BROKEN.values(), ids=BROKEN)
def test_a_broken_figure_breaks_only_its_rule(rule, broken, _clean):
    assert rules_broken(broken) == {rule}


@pytest.mark.parametrize(("_rule", "_broken", "clean"), BROKEN.values(), ids=BROKEN)
def test_its_clean_twin_breaks_none(_rule, _broken, clean):
    assert rules_broken(clean) == set()


def test_a_card_that_is_placed_twice_hides_no_words_on_its_first_place():
    # A layout gives equal elements one frame, so that one item may be at several places.
    one = card(0, 0, 200, 60)
    twice = [
        part for y in (150, 300) for part in (Placed(Point(40, y), one.item), text(f"texto {y}", 80, y + 40))
    ]
    assert check(audited(sheet(*twice))) == ()


def test_words_of_a_listing_are_code_and_not_sentences():
    words = [text("a b c d e f g h i", 40, 140 + 30 * n, kind="listing") for n in range(10)]
    assert check(audited(sheet(*words))) == ()


def test_a_sheet_too_tall_breaks_the_shape_alone():
    assert {f.rule for f in check(audited(sheet(height=561)))} == {"shape"}
    assert check(audited(sheet(height=560))) == ()


def test_a_sheet_too_wide_for_its_text_is_found_at_the_columns():
    found = check(audited(sheet(text("texto", 40, 200, size=20), width=1600, height=500)))
    assert {finding.rule for finding in found} == {"legibility"}
    assert {"“medium”", "“devto”"} == {word for f in found for word in f.measured.split() if "“" in word}


@pytest.mark.parametrize(
    ("alt", "severity", "advice"),
    [("Curta.", "warning", "mais completo"), ("a" * 251, "error", "mais curto")],
)
def test_a_short_alt_text_is_a_warning_and_a_long_one_an_error(alt, severity, advice):
    (found,) = check(audited(sheet(), alt=alt))
    assert (found.rule, found.severity) == ("accessibility", severity)
    assert advice in found.advice


def test_a_title_that_is_only_the_file_name_is_no_title():
    assert [f.measured for f in check(audited(sheet(), title="01-teste"))] == ["não tem título próprio"]


def written(change):
    """Return what is found in a clean figure's SVG once a change was made to its text."""
    clean = audited(sheet())
    changed = change(clean.write())
    altered = audited(sheet())
    object.__setattr__(altered, "write", lambda: changed)
    return [(finding.rule, finding.measured) for finding in check(altered)]


@pytest.mark.parametrize(
    ("old", "new", "measured"),
    [
        ("</svg>", "<script>1</script></svg>", "o elemento “script”"),
        ("</svg>", '<image x="1" /></svg>', "o elemento “image”"),
        ("</svg>", "<foreignObject /></svg>", "o elemento “foreignObject”"),
        (
            "</svg>",
            '<rect fill="none" filter="x" x="0" y="0" width="1" height="1" /></svg>',
            "o atributo “filter” em “rect”",
        ),
        (
            "</svg>",
            '<rect fill="url(http://a.b/c)" x="0" y="0" width="0" height="0" /></svg>',
            "“url(http://a.b/c)” em “rect”",
        ),
        ("</svg>", '<g><use xlink:href="#nada" /></g></svg>', "a referência “#nada”"),
        (
            "</svg>",
            '<g><use xlink:href="http://a.b/c.svg#x" /></g></svg>',
            "a referência “http://a.b/c.svg#x”",
        ),
        ("</svg>", '<path fill="none" d="M0 nanL1 1" /></svg>', "o número “M0 nanL1 1” em “path”"),
        ("</svg>", '<path fill="none" d="M0 -InfL1 1" /></svg>', "o número “M0 -InfL1 1” em “path”"),
        ("</svg>", '<path fill="none" d="M0 ١L1 1" /></svg>', "o número “M0 ١L1 1” em “path”"),
        ("</svg>", "<style>.a{fill:#000000}</style></svg>", "o elemento “style”"),
        ("</svg>", "<style /></svg>", "o elemento “style”"),
        (
            "</svg>",
            "<style>@media screen and (prefers-color-scheme:dark){.a{fill:url(#b)}}</style></svg>",
            "o elemento “style”",
        ),
    ],
)
def test_what_some_renderer_would_trip_over_is_found(old, new, measured):
    assert written(lambda svg: svg.replace(old, new)) == [("portability", measured)]


def test_the_colors_of_a_dark_screen_are_portable():
    dark = "<style>@media screen and (prefers-color-scheme:dark){.a{fill:#000000}}</style></svg>"
    assert written(lambda svg: svg.replace("</svg>", dark)) == []


@pytest.mark.parametrize(
    ("old", "new", "measured"),
    [
        ('role="img" ', "", "não diz que é uma imagem (role)"),
        (' lang="pt-BR"', "", "não diz a língua (lang)"),
        ("Teste: um título</title>", "</title>", "não tem título próprio"),
        (f"{ALT}</desc>", "  </desc>", "não tem descrição própria"),
    ],
)
def test_what_a_screen_reader_would_miss_is_found(old, new, measured):
    assert written(lambda svg: svg.replace(old, new)) == [("accessibility", measured)]


def test_roles_that_some_eyes_cannot_tell_apart_are_named():
    theme = LIGHT.theme.model_dump()
    theme["colors"]["light"]["roles"]["input"]["strong"] = theme["colors"]["light"]["roles"]["alert"][
        "strong"
    ]
    look = type(LIGHT)(type(LIGHT.theme).model_validate(theme))
    items = [text("entrada", 40, 200, paint="input.strong"), text("alerta", 300, 200, paint="alert.strong")]
    found = check(audited(sheet(*items), look=look))
    assert {finding.rule for finding in found} == {"vision"}
    assert [f.message for f in found] == [
        f"folha: “alert” e “input” diferem 0,0 (ΔE2000) {eye} (esperado: ao menos 8,0); "
        "afaste os dois tons fortes no tema"
        for eye in ("na visão comum", "na protanopia", "na deuteranopia", "na tritanopia")
    ]


def test_findings_name_the_innermost_place_and_its_words():
    small = named(
        "fora", named("dentro", text("miúdo", 0, 16, size=18), size=(90, 20), at=(5, 5)), at=(40, 150)
    )
    (finding,) = check(audited(sheet(small)))
    assert finding.message == (
        "fora › dentro: “miúdo” tem corpo de 18,0 unidades (esperado: ao menos 20,0); "
        "use um estilo de texto maior ou menos palavras"
    )
    assert finding.severity == "error"


def test_errors_come_before_warnings():
    items = [text("um dois três quatro cinco seis sete", 40, 200, kind="label"), text("para fora", 660, 300)]
    assert [f.severity for f in check(audited(sheet(*items)))] == ["error", "warning"]


def test_a_dashed_border_counts_as_a_border():
    pen = Stroke(LIGHT.paint("line"), 1.5, (6, 5))
    dashed = Placed(Point(0, 0), Box(Rect(40, 150, 200, 60), None, pen, 12))
    assert rules_broken([dashed, text("colado", 42, 190)]) == {"fit"}
