"""Small pictures of what happens to a model: numbers, training, evaluation and choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from math import ceil, cos, exp, pi

from infograficos.content.data.picture_values import Value
from infograficos.elements.cap import word_cap
from infograficos.elements.connectors.flow_arrow import FlowArrow
from infograficos.elements.images.raw_data import smooth
from infograficos.elements.objects.balloon import Balloon, balloon_words
from infograficos.elements.objects.drawn import (
    Drawn,
    Shape,
    Word,
    area,
    block,
    disc_at,
    line,
    polygon,
    strokes,
)
from infograficos.elements.objects.model import Model
from infograficos.elements.objects.picture_parts import bow, cap, cross, text_lines, tick
from infograficos.elements.objects.plate import Plate
from infograficos.elements.objects.speech import Speech
from infograficos.elements.row import Row
from infograficos.layout import Element
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import PathCommand, polyline

#: The share of a model's width in the theme that is as high as a picture, where there are two, and where it
#: has the figure's last word.
_SHARE, _SMALL, _SPEAKER = 0.7, 0.55, 0.84

#: The tests of an evaluation where none are given.
_PASSED = (1, 1, 0)

#: The height of numbers; the most on key caps, the more being squares; how much wider than high a grid of
#: these is, the share of its pitch that a square has, and the tones by magnitude.
_HEIGHT, _MOST_CAPS, _GRID, _FILLED = 68.0, 6, 4 / 3, 0.84
_TONES = ("soft", "tint", "mid", "body")

#: How wide the rows of heads are, and the share of their pitch that they are high.
_HEADS_WIDTH, _IN_HEAD = 78.0, 0.7

#: A loss that falls, and a learning rate that warms up and then decays like a cosine.
LOSSES = tuple(1.1 + 3.1 * exp(-0.45 * i) for i in range(13))
RATES = (0.0, 0.5, 1.0, *(0.5 * (1 + cos(pi * i / 7)) for i in range(1, 8)))


def draw_curve(role: str, values: Sequence[float]) -> Drawn:
    """Return a curve through values at equal distances, with a dot at the last one, over axes at 0."""
    room, most = Rect(8.0, 6.0, 108.0, 54.0), max(values) or 1.0
    points = [
        Point(
            room.x + room.width * i / (len(values) - 1),
            room.bottom - 2.0 - (room.height - 2.0) * value / most,
        )
        for i, value in enumerate(values)
    ]
    curve = smooth(points)
    below = [PathCommand("L", (Point(x, room.bottom),)) for x in (room.right, room.x)]
    return Drawn(
        Size(122.0, 66.0),
        (
            area((*curve, *below, PathCommand("Z")), f"{role}.soft"),
            strokes("masked.mark", "arrow", (1.0, 2.0), (1.0, 64.0), (121.0, 64.0)),
            line(curve, f"{role}.mark", "accent", "mark"),
            disc_at(points[-1], 6.5, "response.mark"),
        ),
    )


def draw_embedding(role: str, values: Sequence[Value]) -> Row:
    """Return a token, perhaps with its word, that becomes numbers: darker the larger, slate below zero."""
    word, numbers = _split_word(values)
    draw = _caps if len(numbers) <= _MOST_CAPS else _squares
    return _token_becomes(word, draw(role, numbers))


def draw_heads(role: str, values: Sequence[Value]) -> Row:
    """Return a token, perhaps with its word, that becomes a row of numbers for each of so many heads."""
    word, counts = _split_word(values)
    heads, numbers = int(counts[0]), int(counts[-1])
    pitch, step = _HEIGHT / heads, _HEADS_WIDTH / numbers
    cells = [
        polyline(*_corners(Rect(i * step, row * pitch, _FILLED * step, _IN_HEAD * pitch)), closed=True)
        for row in range(heads)
        for i in range(numbers)
    ]
    first, others = (tuple(chain(*part)) for part in (cells[:numbers], cells[numbers:]))
    shapes = (area(first, f"{role}.mark"), *([area(others, f"{role}.mid")] if others else []))
    return _token_becomes(word, Drawn(Size(_HEADS_WIDTH, _HEIGHT), shapes))


def _split_word(values: Sequence[Value]) -> tuple[str, list[float]]:
    """Return the word that stands before numbers, if there is one, and the numbers."""
    word = values[0] if isinstance(values[0], str) else ""
    return word, [float(value) for value in values if not isinstance(value, str)]


def _token_becomes(word: str, numbers: Drawn) -> Row:
    token = Drawn(Size(38.0, 34.0), tuple(cap(Rect(0.0, 0.0, 38.0, 34.0), "input")))
    start = word_cap(word, "input", "focus", "heading") if word else token
    arrow = FlowArrow(color="input.body", stroke="ribbon_thin", length="large")
    return Row((start, arrow, numbers), "hair")


def _corners(rect: Rect) -> tuple[Point, ...]:
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)


def _caps(role: str, numbers: Sequence[float]) -> Drawn:
    """Return a column of key caps for a few numbers."""
    most, high = max(map(abs, numbers)) or 1.0, min(18.0, _HEIGHT / len(numbers))
    cells: list[Shape] = []
    for i, number in enumerate(numbers):
        key = Rect(0.0, i * high, 36.0, high - 2.0)
        cells += cap(key, "masked" if number < 0 else role, _TONES[min(3, int(4 * abs(number) / most))])
    return Drawn(Size(36.0, len(numbers) * high), tuple(cells))


def _squares(role: str, numbers: Sequence[float]) -> Drawn:
    """Return rows of small squares for many numbers, as one shape a colour."""
    columns = ceil((_GRID * len(numbers)) ** 0.5)
    rows, most = ceil(len(numbers) / columns), max(map(abs, numbers)) or 1.0
    pitch = _HEIGHT / rows
    squares: defaultdict[str, list[PathCommand]] = defaultdict(list)
    for i, number in enumerate(numbers):
        row, column = divmod(i, columns)
        square = Rect(column * pitch, row * pitch, _FILLED * pitch, _FILLED * pitch)
        # Most of many numbers are small: their roots tell them apart.
        tone = _TONES[min(3, int(4 * (abs(number) / most) ** (1 / 3)))]
        color = f"{'masked' if number < 0 else role}.{tone}"
        squares[color] += polyline(*_corners(square), closed=True)
    shapes = tuple(area(commands, color) for color, commands in squares.items())
    return Drawn(Size(columns * pitch, _HEIGHT), shapes)


def draw_attention(role: str, weights: Sequence[float]) -> Drawn:
    """Return the tokens that the last one looks at: the thicker the bow, the more."""
    pitch, most = 112.0 / len(weights), max(weights) or 1.0
    last = Point(112.0 + 10.0, 46.0)
    bows = [
        bow(
            Point(10.0 + i * pitch, 46.0), last, 14.0 + 26.0 * (len(weights) - i) / len(weights), color, width
        )
        for i, weight in enumerate(weights)
        for width in (1.5 + 6.0 * weight / most,)
        for color in (f"{role}.{'mark' if weight == most else 'mid'}",)
    ]
    keys = [
        shape
        for i in range(len(weights) + 1)
        for shape in cap(Rect(i * pitch, 48.0, 20.0, 20.0), role, "body" if i == len(weights) else "mid")
    ]
    return Drawn(Size(132.0, 68.0), (*bows, *keys))


def draw_ranking(role: str, scores: Sequence[float]) -> Drawn:
    """Return bars from the best to the worst, the best one in its role's colour."""
    ordered, most = sorted(scores, reverse=True), max(scores) or 1.0
    high = min(18.0, 68.0 / len(ordered))
    bars = [
        shape
        for i, score in enumerate(ordered)
        for shape in cap(
            Rect(0.0, i * high, max(12.0, 116.0 * score / most), high - 3.0),
            "masked" if i else role,
            "tint" if i else "body",
        )
    ]
    return Drawn(Size(116.0, high * len(ordered) - 3.0), tuple(bars))


def draw_evaluation(role: str, given: Sequence[float] = ()) -> Drawn:
    """Return a list of tests, passed or failed, and how many are passed if they are given."""
    passed = given or _PASSED
    rows: list[Shape] = []
    pitch = 54.0 / len(passed)
    for i, is_good in enumerate(passed):
        y = 9.0 + pitch * (i + 0.5)
        sign = (
            [tick(Point(19.0, y), 6.0, "response.mark")]
            if is_good
            else cross(Point(19.0, y), 5.0, "alert.mark")
        )
        rows += [*sign, block(Rect(34.0, y - 3.0, 30.0 - 8.0 * (i % 2), 6.0), "masked.mid", 3.0)]
    clip = block(Rect(26.0, 0.0, 26.0, 9.0), f"{role}.body", 4.0)
    board = block(Rect(1.0, 4.0, 76.0, 64.0), "surface", 9.0, f"{role}.body", "rule")
    if not given:
        return Drawn(Size(78.0, 69.0), (board, clip, *rows))
    grade, at = f"{sum(map(bool, given))}/{len(given)}", Point(91.0, 42.0)
    seal = disc_at(at, 31.0, "paper"), disc_at(at, 28.0, f"{role}.mid")
    return Drawn(
        Size(119.0, 70.0), (board, clip, *rows, *seal), (Word(grade, at, "ink", "heading", "display"),)
    )


def draw_checkpoint(role: str, steps: Sequence[str]) -> Drawn:
    """Return a flag on the ground, perhaps with the number of a step on it."""
    step = steps[0]
    wide = max(44.0, 14.0 + 14.0 * len(step))
    flag = [(10.0, 4.0), (10.0 + wide, 4.0), (2.0 + wide, 21.0), (10.0 + wide, 38.0), (10.0, 38.0)]
    words = (Word(step, Point(8.0 + wide / 2, 21.0)),) if step else ()
    shapes = (
        disc_at(Point(8.0, 64.0), 0.1, f"{role}.tint"),
        block(Rect(0.0, 61.0, 34.0, 7.0), f"{role}.tint", 3.5),
        polygon(f"{role}.mid", *flag),
        strokes("masked.mark", "accent", (8.0, 3.0), (8.0, 63.0)),
    )
    return Drawn(Size(12.0 + wide, 68.0), shapes, words)


def draw_vote() -> Drawn:
    """Return two answers, the first preferred."""
    chosen, other = Rect(0.0, 6.0, 54.0, 60.0), Rect(66.0, 18.0, 46.0, 48.0)
    lines = [
        *text_lines(Rect(10.0, 20.0, 34.0, 40.0), ["response.mark"] * 3, (1.0, 0.8, 0.5)),
        *text_lines(Rect(75.0, 30.0, 28.0, 30.0), ["masked.body"] * 2, (1.0, 0.6)),
    ]
    sign = disc_at(Point(50.0, 12.0), 12.0, "response.mark"), tick(Point(50.0, 12.0), 5.5, "paper")
    return Drawn(Size(112.0, 66.0), (*cap(chosen, "response"), *cap(other, "masked", "tint"), *lines, *sign))


def draw_balance(role: str, tilts: Sequence[float]) -> Drawn:
    """Return a pair of scales; a positive tilt, up to 1, lowers the right pan."""
    drop = 9.0 * max(-1.0, min(1.0, tilts[0]))
    shapes: list[Shape] = [
        block(Rect(44.0, 62.0, 44.0, 6.0), f"{role}.mark", 3.0),
        block(Rect(63.0, 10.0, 6.0, 54.0), f"{role}.body"),
        strokes(f"{role}.mark", "accent", (20.0, 11.0 - drop), (112.0, 11.0 + drop)),
        disc_at(Point(66.0, 11.0), 6.0, f"{role}.mark"),
    ]
    for x, y in ((20.0, 11.0 - drop), (112.0, 11.0 + drop)):
        shapes += [
            strokes("masked.body", "rule", (x - 16.0, y + 28.0), (x, y), (x + 16.0, y + 28.0)),
            *cap(Rect(x - 20.0, y + 27.0, 40.0, 13.0), role),
        ]
    return Drawn(Size(132.0, 68.0), tuple(shapes))


def draw_matrix(role: str, shape: Sequence[int]) -> Plate:
    """Return a matrix of so many rows and columns."""
    return Plate(shape[0], shape[1], role)


def draw_weights(role: str) -> Model:
    """Return a model, grey if it is switched off; its colour is its own in any other role."""
    return Model("frozen" if role == "masked" else "base", plates=3, share=_SHARE)


def draw_tuned(words: Sequence[str]) -> Element:
    """Return a model after training, perhaps with what it says."""
    if not words[0]:
        return Model("tuned", plates=3, share=_SHARE)
    answer = balloon_words(words[0], "response", "heading", solid=True)
    return Speech(Model("tuned", plates=3, share=_SPEAKER), Balloon(answer, "response", solid=True))


def draw_reuse() -> Row:
    """Return a model without weights that gets those of another."""
    models = [Model(state, plates=3, share=_SMALL) for state in ("outline", "base")]
    arrow = FlowArrow(color="model.mid", stroke="ribbon_thin", length="large")
    return Row((models[0], arrow, models[1]), "hair")
