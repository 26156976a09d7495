"""PNG and JPEG files: their size from the header, and what is refused before it is drawn."""

from __future__ import annotations

import os
import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from refusals import refusal

from infograficos.content.data.image_file import read_image
from infograficos.elements.images.map_png import encode_map_png


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
    path.write_bytes(encode_map_png([[1.0]], 320))
    assert read_image(path) == read_image(str(path)) == read_image(path.read_bytes())


def broken_pixels() -> bytes:
    """Return a PNG that ends as it should and whose pixels are too few."""
    data = bytearray(encode_map_png([[0.0]], 320))
    at = data.index(b"IDAT") + 4
    data[at : at + 40] = bytes(40)
    return bytes(data)


def painted(form: str, mode: str = "RGB", **options: object) -> bytes:
    """Return a picture that is red on the left and blue on the right, with metadata or a colour profile."""
    picture = Image.new("RGB", (400, 300), "red")
    picture.paste("blue", (200, 0, 400, 300))
    output = BytesIO()
    picture.convert(mode).save(output, form, **options)
    return output.getvalue()


def turned(orientation: int, order: str = "<") -> Image.Exif:
    exif = Image.Exif()
    exif.endian = order
    exif[0x0110] = "camera"
    exif[0x0112] = orientation
    return exif


def shown(data: bytes) -> Image.Image:
    return Image.open(BytesIO(read_image(data).data)).convert("RGB")


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_picture_that_only_its_tag_turns_is_turned(form, order):
    found = read_image(painted(form, exif=turned(6, order)))
    assert (found.width, found.height, found.media) == (300, 400, f"image/{form.lower()}")
    image = shown(found.data)
    assert image.getpixel((150, 20))[0] > 240
    assert image.getpixel((150, 380))[2] > 240
    assert not image.getexif()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_loses_its_metadata_and_keeps_its_pixels(form):
    plain = painted(form)
    for exif in (turned(1), turned(1, ">")):
        assert read_image(painted(form, exif=exif)).data == read_image(plain).data
    assert read_image(plain + b"junk").data == read_image(plain).data + (b"junk" if form == "JPEG" else b"")
    assert shown(plain).tobytes() == Image.open(BytesIO(plain)).tobytes()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_colours_of_another_profile_are_converted(mode):
    # A profile whose red and blue are swapped shows what no viewer without it would show.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tmp_").replace(b"bXYZ", b"rXYZ").replace(b"tmp_", b"bXYZ")
    named = swapped.replace("sRGB".encode("utf-16-be"), "BGRs".encode("utf-16-be"))
    image = shown(painted("PNG", mode, icc_profile=named))
    assert image.getpixel((20, 20)) == pytest.approx((0, 0, 255), abs=3)
    assert image.getpixel((380, 20)) == pytest.approx((255, 0, 0), abs=3)
    assert shown(painted("PNG", mode, icc_profile=profile)).getpixel((20, 20)) == (255, 0, 0)
    assert shown(painted("PNG", mode, icc_profile=b"broken")).getpixel((20, 20)) == (255, 0, 0)


def test_what_not_every_viewer_decodes_has_eight_bits_a_channel():
    deep = Image.new("I;16", (400, 300), 0x8080)
    output = BytesIO()
    deep.save(output, "PNG")
    assert shown(output.getvalue()).getpixel((5, 5)) == (0x80, 0x80, 0x80)
    ink = Image.open(BytesIO(read_image(painted("JPEG", "CMYK")).data))
    assert ink.mode == "RGB"
    assert ink.getpixel((20, 20))[0] > 240


def test_an_animation_shows_its_first_picture_alone():
    still = painted("PNG")
    frames = [Image.new("RGB", (400, 300), color) for color in ("blue", "green")]
    moving = painted("PNG", save_all=True, append_images=frames, duration=100)
    assert b"acTL" in moving
    assert b"acTL" not in read_image(moving).data
    assert shown(moving).tobytes() == shown(still).tobytes()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"GIF89a", "a imagem não é um PNG nem um JPEG; converta-a antes"),
        (b"", "a imagem não é um PNG nem um JPEG; converta-a antes"),
        (encode_map_png([[0.0]], 320)[:-20], "a imagem está incompleta ou danificada; salve-a de novo"),
        (
            encoded(400, 300, "JPEG")[:-20].replace(b"\xff\xd9", b""),
            "a imagem está incompleta ou danificada; salve-a de novo",
        ),
        # Half of the pixels and the mark of the end: decoders paint the rest grey in silence.
        (
            (half := encoded(400, 300, "JPEG"))[: len(half) * 3 // 4] + b"\xff\xd9",
            "a imagem está incompleta ou danificada; salve-a de novo",
        ),
        (b"\xff\xd8\xff\xe0\x00\x04ab", "a imagem está incompleta ou danificada; salve-a de novo"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2_050_000), "a imagem tem 2,1 MB; esperado até 2,0 MB: reduza-a antes"),
        (
            encode_map_png([[0.0, 1.0]], 159),
            "a imagem tem 318 × 159 pixels; esperado ao menos 320 no lado maior, para não sair borrada",
        ),
        (
            encoded(6000, 5000, "PNG", mode="1"),
            "a imagem tem 6000 × 5000 pixels; esperado até 25 milhões de pixels: reduza-a antes",
        ),
        (
            encoded(20_000, 400, "PNG", mode="1"),
            "a imagem tem 20000 × 400 pixels; esperado até 16384 no lado maior: reduza-a ou divida-a antes",
        ),
        (
            encode_map_png([[0.0]], 320).replace(
                struct.pack(">II", 320, 320), struct.pack(">II", 60000, 60000)
            ),
            "a imagem está incompleta ou danificada; salve-a de novo",
        ),
        (
            broken_pixels(),
            "a imagem está incompleta ou danificada; salve-a de novo",
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
    assert refusal(lambda: read_image(tmp_path)) == f"“{tmp_path}” não é um arquivo; esperado um PNG ou JPEG"


def test_of_an_enormous_file_only_the_size_is_read(tmp_path):
    path = Path(tmp_path / "filme.png")
    with path.open("wb") as file:
        os.truncate(file.fileno(), 5_000_000_000)
    assert refusal(lambda: read_image(path)).endswith("tem 5,0 GB; esperado até 2,0 MB: reduza-a antes")


def test_what_has_no_end_is_not_read():
    assert refusal(lambda: read_image("/dev/zero")).startswith("“/dev/zero” não é um arquivo")


@pytest.mark.parametrize("change", [{"width": 0}, {"width": None}, {"media": "x/y"}, {"height": 9**99}])
def test_what_an_image_file_says_of_its_bytes_is_read_from_them(change):
    file = read_image(encode_map_png([[1.0]], 320))
    assert read_image(file) == file
    forged = replace(file, **change)
    assert read_image(forged) == file


def test_an_image_file_without_an_image_is_refused():
    forged = replace(read_image(encode_map_png([[1.0]], 320)), data=0)
    assert refusal(lambda: read_image(forged)).endswith("veio int")
