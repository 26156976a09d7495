"""Raw data and its numbers: these are the data's own, in order, and pictures are drawn from them."""

from __future__ import annotations

import re

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.encodings import EXAMPLES, AudioData, Encodings, ImageData, TextData
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk


def figure(content: Encodings) -> Figure:
    return Figure(1, "dados", "Os dados", "O que o exemplo ensina", content)


def drawn(content: Encodings, width: float = 700, variant: str = "light"):
    return list(walk(figure(content).draw(width=width, variant=variant).frame))


def texts(visits) -> list[str]:
    return [v.item.text.replace("\u00a0", " ") for v in visits if isinstance(v.item, TextBlock)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["texto, áudio e imagem"].describe() == (
        "Dados que viram vetores de números: texto (3 IDs) → [4; 17; 23]; "
        "áudio (11 amostras) → [0,00; 0,59; 0,95; …]; imagem (5 × 5 = 25 pixels) → [230; 245; 250; …]."
    )
    assert EXAMPLES["letras"].describe() == (
        "Dados que viram vetores de números: avó (3 códigos Unicode) → [97; 118; 243]; "
        "avô (3 códigos Unicode) → [97; 118; 244]."
    )


def test_an_image_is_read_row_after_row():
    assert ImageData([[1, 2], [3, 4]]).numbers == (1, 2, 3, 4)


@pytest.mark.parametrize("language", ["pt-BR", "en"])
def test_the_thousands_of_ids_are_not_separated(language):
    sheet = figure(Encodings([TextData(["a", "b"], [5549, 50256])])).in_language(language)
    found = [v.item.text for v in walk(sheet.draw().frame) if isinstance(v.item, TextBlock)]
    assert {"5549", "50256"} <= set(found)
    assert re.search(r"\[5549[;,] 50256\]", sheet.alt)


@pytest.mark.parametrize("variant", ["light", "dark"])
def test_white_pixels_are_lighter_than_black_ones_on_both_papers(variant):
    visits = drawn(Encodings([ImageData([[0, 255]])]), variant=variant)
    greys = [
        v.item.fill.value
        for v in visits
        if isinstance(v.item, Box) and v.item.fill and v.item.fill.role == "grey"
    ]
    # Each number is on the grey of its pixel.
    black, white, *numbers = greys
    assert numbers == [black, white]
    assert max(bytes.fromhex(black[1:])) < 64
    assert min(bytes.fromhex(white[1:])) > 192


def test_a_long_recording_is_cut_and_counted():
    found = texts(drawn(Encodings([AudioData([i / 1200 for i in range(1200)])])))
    assert "1200 amostras" in found
    assert "…" in found


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: TextData(["O", "gato"]),
            "TextData: sem ids, cada token é um só caractere; veio “gato”. Dê um número por token em ids",
        ),
        (
            lambda: TextData(["O", "gato"], [1]),
            "TextData: tokens e ids devem ter o mesmo tamanho; vieram 2 e 1",
        ),
        (
            lambda: ImageData([[[1, 2, 3]]]),
            "ImageData.pixels: uma imagem em cores tem três canais; dê um deles, ou a "
            "imagem em tons de cinza",
        ),
        (
            lambda: ImageData([[1, 2], [3]]),
            "ImageData: as linhas da imagem devem ter o mesmo tamanho; vieram linhas de 1 e 2",
        ),
        (lambda: ImageData([[1, 300]]), "ImageData: cada pixel vai de 0 a white (255); veio 300"),
        (
            lambda: Encodings([TextData(["a"]), TextData(["b"])]),
            "Encodings: cada dado tem um nome só seu; “texto” aparece duas vezes",
        ),
        (
            lambda: AudioData([1.0]),
            "AudioData.samples: esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("variant", ["light", "dark"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name, variant):
    chapter = Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])])
    assert [f.finding.message for judged in check(chapter).figures for f in judged.findings] == []
    assert figure(EXAMPLES[name]).draw(variant=variant, width=360).findings == ()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_arrow_meets_the_middle_of_its_vector(name):
    visits = drawn(EXAMPLES[name])
    arrows = [v.rect.center.y for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]
    names = [source.name for source in EXAMPLES[name].sources]
    vectors = [v.rect.center.y for v in visits if isinstance(v.item, Frame) and v.item.name in names]
    assert arrows == pytest.approx(vectors, abs=1.0)


def test_sizes_are_equally_near_their_vectors_and_the_arrows_meet_the_vectors_middles():
    visits = drawn(EXAMPLES["texto, áudio e imagem"])
    vectors = [
        v.rect for v in visits if isinstance(v.item, Frame) and v.item.name in ("texto", "áudio", "imagem")
    ]
    sizes = [
        v.rect
        for v in visits
        if isinstance(v.item, TextBlock) and v.item.text.endswith(("IDs", "amostras", "pixels"))
    ]
    arrows = [v.rect for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]
    gaps = [size.y - vector.bottom for vector, size in zip(vectors, sizes, strict=True)]
    assert gaps == pytest.approx([gaps[0]] * 3)
    assert gaps[0] < 10
    middles = [vector.center.y for vector in vectors]
    assert [arrow.center.y for arrow in arrows] == pytest.approx(middles, abs=0.5)
