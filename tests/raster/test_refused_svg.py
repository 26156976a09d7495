"""What is wrong with an SVG is said before anything is drawn, and nothing outside it is ever opened."""

from __future__ import annotations

import base64
import socket
from io import BytesIO

import pytest
from PIL import Image

from infograficos.elements.images.map_png import encode_map_png
from infograficos.errors import InputError
from infograficos.raster.page import Page
from infograficos.raster.pdf import pdf
from infograficos.raster.png import png
from infograficos.raster.svg_document import SvgDocument, parse_svg

OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
)


SIZELESS = "o SVG não diz o tamanho da figura: faltam “width” e “height”, ou “viewBox”"


def said(svg: str) -> str:
    with pytest.raises(InputError) as problem:
        png(svg, 90)
    with pytest.raises(InputError) as again:
        pdf([Page(svg)])
    assert str(problem.value) == str(again.value)
    return str(problem.value)


@pytest.mark.parametrize(
    ("svg", "message"),
    [
        ("", "o SVG está malformado na linha 1, coluna 1"),
        ("<svg>\n  <g></svg>", "o SVG está malformado na linha 2, coluna 8"),
        ("<svg>\ud800</svg>", "o SVG está malformado: o caractere 6 é inválido"),
        ("<html/>", "esperado um SVG; o documento começa com “html”"),
        ("<svg/>", "o SVG não diz o tamanho da figura: faltam “width” e “height”, ou “viewBox”"),
        (
            '<svg viewBox="0 0 0 9"/>',
            "o SVG não diz o tamanho da figura: faltam “width” e “height”, ou “viewBox”",
        ),
        ('<svg width="9cm" height="9"/>', "o tamanho “9cm” do SVG não serve; esperado um número de pixels"),
        (
            f"{OPENING}<text>Olá</text></svg>",
            "o SVG traz texto vivo; para PNG e PDF, o texto precisa vir em contornos",
        ),
        (f"{OPENING}{'<g>' * 100}{'</g>' * 100}</svg>", "o SVG tem mais de 100 elementos um dentro do outro"),
        (
            f'<!DOCTYPE svg [<!ENTITY oi "olá">]>{OPENING}</svg>',
            "o SVG declara a entidade “oi”; entidades não são aceitas",
        ),
        (
            f'<?xml-stylesheet href="estilo.css"?>{OPENING}</svg>',
            "o SVG pede uma folha de estilo de fora; a figura precisa estar completa em si",
        ),
    ],
)
def test_a_faulty_svg(svg, message):
    assert said(svg) == message


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="700" height="350.5"', (700, 350.5)),
        ('width="700px" height="350"', (700, 350)),
        ('viewBox="-5 -5 70 .5"', (70, 0.5)),
        ('width="100%" height="100%" viewBox="0,0,70,35"', (70, 35)),
        ('width="140" viewBox="0 0 70 35"', (140, 35)),
    ],
)
def test_the_size_of_an_svg(attributes, size):
    document = parse_svg(f'<?xml version="1.0"?>\n<!-- é -->\n<svg {attributes}/>')
    assert (document.width, document.height) == size
    assert document.root == f"<svg {attributes}/>"


def test_a_link_is_no_file_to_open():
    assert (
        parse_svg(f'{OPENING}<a href="https://example.org/"><rect width="9" height="9"/></a></svg>').width
        == 9
    )


@pytest.mark.parametrize("tag", ["image", "use", "feImage", "linearGradient"])
@pytest.mark.parametrize("name", ["href", "xlink:href"])
@pytest.mark.parametrize("target", ["https://example.org/x.png", "file:///x.png", "/x.png", "x.svg#a"])
def test_what_points_outside_is_refused(tag, name, target):
    message = said(f'{OPENING}<{tag} {name}="{target}" width="9" height="9"/></svg>')
    assert message == f"o SVG pede “{target}” em “{tag}”; a figura precisa estar completa em si"


PNG = base64.b64encode(encode_map_png([[1.0]], 9)).decode()


def test_a_picture_that_the_svg_holds_is_drawn(engine):
    held = f'<image x="3" y="3" width="3" height="3" xlink:href="data:image/png;base64,{PNG}"/>'
    drawn = Image.open(BytesIO(png(f"{OPENING}{held}</svg>", 9))).convert("RGB")
    assert drawn.getpixel((4, 4)) == (60, 60, 60)
    assert drawn.getpixel((1, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("tag", "target"),
    [
        ("image", "data:image/svg+xml;base64,PHN2Zy8+"),
        ("image", "data:image/png,abc"),
        ("image", "data:image/png;base64,a b"),
        ("use", "data:image/png;base64,AAAA"),
    ],
)
def test_other_data_is_refused(tag, target):
    message = said(f'{OPENING}<{tag} xlink:href="{target}" width="9" height="9"/></svg>')
    assert message == f"o SVG pede “{target}” em “{tag}”; a figura precisa estar completa em si"


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


def assert_unvisited(server: socket.socket) -> None:
    with pytest.raises(TimeoutError):
        server.accept()


def test_no_server_is_called(engine, listener):
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x.png"
    said(f'{OPENING}<image href="{address}" width="9" height="9"/></svg>')
    assert_unvisited(listener)


def test_a_style_that_imports_another_calls_no_server(listener, needs_libcairo):
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x.css"
    message = said(f'{OPENING}<style>@import "{address}";</style></svg>')
    assert message == f"o SVG pede “{address}”; a figura precisa estar completa em si"
    assert_unvisited(listener)


def test_resvg_passes_over_a_style_that_imports_another(listener):
    from infograficos.raster import resvg_engine  # noqa: PLC0415

    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x.css"
    shape = '<rect width="9" height="9" fill="#123"/>'
    document = parse_svg(f'{OPENING}<style>@import "{address}";</style>{shape}</svg>')
    assert resvg_engine.draw(document, [9])[0].getcolors() == [(81, (0x11, 0x22, 0x33))]
    assert_unvisited(listener)


def test_cairo_itself_opens_nothing(listener, tmp_path, needs_libcairo):
    from infograficos.raster import cairosvg_engine  # noqa: PLC0415

    Image.new("RGB", (9, 9), "red").save(tmp_path / "canary.png")
    server = f"http://127.0.0.1:{listener.getsockname()[1]}/x.png"
    for address in (server, (tmp_path / "canary.png").as_uri()):
        unread = SvgDocument(f'{OPENING}<image href="{address}" width="9" height="9"/></svg>', 9, 9)
        with pytest.raises(InputError, match="completa em si"):
            cairosvg_engine.draw(unread, [90])
        with pytest.raises(InputError, match="completa em si"):
            cairosvg_engine.pdf_bytes(unread)
    assert_unvisited(listener)


def test_resvg_would_open_a_file_and_so_never_sees_its_name(tmp_path):
    from infograficos.raster import resvg_engine  # noqa: PLC0415

    canary = tmp_path / "canary.png"
    Image.new("RGB", (9, 9), "red").save(canary)
    svg = f'{OPENING}<image href="{canary}" width="9" height="9"/></svg>'
    # The reason for the check: without it, the file shows.
    assert resvg_engine.draw(SvgDocument(svg, 9, 9), [9])[0].getpixel((4, 4)) == (255, 0, 0)
    assert said(svg).startswith("o SVG pede “")
