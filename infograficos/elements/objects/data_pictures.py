"""Small pictures of data: text, files, tables, code, images and sound."""

from __future__ import annotations

from collections.abc import Sequence
from math import sin

from infograficos.elements.flow import FirstThatFits
from infograficos.elements.objects.drawn import Drawn, Shape, Word, block, disc_at, polygon, strokes
from infograficos.elements.objects.picture_parts import EDGE, blob, cap, drums, sheet, text_lines
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Swatch
from infograficos.elements.tokens.chip import token_chip
from infograficos.language.numbers import add_percent, format_decimal
from infograficos.layout import Element
from infograficos.scene.geometry import Point, Rect, Size

#: The heights of the books of a corpus, and their widths, in units.
_BOOKS = ((46.0, 18.0), (60.0, 22.0), (52.0, 15.0), (66.0, 20.0), (56.0, 24.0))

#: The widths of tokens without words, and the shares of a split where none are given.
_BLANKS, _SPLIT = (44.0, 28.0, 36.0), (80.0, 10.0, 10.0)

#: A voice, where no samples are given.
VOICE = tuple(abs(sin(0.9 * i) * sin(0.21 * i + 0.3)) for i in range(17))


def draw_text(role: str) -> Drawn:
    """Return a written page."""
    colors = [f"{role}.body", *(f"{role}.mid" for _ in range(3))]
    lines = text_lines(Rect(10.0, 16.0, 38.0, 46.0), colors, (0.5, 1.0, 0.9, 0.6))
    return Drawn(Size(58.0, 68.0), (*sheet(Rect(0.0, 0.0, 58.0, 68.0), role), *lines))


def draw_tokens(role: str, words: Sequence[str] = ()) -> Element:
    """Return a line of text over the tokens that it is cut into, without words if there are none.

    Where they do not fit beside each other they are a pile.
    """
    blanks = (Drawn(Size(width, 34.0), tuple(cap(Rect(0.0, 0.0, width, 34.0), role))) for width in _BLANKS)
    chips: tuple[Element, ...] = tuple(token_chip(word, role, slim=True) for word in words) or tuple(blanks)
    line = Column((Swatch("masked.mid", height="point"), Row(chips, "hair")), "tiny")
    return FirstThatFits((line, Column(chips, "hair", "center")))


def draw_corpus() -> Drawn:
    """Return a row of books of all kinds."""
    shapes: list[Shape] = []
    x = 0.0
    for i, (height, width) in enumerate(_BOOKS, 1):
        back = Rect(x, 66.0 - height, width, height)
        shapes += [
            block(back, f"category{i}.body", 3.0),
            block(Rect(x, back.y + 8.0, width, 7.0), f"category{i}.tint"),
            block(Rect(x, back.bottom - 13.0, width, 4.0), f"category{i}.tint"),
        ]
        x += width + 2.0
    return Drawn(Size(x - 2.0, 66.0), tuple(shapes))


def draw_table(role: str, shape: Sequence[int]) -> Drawn:
    """Return a table of so many rows and columns with a head."""
    rows, columns = shape
    wide, high = min(28.0, 112.0 / columns), min(18.0, 66.0 / rows)
    shapes: list[Shape] = []
    for row in range(rows):
        for column in range(columns):
            cell = Rect(column * wide, row * high, wide, high).inflate(-1.0)
            tone = "body" if row == 0 else "mid" if column == 0 else "tint"
            shapes.append(block(cell, f"{role}.{tone}", 3.0))
    return Drawn(Size(columns * wide, rows * high), tuple(shapes))


def draw_code(role: str) -> Drawn:
    """Return a window with a program."""
    rows = ((0.0, 34.0, role), (12.0, 46.0, "instruction"), (12.0, 28.0, "response"), (0.0, 20.0, role))
    lines = [
        block(Rect(12.0 + indent, 23.0 + 11.0 * i, length, 6.0), f"{color}.body", 3.0)
        for i, (indent, length, color) in enumerate(rows)
    ]
    dots = [disc_at(Point(12.0 + 9.0 * i, 8.5), 3.0, "masked.body") for i in range(3)]
    whole = Rect(0.0, 0.0, 100.0, 68.0).inflate(-1.0)
    return Drawn(
        Size(100.0, 68.0),
        (
            block(whole, "surface", 9.0, "masked.body"),
            block(Rect(1.75, 1.75, 96.5, 14.0), "masked.soft", 8.0),
            *dots,
            *lines,
        ),
    )


def draw_database(role: str) -> Drawn:
    """Return a cylinder of three drums."""
    return Drawn(Size(60.0, 68.0), tuple(drums(Rect(0.0, 0.0, 60.0, 68.0), role)))


def draw_image() -> Drawn:
    """Return a photograph of two hills and the sun."""
    hills = (
        polygon("response.mid", (6.0, 46.0), (32.0, 24.0), (62.0, 58.0), (6.0, 58.0)),
        polygon("response.body", (34.0, 58.0), (64.0, 32.0), (86.0, 50.0), (86.0, 58.0)),
    )
    frame = block(Rect(0.0, 0.0, 92.0, 64.0).inflate(-1.0), "surface", 8.0, "masked.body")
    sky = block(Rect(6.0, 6.0, 80.0, 52.0), "instruction.tint", 3.0)
    return Drawn(Size(92.0, 64.0), (frame, sky, disc_at(Point(66.0, 20.0), 8.0, "input.body"), *hills))


def draw_audio(role: str, samples: Sequence[float]) -> Drawn:
    """Return the bars of a voice, the loudest as high as the picture."""
    levels = [abs(sample) for sample in samples]
    pitch, most = 120.0 / len(levels), max(levels) or 1.0
    bars = []
    for i, level in enumerate(levels):
        height = max(4.0, 62.0 * level / most)
        bar = Rect(i * pitch, 31.0 - height / 2, 0.66 * pitch, height)
        bars.append(block(bar, f"{role}.body" if level > most / 3 else f"{role}.mid", 0.33 * pitch))
    return Drawn(Size(120.0 - 0.34 * pitch, 62.0), tuple(bars))


def draw_filter(role: str) -> Drawn:
    """Return a funnel: many above, and few below."""
    above = ((22, 5, 0), (36, 10, 1), (50, 4, 0), (64, 9, 1), (78, 5, 0))
    shapes: list[Shape] = [
        disc_at(Point(x, y), 4.5, f"{role}.body" if kept else "masked.mid") for x, y, kept in above
    ]
    shapes += [
        polygon(f"{role}.mid", (12.0, 19.0), (50.0, 19.0), (50.0, 56.0), (43.0, 56.0), (43.0, 44.0)),
        polygon(f"{role}.body", (50.0, 19.0), (88.0, 19.0), (57.0, 44.0), (57.0, 56.0), (50.0, 56.0)),
        block(Rect(10.0, 16.0, 80.0, 6.0), f"{role}.deep", 3.0),
        disc_at(Point(50.0, 64.0), 4.5, f"{role}.body"),
    ]
    return Drawn(Size(100.0, 69.0), tuple(shapes))


def draw_split(role: str, given: Sequence[float] = ()) -> Drawn:
    """Return a bar cut into parts; the first says its share in percent if it is given and has the room."""
    shares = given or _SPLIT
    whole, total, left = 140.0, sum(shares) or 1.0, 0.0
    shapes: list[Shape] = []
    for i, share in enumerate(shares):
        width = whole * share / total
        shapes += cap(Rect(left, 14.0, max(6.0, width - 3.0), 40.0), role, ("mid", "body", "tint")[i % 3])
        left += width
    first = whole * shares[0] / total
    percent = add_percent(format_decimal(100 * shares[0] / total, 0))
    words = (Word(percent, Point(first / 2, 34.0 - EDGE / 2)),) if given and first > 64.0 else ()
    return Drawn(Size(whole, 54.0), tuple(shapes), words)


def draw_batch(role: str, lengths: Sequence[int]) -> Drawn:
    """Return rows of tokens of several lengths, filled up to the longest one."""
    longest = max(lengths)
    pitch = min(17.0, 128.0 / longest)
    shapes: list[Shape] = []
    for row, length in enumerate(lengths):
        for column in range(longest):
            key = Rect(column * pitch, row * 17.0, pitch - 2.0, 15.0)
            is_pad = column >= length
            shapes += [block(key, "masked.tint", 3.0)] if is_pad else cap(key, role)
    return Drawn(Size(longest * pitch - 2.0, len(lengths) * 17.0 - 2.0), tuple(shapes))


def draw_accumulation(role: str, shape: Sequence[int]) -> Drawn:
    """Return so many examples on a chip, and those below it that come there after them."""
    columns, rows = shape
    pitch = min(17.0, 128.0 / columns)
    width = columns * pitch - 2.0
    chip = Rect(6.0, 6.0, width + 12.0, 24.0)
    pins = [
        block(Rect(12.0 + i * pitch + pitch / 2 - 3.0, y, 4.0, 8.0), "masked.mark", 1.0)
        for i in range(columns)
        for y in (0.0, 28.0)
    ]
    keys = [
        (Rect(12.0 + column * pitch, 10.5 + 14.0 * row + 13.0 * (row > 0), pitch - 2.0, 13.0), row)
        for row in range(rows)
        for column in range(columns)
    ]
    caps = [shape for key, row in keys for shape in cap(key, role, "tint" if row else "body")]
    size = Size(width + 24.0, max(36.0, keys[-1][0].bottom))
    return Drawn(size, (*pins, block(chip, "masked.body", 5.0), *caps))


def draw_cloud(role: str) -> Drawn:
    """Return a cloud with its shade below."""
    puffs = ((24.0, 40.0, 20.0), (50.0, 26.0, 25.0), (76.0, 39.0, 19.0))
    shapes = [
        shape
        for tone, drop in (("body", 5.0), ("mid", 0.0))
        for shape in (
            block(Rect(6.0, 34.0 + drop, 88.0, 26.0), f"{role}.{tone}", 13.0),
            *(disc_at(Point(x, y + drop), radius, f"{role}.{tone}") for x, y, radius in puffs),
        )
    ]
    return Drawn(Size(100.0, 66.0), (*shapes, blob(((34, 20), (46, 9), (58, 12), (46, 15)), f"{role}.tint")))


def draw_search(role: str) -> Drawn:
    """Return a magnifying glass over a page, with the line that it found."""
    colors = ["masked.mid", "masked.mid", f"{role}.body", "masked.mid"]
    lines = text_lines(Rect(10.0, 16.0, 44.0, 46.0), colors, (0.7, 1.0, 0.9, 0.6))
    glass = Point(58.0, 40.0)
    return Drawn(
        Size(92.0, 70.0),
        (
            *sheet(Rect(0.0, 0.0, 64.0, 68.0)),
            *lines,
            strokes(f"{role}.mark", "ribbon_thin", (73.0, 53.0), (85.0, 64.0)),
            disc_at(glass, 21.0, f"{role}.body"),
            disc_at(glass, 16.0, f"{role}.tint"),
            block(Rect(48.0, 37.0, 20.0, 6.0), f"{role}.body", 3.0),
        ),
    )


def draw_vocabulary(role: str, words: Sequence[str] = ()) -> Drawn:
    """Return a list of up to three words with their numbers, from 0; or one without words."""
    rows = [
        word
        for i, text in enumerate(words)
        for word in (
            Word(text, Point(34.0, 12.0 + 23.0 * i), f"{role}.strong"),
            Word(str(i), Point(92.0, 12.0 + 23.0 * i), "muted", "label"),
        )
    ]
    count = len(words) or 3
    bands = [block(Rect(0.0, 23.0 * i + 0.5, 118.0, 22.0), f"{role}.tint", 5.0) for i in range(count)]
    marks = [block(Rect(64.0, 23.0 * i + 0.5, 2.0, 22.0), "surface") for i in range(count)]
    bars = [
        block(Rect(left, 23.0 * i + 8.5, width, 6.0), f"{role}.{tone}", 3.0)
        for i in range(0 if words else count)
        for left, width, tone in ((12.0, 40.0 - 10.0 * (i % 2), "body"), (82.0, 20.0, "mid"))
    ]
    return Drawn(Size(118.0, 23.0 * count), (*bands, *marks, *bars), tuple(rows))


def draw_notes(role: str) -> Drawn:
    """Return a page with a pencil."""
    page = sheet(Rect(0.0, 0.0, 58.0, 68.0))
    lines = text_lines(Rect(10.0, 16.0, 36.0, 46.0), [f"{role}.mid"] * 4, (0.6, 1.0, 0.8, 0.5))
    pencil = (
        polygon("input.body", (76.0, 4.0), (86.0, 12.0), (58.0, 50.0), (48.0, 42.0)),
        polygon("input.tint", (48.0, 42.0), (58.0, 50.0), (45.0, 56.0)),
        polygon("alert.body", (76.0, 4.0), (86.0, 12.0), (90.0, 7.0), (80.0, -1.0)),
    )
    return Drawn(Size(90.0, 68.0), (*page, *lines, *pencil))
