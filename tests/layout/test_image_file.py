"""PNG and JPEG files: their size from the header, and what is refused before it is drawn."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from refusals import refusal

from infograficos.content.data.image_file import read_image
from infograficos.elements.images.grey_png import encode_grey_png


def encoded(width: int, height: int, form: str, **options: object) -> bytes:
    output = BytesIO()
    mode = str(options.pop("mode", "RGB"))
    Image.new(mode, (width, height)).save(output, form, **options)
    return output.getvalue()


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("PNG", {}),
        ("PNG", {"mode": "P"}),
        ("PNG", {"mode": "RGBA"}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("JPEG", {"mode": "L"}),
        ("JPEG", {"mode": "CMYK"}),
        ("JPEG", {"comment": b"\xff\xc0 not a frame"}),
    ],
)
def test_the_size_is_read_from_the_header(form, options):
    found = read_image(encoded(400, 90, form, **options))
    assert (found.width, found.height, found.media) == (400, 90, f"image/{form.lower()}")


def test_a_file_is_as_good_as_its_bytes(tmp_path):
    path = tmp_path / "mapa.png"
    path.write_bytes(encode_grey_png([[1.0]], 320))
    assert read_image(path) == read_image(str(path)) == read_image(path.read_bytes())


def turned(orientation: int, order: str) -> bytes:
    exif = Image.Exif()
    exif.endian = order
    exif[0x0110] = "camera"
    exif[0x0112] = orientation
    return encoded(400, 300, "JPEG", exif=exif)


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photograph_that_stands_upright_only_by_its_tag_is_refused(order):
    assert read_image(turned(1, order)).width == 400
    assert refusal(lambda: read_image(turned(6, order))) == (
        "a imagem só está de pé por uma etiqueta EXIF; gire-a de verdade e salve de novo"
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"GIF89a", "a imagem não é um PNG nem um JPEG; converta-a antes"),
        (b"", "a imagem não é um PNG nem um JPEG; converta-a antes"),
        (encode_grey_png([[0.0]], 320)[:-20], "a imagem está incompleta; salve-a de novo"),
        (
            encoded(400, 300, "JPEG")[:-20].replace(b"\xff\xd9", b""),
            "a imagem está incompleta; salve-a de novo",
        ),
        (b"\xff\xd8\xff\xe0\x00\x04ab", "a imagem está incompleta; salve-a de novo"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2_050_000), "a imagem tem 2,1 MB; esperado até 2 MB: reduza-a antes"),
        (
            encode_grey_png([[0.0, 1.0]], 159),
            "a imagem tem 318 × 159 pixels; esperado ao menos 320 no lado maior, para não sair borrada",
        ),
        (
            encoded(6000, 5000, "PNG", mode="1"),
            "a imagem tem 6000 × 5000 pixels; esperado até 25 milhões de pixels: reduza-a antes",
        ),
        (7, "esperado o caminho de um PNG ou JPEG, ou seus bytes, veio int"),
    ],
)
def test_what_cannot_be_drawn_is_refused_word_for_word(source, message):
    assert refusal(lambda: read_image(source)) == message


def test_a_file_is_named_in_what_is_said_about_it(tmp_path):
    path = tmp_path / "nota.txt"
    assert refusal(lambda: read_image(path)) == f"o arquivo “{path}” não existe"
    path.write_text("olá")
    assert (
        refusal(lambda: read_image(path)) == "a imagem “nota.txt” não é um PNG nem um JPEG; converta-a antes"
    )
    assert refusal(lambda: read_image(tmp_path)).startswith(f"não foi possível ler “{tmp_path}”")


def test_of_an_enormous_file_only_the_size_is_read(tmp_path):
    path = Path(tmp_path / "filme.png")
    with path.open("wb") as file:
        os.truncate(file.fileno(), 5_000_000_000)
    assert refusal(lambda: read_image(path)).endswith("tem 5000,0 MB; esperado até 2 MB: reduza-a antes")
