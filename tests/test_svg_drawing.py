"""Authors' SVGs, redrawn: each kind of element with right values, and each refusal before it costs time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from io import BytesIO

import pytest
import resvg_py
from PIL import Image, ImageChops, ImageStat

from infograficos.icons.path_data import ShapeError, read_path, shape_data
from infograficos.icons.svg_drawing import draw_svg
from infograficos.icons.svg_parts import IconPart
from infograficos.icons.svg_tree import SvgError
from infograficos.scene.items import PathCommand

#: Twice the steps of the longest refusal; each of 9,000 rules compared with all others takes
#: ten times as many.
MOST_STEPS = 3_000_000

#: A logo as Inkscape, Figma and Illustrator each would write a part of it.
LOGO = """<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg width="80" height="80" viewBox="-10 -10 80 80" xmlns="http://www.w3.org/2000/svg"
     xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink">
  <title>Logo</title><sodipodi:namedview><sodipodi:guide/></sodipodi:namedview>
  <defs><linearGradient id="unused"/><circle id="dot" r="4"/></defs>
  <style>.a, #b { fill: #e4572e } @media (prefers-color-scheme: dark) { .a { fill: white } }</style>
  <g transform="rotate(15, 30 30) translate(2)" stroke="#123456" stroke-width="2">
    <path class="a" d="m5 5c10-5 20 5 30 0s5 10 0 20t-5 10q-5 5-15 0a8,5 20 1,0-10-5z"/>
    <rect x="30" y="35" width="20" height="15" rx="4" style="fill:rgb(40, 120, 90);stroke:none"/>
    <polyline points="2,50 10,40 18,50" fill="none" stroke-linejoin="round" stroke-dasharray="6 3"/>
    <polygon points="20 50,28 40 28 50" fill="gold" stroke-linecap="square"/>
    <line x1="40" y1="8" x2="55" y2="20"/>
  </g>
  <ellipse id="b" cx="50" cy="12" rx="9" ry="5" transform="matrix(1 .3 0 1 0 -12)"/>
  <use xlink:href="#dot" x="8" y="58" fill="teal"/>
  <path fill-rule="evenodd" d="M40 52h20v12H40zM44 55h12v6H44z"/>
</svg>"""


def drawn(body: str, head: str = 'viewBox="0 0 24 24"') -> tuple[IconPart, ...]:
    return draw_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {head}>\n{body}</svg>'.encode())


def written(commands: Iterable[PathCommand]) -> str:
    return "".join(each.verb + " ".join(f"{p.x:.5g} {p.y:.5g}" for p in each.points) for each in commands)


def steps(part: IconPart) -> str:
    return written(part.commands)


def picture(svg: str) -> Image.Image:
    decoded = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=240)))).convert("RGBA")
    ground = Image.new("RGBA", decoded.size, "white")
    ground.alpha_composite(decoded)
    return ground.convert("RGB")


def rewritten(parts: tuple[IconPart, ...]) -> str:
    paths = []
    for p in parts:
        fill, stroke, rule = p.fill or "none", p.stroke or "none", "evenodd" if p.even_odd else "nonzero"
        pen = f'stroke-width="{p.width}" stroke-linecap="{p.cap}" stroke-linejoin="{p.join}"'
        dash = f'stroke-dasharray="{" ".join(map(str, p.dash))}"'
        paths.append(
            f'<path d="{steps(p)}" fill="{fill}" fill-rule="{rule}" stroke="{stroke}" {pen} {dash}/>'
        )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{"".join(paths)}</svg>'


def test_a_logo_looks_as_it_did():
    difference = ImageChops.difference(picture(LOGO), picture(rewritten(draw_svg(LOGO.encode()))))
    assert max(ImageStat.Stat(difference).mean) < 0.1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4zm5 5v1h1", "M1 2L3 4L1 2ZM6 7L6 8L7 8"),
        ("M1 2 3 4-5.5-.5", "M1 2L3 4L-5.5 -0.5"),
        ("m1 2 3 4 1e1 0", "M1 2L4 6L14 6"),
        ("M0 0Q3 3 6 0T12 0", "M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0"),
        ("M0 6C0 0 6 0 6 6S12 12 12 6", "M0 6C0 0 6 0 6 6C6 12 12 12 12 6"),
        ("M2 2A0 5 0 0 1 9 9", "M2 2L9 9"),
        ("M12 2a10 10 0 0110 10", "M12 2C17.523 2 22 6.4772 22 12"),
        ("M12 2a1 1\n0 01\t0 20", "M12 2C17.523 2 22 6.4772 22 12C22 17.523 17.523 22 12 22"),
        ("M2. 3.\n4\t5", "M2 3L4 5"),
    ],
)
def test_path_data_becomes_lines_and_curves(data, expected):
    assert written(read_path(data)) == expected


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("rect", "x=1 y=2 width=3 height=4", "M1 2L4 2L4 6L1 6L1 2Z"),
        ("polygon", "points=1,1,2,2,3,1", "M1 1L2 2L3 1L1 1Z"),
        ("polyline", "points=1-1,2,2", "M1 -1L2 2"),
        ("line", "x1=1 y2=3px", "M1 0L0 3"),
    ],
)
def test_a_shape_becomes_lines(tag, attributes, expected):
    given = dict(each.split("=") for each in attributes.split())
    assert written(read_path(shape_data(tag, given))) == expected


def test_a_circle_an_ellipse_and_a_rounded_rectangle_have_their_extents():
    for body in (
        '<circle cx="12" cy="12" r="4"/>',
        '<ellipse cx="12" cy="12" rx="4" ry="4"/>',
        '<rect x="8px" y="8" width="8" height="8" rx="9"/>',
    ):
        points = [p for each in drawn(body)[0].commands for p in each.points]
        assert {round(p.x, 9) for p in points} >= {8.0, 12.0, 16.0}
        assert {round(p.y, 9) for p in points} >= {8.0, 12.0, 16.0}


@pytest.mark.parametrize(
    ("transform", "expected"),
    [
        ("translate(2)", "M3 1"),
        ("translate(2,3) scale(2)", "M4 5"),
        ("scale(2 3)", "M2 3"),
        ("rotate(90 2 2)", "M3 1"),
        ("skewX(45)", "M2 1"),
        ("skewY(45)", "M1 2"),
        ("matrix(0 1 1 0 4 5)", "M5 6"),
        (" ", "M1 1"),
    ],
)
def test_a_transform_moves_the_points(transform, expected):
    (part,) = drawn(f'<g transform="{transform}"><path d="M1 1h1v1z"/></g>')
    assert steps(part).startswith(f"{expected}L")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('viewBox="0 0 24 24"', "M0 0"),
        ('viewBox="-6 -6 12 12" width="1em"', "M12 12"),
        ('viewBox="0 0 48 24"', "M0 6"),
        ('width="12" height="24px"', "M6 0"),
    ],
)
def test_a_drawing_is_fitted_to_the_middle_of_the_square(head, expected):
    assert steps(drawn('<path d="M0 0h5v5"/>', head)[0]).startswith(expected)


@pytest.mark.parametrize(
    ("attributes", "fill"),
    [
        ("", "currentColor"),
        ('fill="#fa0"', "#ffaa00"),
        ('fill="rgb(300,0,8)"', "#ff0008"),
        ('style="fill: Teal !important"', "#008080"),
        ('fill="red" style="fill:currentcolor"', "currentColor"),
        ('fill="red" fill-opacity="0" stroke="currentColor"', None),
        ('fill="transparent" stroke="currentColor"', None),
    ],
)
def test_a_fill_is_a_colour_or_the_icons_own(attributes, fill):
    assert drawn(f'<path {attributes} d="M1 1h9v9z"/>')[0].fill == fill


def test_what_names_no_paint_is_black_beside_named_colours():
    parts = drawn('<path d="M1 1h9v9z"/><path fill="red" d="M1 1h9v9z"/>')
    assert [part.fill for part in parts] == ["#000000", "#ff0000"]


def test_a_pen_keeps_its_width_dashes_and_ends():
    (part,) = drawn(
        '<g fill="none" stroke="red" stroke-width="3" stroke-dasharray="1" transform="scale(2)">'
        '<path stroke-linecap="square" stroke-linejoin="bevel" d="M3 3h3"/></g>'
    )
    assert (part.width, part.dash, part.cap, part.join) == (6.0, (2.0, 2.0), "square", "bevel")


def test_rules_count_by_weight_and_the_style_of_an_element_most():
    style = "<style>#c{fill:red} .b{fill:lime} path{fill:blue} *{stroke:none}</style>"
    parts = drawn(
        f'{style}<path d="M1 1h9v9z"/><path class="a b" d="M1 1h9v9z"/><path id="c" class="b" d="M1 1h9v9z"/>'
        '<path id="c" style="fill:#123" d="M1 1h9v9z"/>'
    )
    assert [part.fill for part in parts] == ["#0000ff", "#00ff00", "#ff0000", "#112233"]


def test_what_is_not_shown_is_not_drawn():
    hidden = (
        '<g display="none"><text/></g><path d="M1 1h1" visibility="hidden"/><path d=""/><path d="M3 3"/>'
        '<g opacity="0"><path d="M1 1h1"/></g><rect width="0" height="3"/><path fill="none" d="M1 1h1v1"/>'
    )
    assert len(drawn(f'{hidden}<path d="M1 1h9v9z"/>')) == 1


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<text>a</text>", "<text> não pode ser redesenhado; converta o texto em curvas"),
        ('<image href="a.png"/>', "<image> não pode ser redesenhado; dê como ícone o próprio PNG"),
        ("<foreignObject/>", "<foreignObject> não pode ser redesenhado; desenhe com formas"),
        ("<script/>", "<script> não pode ser redesenhado; apague-o"),
        ('<path d="M1 1h2v2"><animate/></path>', "<animate> não pode ser redesenhado; apague a animação"),
        ("<svg/>", "<svg> não pode ser redesenhado; desagrupe"),
        ("<video/>", "<video> não pode ser redesenhado; tire-o do desenho"),
        ('<use href="b.svg#a"/>', "<use> mostra “b.svg#a”, que não pode ser redesenhado; desvincule o clone"),
        ('<g id="a"><use href="#a"/></g>', "<use> mostra “#a”, que não pode"),
        ('<rect width="5" height="5" fill="url(#g)"/>', "<rect>: “url(#g)” é um gradiente ou um padrão"),
        ('<g filter="url(#f)"/>', "<g> tem filter, que não se desenha igual em todo lugar; tire a sombra"),
        ('<g mask="url(#m)"/>', "<g> tem mask,"),
        ('<g clip-path="url(#m)"/>', "<g> tem clip-path,"),
        ('<path style="marker-end:url(#m)" d="M1 1h2v2"/>', "<path> tem marker-end,"),
        ('<g opacity=".5"/>', "<g> é meio transparente; pinte com a cor final, opaca"),
        ('<path fill-opacity="50%" d="M1 1h2v2"/>', "<path> é meio transparente"),
        ('<path fill="#12345678" d="M1 1h2v2"/>', "<path>: a cor “#12345678” é meio transparente"),
        ('<path fill="vermelho" d="M1 1h2v2"/>', "<path>: “vermelho” não é uma cor; esperada uma como"),
        ("<style>g > path{fill:red}</style>", "<style> tem a regra “g > path”, que não é simples"),
        ("<style>@import 'a.css';</style>", "<style> tem mais que regras simples"),
        ('<path style="fill" d="M1 1h2v2"/>', "“fill” não é um estilo"),
        ('<path style="transform:none" d="M1 1h2v2"/>', "“transform” está no estilo"),
        ('<path d="M1 1LNaN 3"/>', "<path>: “d” tem “N”, que não é de um caminho"),
        ('<path d="M1 1L1e999 3"/>', "<path>: “d” tem números enormes"),
        ('<path d="M1 1A1e308 1e308 0 0 1 9 9"/>', "<path>: “d” tem números"),
        ('<path d="M1"/>', "<path>: “d” tem números a menos, ou não começa por M"),
        ('<path d="L1 1"/>', "<path>: “d” tem números a menos, ou não começa por M"),
        ('<path d="M1 1A1 1 0 0"/>', "<path>: “d” tem números a menos"),
        ('<circle r="inf"/>', "<circle>: esperado em “r” um número de pixels, veio “inf”"),
        ('<circle r="50%"/>', "<circle>: esperado em “r” um número de pixels, veio “50%”"),
        ('<polygon points="1 1 2"/>', "<polygon>: “points” tem um número a menos"),
        ('<g transform="turn(3)"/>', "<g>: “transform” diz “turn(3)”"),
        ('<g transform="scale(1e99)"/>', "<g>: esperados em “transform” números"),
        (
            '<path stroke="red" transform="scale(1 3)" d="M1 1h2v2"/>',
            "o traço de <path> é mais largo em um sentido que no outro",
        ),
        (
            '<path stroke="red" stroke-dasharray=".001" d="M1 1h2v2"/>',
            "o tracejado de <path> é fino demais",
        ),
    ],
)
def test_what_cannot_be_redrawn_is_refused_by_name_with_its_line(body, message):
    with pytest.raises(SvgError) as raised:
        drawn(body)
    assert str(raised.value).startswith(message)
    assert raised.value.place == ", linha 2"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "isto não é XML válido; exporte o SVG de novo"),
        (b"<html/>", "não é um SVG: esperado <svg> como primeiro elemento"),
        (b"\x1f\x8b\x08", "isto não é XML válido"),
        (b'<?xml version="1.0" encoding="klingon"?><svg/>', "não se sabe ler esta codificação"),
        (b"<svg><path d='M1 1h2v2'/></svg>", "<svg>: não diz o tamanho; esperado viewBox"),
        (b"<svg viewBox='0 0 0 9'><path d='M1 1h2v2'/></svg>", "<svg>: esperados em viewBox um começo"),
        (b"<svg viewBox='0 0 nan 9'/>", "<svg>: esperados em “viewBox” números"),
        (b"<svg viewBox='0 0 9 9'/>", "não desenha nada"),
        (b"<svg viewBox='0 0 9 9'><path d='M1 1h20v2'/></svg>", "o desenho sai do viewBox"),
        (
            b"<svg viewBox='0 0 9 9'><path stroke='red' stroke-width='9' d='M1 1h2v2'/></svg>",
            "o desenho sai do viewBox",
        ),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 9 9'/>", "declara entidades (<!ENTITY>)"),
        (b"<!DOCTYPE svg [<!ENTITY % a SYSTEM '/etc/passwd'>]><svg/>", "declara entidades (<!ENTITY>)"),
        (b"<svg viewBox='0 0 9 9'>" + b"<g>" * 9000, "tem mais de 60 elementos um dentro do outro"),
        (b"<svg viewBox='0 0 9 9'>" + b"<g/>" * 9000, "tem mais de 2000 elementos"),
        (
            b"<svg viewBox='0 0 9 9'><path d='M1 1" + b"h1" * 9000 + b"'/></svg>",
            "o desenho tem mais de 1500 passos",
        ),
        (
            b"<svg viewBox='0 0 9 9'><style>" + b"a{}" * 9000 + b"</style></svg>",
            "<style> tem mais de 300 regras",
        ),
        (
            b"<svg viewBox='0 0 9 9'><defs><g id='a0'/>"
            + b"".join(b"<g id='a%d'>%s</g>" % (i + 1, b"<use href='#a%d'/>" % i * 20) for i in range(7))
            + b"</defs><use href='#a7'/></svg>",
            "o desenho mostra mais de 2000 elementos, contados os clones",
        ),
    ],
)
def test_a_hostile_or_empty_file_is_refused_at_once(data, message):
    with pytest.raises(SvgError) as raised:
        draw_svg(data)
    assert str(raised.value).startswith(message)
    assert _count_steps(lambda: draw_svg(data)) < MOST_STEPS


def _count_steps(refused: Callable[[], object]) -> int:
    """Count the lines of Python that run until a drawing is refused: as many on a busy machine."""
    steps, tracer = 0, sys.gettrace()

    def count(*_event):
        nonlocal steps
        steps += 1
        return count

    sys.settrace(count)
    try:
        refused()
    except SvgError:
        return steps
    finally:
        sys.settrace(tracer)
    raise AssertionError("not refused")


def test_path_data_that_is_wrong_says_what_is_wrong():
    with pytest.raises(ShapeError, match="“d” tem “#”"):
        read_path("M1 1#")
    assert shape_data("rect", {"width": "2", "height": "-1"}) == ""
