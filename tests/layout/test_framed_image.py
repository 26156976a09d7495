"""A picture in pixels in its frame: its proportions, its corners, its caption."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refusals import refusal
from ruler import square_layouter, square_theme

from infograficos.elements.images.framed_image import SHADE, FramedImage
from infograficos.elements.images.map_png import encode_map_png
from infograficos.layout import Layouter
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame, Image, walk
from infograficos.system.fingerprint import content_key

WIDE = encode_map_png([[0.0, 1.0]], 320)
TALL = encode_map_png([[0.0], [1.0]], 400)


def laid(element: FramedImage, width: float) -> Frame:
    return square_layouter().layout(element, Limits(width))


def pictures(frame: Frame):
    return [visit for visit in walk(frame) if isinstance(visit.item, Image)]


def test_a_picture_lies_in_a_paper_frame_on_a_shade():
    assert dump_frame(laid(FramedImage(WIDE, "preto e branco"), 510)) == (
        "frame 0 0 510 260\n"
        "  ornament box 6 6 504 254 line radius 2\n"
        "  box 0.5 0.5 503 253 surface stroke line 1 radius 2\n"
        "  image/png 2 2 500 250 “preto e branco”\n"
    )


@pytest.mark.parametrize("width", [101, 320, 333.3, 640, 2000])
@pytest.mark.parametrize(("image", "share"), [(WIDE, 0.5), (TALL, 2.0)])
def test_the_proportions_are_kept(image, share, width):
    (picture,) = pictures(laid(FramedImage(image, "a"), width))
    assert picture.rect.height == pytest.approx(share * picture.rect.width)


@pytest.mark.parametrize(("image", "widest"), [(WIDE, 650), (TALL, 175)])
def test_a_picture_is_neither_enlarged_nor_higher_than_the_themes(image, widest):
    assert laid(FramedImage(image, "a"), 2000).size.width == pytest.approx(widest)


def test_where_there_is_too_little_room_the_frame_says_so():
    frame = laid(FramedImage(WIDE, "a"), 80)
    assert frame.overflowing
    assert frame.size.width == 110


def test_a_caption_is_below_in_the_middle():
    assert dump_frame(laid(FramedImage(TALL, "a", "legenda"), 300)).splitlines() == [
        "frame 0 0 175 355",
        "  frame 0 0 175 340",
        "    ornament box 6 6 169 334 line radius 2",
        "    box 0.5 0.5 168 333 surface stroke line 1 radius 2",
        "    image/png 2 2 165 330 “a”",
        "  frame 52.5 345 70 10",
        "    paragraph 52.5 355 70 muted “legenda”",
    ]


def test_a_caption_wider_than_its_picture_breaks_at_the_room_there_is():
    frame = laid(FramedImage(TALL, "a", "uma legenda bem comprida"), 200)
    assert frame.size.width <= 200
    (picture,) = pictures(frame)
    assert picture.rect.center.x == pytest.approx(frame.size.width / 2 - SHADE / 2)


def test_the_bytes_are_drawn_as_they_came():
    (picture,) = pictures(laid(FramedImage(WIDE, "a"), 500))
    assert picture.item.data == WIDE


def test_a_bad_picture_is_refused_when_it_is_laid_out():
    assert refusal(lambda: laid(FramedImage(b"x", "a"), 500)) == (
        "a imagem não é um PNG nem um JPEG; converta-a antes"
    )


def test_the_themes_height_is_the_limit():
    layouter = square_layouter()
    tables = square_theme().model_dump()
    tables["size"]["image_height"] = 100
    look = replace(layouter.look, theme=type(square_theme()).model_validate(tables))
    frame = Layouter(look, layouter.ruler).layout(FramedImage(WIDE, "a"), Limits(700))
    assert frame.size.width == pytest.approx(210)


def test_a_file_is_known_by_its_bytes(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(WIDE)
    before = content_key(FramedImage(path, "a"))
    path.write_bytes(TALL)
    assert before == content_key(FramedImage(WIDE, "a")) != content_key(FramedImage(path, "a"))
