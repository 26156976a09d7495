"""A picture in pixels in its frame: its proportions, its corners, its caption."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refusals import refusal
from ruler import square_layouter, square_theme

from infograficos.elements.images.framed_image import FramedImage
from infograficos.elements.images.grey_png import encode_grey_png
from infograficos.layout import Layouter
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame, Image, Path, walk
from infograficos.system.fingerprint import content_key

WIDE = encode_grey_png([[0.0, 1.0]], 320)
TALL = encode_grey_png([[0.0], [1.0]], 400)


def laid(element: FramedImage, width: float) -> Frame:
    return square_layouter().layout(element, Limits(width))


def pictures(frame: Frame):
    return [visit for visit in walk(frame) if isinstance(visit.item, Image)]


def test_a_picture_lies_under_its_border_and_rounded_corners():
    assert dump_frame(laid(FramedImage(WIDE, "preto e branco"), 501)) == (
        "frame 0 0 501 251\n"
        "  image/png 0.5 0.5 500 250 “preto e branco”\n"
        "  ornament path 0 0 501 251 paper\n"
        "  ornament box 0.5 0.5 500 250 stroke line 1 radius 4\n"
    )


@pytest.mark.parametrize("width", [101, 320, 333.3, 640, 2000])
@pytest.mark.parametrize(("image", "share"), [(WIDE, 0.5), (TALL, 2.0)])
def test_the_proportions_are_kept(image, share, width):
    (picture,) = pictures(laid(FramedImage(image, "a"), width))
    assert picture.rect.height == pytest.approx(share * picture.rect.width)


@pytest.mark.parametrize(("image", "widest"), [(WIDE, 640), (TALL, 170)])
def test_a_picture_is_neither_enlarged_nor_higher_than_the_themes(image, widest):
    assert laid(FramedImage(image, "a"), 2000).size.width == pytest.approx(widest)


def test_where_there_is_too_little_room_the_frame_says_so():
    frame = laid(FramedImage(WIDE, "a"), 80)
    assert frame.overflowing
    assert frame.size.width == 100


def test_the_corners_leave_the_border_free():
    frame = laid(FramedImage(WIDE, "a", ground="surface"), 501)
    (corners,) = [v.item for v in walk(frame) if isinstance(v.item, Path)]
    assert corners.fill.role == "surface"
    assert [step.verb for step in corners.commands] == list("MLLCLZ") * 4
    inner = [p for step in corners.commands for p in step.points]
    assert all(min(p.x, 501 - p.x) <= 4.5 and min(p.y, 251 - p.y) <= 4.5 for p in inner)


def test_a_caption_is_below_in_the_middle():
    assert dump_frame(laid(FramedImage(TALL, "a", "legenda"), 300)).splitlines() == [
        "frame 0 0 170 354",
        "  frame 0 0 170 339",
        "    image/png 0.5 0.5 169 338 “a”",
        "    ornament path 0 0 170 339 paper",
        "    ornament box 0.5 0.5 169 338 stroke line 1 radius 4",
        "  frame 50 344 70 10",
        "    paragraph 50 354 70 muted “legenda”",
    ]


def test_a_caption_wider_than_its_picture_breaks_at_the_room_there_is():
    frame = laid(FramedImage(TALL, "a", "uma legenda bem comprida"), 200)
    assert frame.size.width <= 200
    (picture,) = pictures(frame)
    assert picture.rect.center.x == pytest.approx(frame.size.width / 2)


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
    assert frame.size.width == pytest.approx(200)


def test_a_file_is_known_by_its_bytes(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(WIDE)
    before = content_key(FramedImage(path, "a"))
    path.write_bytes(TALL)
    assert before == content_key(FramedImage(WIDE, "a")) != content_key(FramedImage(path, "a"))
