"""Pictures in pixels: what is said, what is refused, where the caption stands, what the maps show."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from math import cos, exp, hypot, sin

import PIL.Image
import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.photo import EXAMPLES, Callout, Photo, recency, wave
from infograficos.content.data.image_decoding import crop_disc
from infograficos.elements.images.callouts import _tangents
from infograficos.elements.images.framed_image import SHADE
from infograficos.elements.images.map_png import encode_map_png, encode_png
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Ellipse, Frame, Image, Path, TextBlock, walk

WIDE = encode_map_png([[0.0, 1.0]], 320)
SQUARE = encode_map_png([[1.0]], 400)
HEADLINES = {
    "posições": "A posição vira um padrão de ondas",
    "atenção": "O ALiBi prefere tokens recentes",
}


def figure(content: Photo, headline: str = "O que o exemplo ensina") -> Figure:
    return Figure(1, "foto", "Uma foto", headline, content)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["posições"].describe() == (
        "Imagem: senos de 64 posições em 32 linhas: ondas curtas em cima, cada vez mais longas embaixo. "
        "Em destaque: “rápida” e “lenta”."
    )
    assert EXAMPLES["atenção"].describe() == (
        "Imagem: mapa de atenção de 32 tokens: só a diagonal e o que vem logo antes dela são escuros. "
        "Em destaque: “perto: pesa” e “longe: some”."
    )


def test_without_a_caption_only_the_picture_is_described():
    assert Photo(WIDE, " metade branca, metade **escura** ").describe() == (
        "Imagem: metade branca, metade escura."
    )


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Photo(b"GIF89a", "um gato"),
            "Photo.image: a imagem não é um PNG nem um JPEG; converta-a antes",
        ),
        (
            lambda: Photo("não/existe.png", "um gato"),
            "Photo.image: o arquivo “não/existe.png” não existe",
        ),
        (lambda: Photo(WIDE), "Photo.alt: falta este valor"),
        (
            lambda: Photo(WIDE, " "),
            "Photo.alt: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (
            lambda: Photo(WIDE, "x" * 201),
            "Photo.alt: esperado um texto de no máximo 200 caracteres, veio um de 201",
        ),
        (
            lambda: Photo(WIDE, "a", "x" * 61),
            "Photo.caption: esperado um texto de no máximo 60 caracteres, veio "
            '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"',
        ),
        (lambda: Photo(WIDE, "a", None), "Photo.caption: esperado um texto, veio nada"),
        (
            lambda: Callout("a", 1.2, 0),
            "Callout.x: esperado um número menor ou igual a 1, veio 1.2",
        ),
        (
            lambda: Photo(WIDE, "a", callouts=[Callout("a", 0, 0)] * 3),
            "Photo.callouts: esperada uma lista de no máximo 2 itens, veio uma lista com 3 itens",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def parts(frame: Frame):
    visits = list(walk(frame))
    (picture,) = [v.rect for v in visits if isinstance(v.item, Image)]
    (caption,) = [v.rect for v in visits if isinstance(v.item, TextBlock) and "legenda" in v.item.text]
    return picture, caption


@pytest.mark.parametrize(("image", "width"), [(WIDE, 700), (WIDE, 360), (SQUARE, 360)])
def test_a_caption_is_below_a_wide_picture_and_on_a_phone(image, width):
    picture, caption = parts(figure(Photo(image, "a", "Uma legenda")).draw(width=width).frame)
    assert caption.y > picture.bottom
    assert caption.center.x == pytest.approx(width / 2)
    # The shade is at its right.
    assert picture.center.x == pytest.approx(width / 2 - SHADE / 2)


def test_a_caption_is_beside_a_square_picture():
    picture, caption = parts(figure(Photo(SQUARE, "a", "Uma legenda")).draw().frame)
    assert caption.x > picture.right
    assert picture.y < caption.center.y < picture.bottom


def test_a_picture_is_as_wide_as_the_figure_if_it_has_the_pixels():
    frame = figure(Photo(WIDE, "a", "Uma legenda")).draw().frame
    # Within its frame and beside its shade.
    assert parts(frame)[0].width == pytest.approx(628 - 2 * 8 - SHADE)


@pytest.mark.parametrize(
    ("image", "width", "below"), [(WIDE, 700, True), (SQUARE, 700, False), (SQUARE, 360, True)]
)
def test_lenses_are_below_a_picture_or_at_its_right_and_the_words_of_the_first_are_solid(image, width, below):
    content = Photo(image, "a", callouts=[Callout("um lugar", 0.8, 0.9), Callout("outro", 0.1, 0.2)])
    visits = list(walk(figure(content).draw(width=width).frame))
    picture, *lenses = [v.rect for v in visits if isinstance(v.item, Image)]
    words = {v.item.text: v for v in visits if isinstance(v.item, TextBlock)}
    first, second = words["um lugar"], words["outro"]
    assert len(lenses) == 2
    if below:
        assert min(lens.y for lens in lenses) > picture.bottom
        assert second.rect.center.x < first.rect.center.x
    else:
        assert min(lens.x for lens in lenses) > picture.right
        assert second.rect.center.y < first.rect.center.y
    paints = [each.item.lines[0].runs[0].paint.role for each in (first, second)]
    assert paints == ["paper", "model.strong"]


def test_a_ring_is_where_its_callout_says_and_stays_on_the_picture():
    content = Photo(WIDE, "a", callouts=[Callout("meio", 0.5, 0.5), Callout("canto", 1, 0, 0.1)])
    visits = list(walk(figure(content).draw().frame))
    picture = next(v.rect for v in visits if isinstance(v.item, Image))
    circles = [v.rect for v in visits if isinstance(v.item, Ellipse) and v.item.purpose == "mark"]
    middle, corner = (rect for rect in circles if rect.y < picture.bottom)
    centers = sorted((rect.center.x, rect.center.y) for rect in (middle, corner))
    assert centers[0] == pytest.approx((picture.center.x, picture.center.y))
    assert all(picture.inflate(0.01).holds(rect) for rect in (middle, corner))


def test_a_lens_shows_what_is_in_its_ring_and_nothing_around_it():
    halves = encode_map_png([[0.0, 1.0]], 320, "green")
    side, pixels = crop_disc(halves, 0.5, 0.5, 0.1)
    with PIL.Image.open(BytesIO(encode_png(side, pixels))) as image:
        assert image.tobytes() == pixels
        rows = [image.getpixel((x, side // 2)) for x in (0, side // 2 - 1, side // 2, side - 1)]
        assert rows == [(255, 255, 255, 255)] * 2 + [(0, 84, 50, 255)] * 2
        assert {image.getpixel((x, y))[3] for x in (0, side - 1) for y in (0, side - 1)} == {0}


@pytest.mark.parametrize("width", [700, 360])
def test_a_lens_with_a_curve_draws_its_numbers_inside_of_it(width):
    numbers = [sin(i) for i in range(20)]
    content = Photo(SQUARE, "a", callouts=[Callout("onda", 0.5, 0.5, curve=numbers)])
    visits = list(walk(figure(content).draw(width=width).frame))
    assert len([v for v in visits if isinstance(v.item, Image)]) == 1
    *_, lens = [v.rect for v in visits if isinstance(v.item, Ellipse)]
    (curve,) = [
        v for v in visits if isinstance(v.item, Path) and sum(c.verb == "C" for c in v.item.commands) == 19
    ]
    points = [command.points[-1].translate(curve.at) for command in curve.item.commands]
    assert all(hypot(p.x - lens.center.x, p.y - lens.center.y) < lens.width / 2 - 5 for p in points)
    gaps = [b.x - a.x for a, b in pairwise(points)]
    assert gaps == pytest.approx([gaps[0]] * 19)
    low, high = max(p.y for p in points), min(p.y for p in points)
    shares = [(number - min(numbers)) / (max(numbers) - min(numbers)) for number in numbers]
    assert [(low - p.y) / (low - high) for p in points] == pytest.approx(shares)


@pytest.mark.parametrize("count", [1, 3])
def test_a_curve_of_equal_numbers_is_level(count):
    alt = "um quadrado de uma só cor, sem nada nele"
    content = Photo(SQUARE, alt, callouts=[Callout("reta", 0.5, 0.5, curve=[2.0] * count)])
    assert figure(content).draw(width=360).findings == ()


def test_the_curves_of_the_example_are_what_is_across_their_rings():
    for callout in EXAMPLES["posições"].callouts:
        first, last = ((callout.x + sign * callout.radius) * 64 for sign in (-1, 1))
        # Each fourth number is one of the map; the others are between them.
        assert list(callout.curve[::4]) == wave(int(callout.y * 32), range(round(first), round(last)))


@pytest.mark.parametrize("name", EXAMPLES)
def test_on_a_phone_the_lines_to_lenses_cross_only_the_lower_side_of_the_picture(name):
    visits = list(walk(figure(EXAMPLES[name]).draw(width=360).frame))
    picture = next(v.rect for v in visits if isinstance(v.item, Image))
    lines = [
        v.rect for v in visits if isinstance(v.item, Path) and v.item.stroke and len(v.item.commands) == 2
    ]
    assert lines
    assert all(picture.inflate(8).x <= line.x and line.right <= picture.inflate(8).right for line in lines)


def test_the_lines_to_a_lens_touch_its_ring_and_the_lens():
    ring, lens = Rect(0, 0, 20, 20), Rect(100, 50, 80, 80)
    for start, end in _tangents(ring, lens):
        for circle, at in ((ring, start), (lens, end)):
            radius = at.x - circle.center.x, at.y - circle.center.y
            assert hypot(*radius) == pytest.approx(circle.width / 2)
            assert radius[0] * (end.x - start.x) + radius[1] * (end.y - start.y) == pytest.approx(0, abs=1e-6)


def test_the_names_of_a_maps_axes_are_above_it():
    visits = walk(figure(Photo(WIDE, "a", rows="posição", columns="dimensão")).draw().frame)
    words = {v.item.text: v.rect for v in visits if isinstance(v.item, TextBlock)}
    assert words["posição\u00a0↓"].right < words["dimensão\u00a0→"].x


def test_the_sines_are_those_of_the_paper():
    (value,) = wave(3, [5])
    assert 2 * value - 1 == pytest.approx(sin(5 / 10_000 ** (6 / 192)))
    assert 2 * value - 1 != pytest.approx(cos(5 / 10_000 ** (6 / 192)))


def test_the_weights_are_the_softmax_of_the_penalty_and_nothing_looks_ahead():
    rows = recency(6, 1 / 4)
    scores = [exp(-(5 - j) / 4) for j in range(6)]
    softmax = [score / sum(scores) for score in scores]
    assert rows[5] == pytest.approx([weight / max(softmax) for weight in softmax])
    assert all(rows[i][j] == 0 for i in range(6) for j in range(i + 1, 6))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    shown = figure(EXAMPLES[name], HEADLINES[name])
    report = check(Chapter(number=1, title="Teste", figures=[shown]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
