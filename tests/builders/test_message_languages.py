"""Errors of content are in the author's language: what was expected, what came, and the nearest name."""

from __future__ import annotations

import pytest

from infograficos.builders import Alignment, Bars, Cards, Formula, LossMask, Matrix, Photo, Shift, Table
from infograficos.content.data.icon_file import read_icon
from infograficos.content.own_words import validate_words
from infograficos.errors import InputError
from infograficos.language.messages import VARIABLE

WRONG = {
    "unknown field": (lambda: Shift(tokns=["a"]), {
        "en": "Shift.tokens: this value is missing\nShift.tokns does not exist; did you mean “tokens”?",
        "es": "Shift.tokens: falta este valor\nShift.tokns no existe; ¿quisiste decir “tokens”?",
    }),
    "lengths": (lambda: Shift(tokens=["a", "b"], ids=[1]), {
        "en": "Shift: tokens and ids must have the same length; got 2 and 1",
        "es": "Shift: tokens e ids deben tener el mismo tamaño; se recibieron 2 y 1",
    }),
    "limits": (lambda: Shift(tokens=["a" * 25], ids=[-1]), {
        "en": "Shift.tokens[0]: expected a string of at most 24 characters, got one of 25\n"
        "Shift.ids[0]: expected a number of at least 0, got -1",
        "es": "Shift.tokens[0]: se esperaba un texto de 24 caracteres como máximo, y se recibió uno de 25\n"
        "Shift.ids[0]: se esperaba un número mayor o igual que 0, y se recibió -1",
    }),
    "counts": (lambda: Cards(items=[]), {
        "en": "Cards.items: expected a list of at least 2 items, got an empty list",
        "es": "Cards.items: se esperaba una lista de al menos 2 elementos, y se recibió una lista vacía",
    }),
    "union": (lambda: Matrix(values=[[1]], mask=[[2]]), {
        "en": "Matrix.mask[0][0]: expected true or false or a string, got 2",
        "es": "Matrix.mask[0][0]: se esperaba true o false o un texto, y se recibió 2",
    }),
    "characters": (lambda: Bars(values={"a\x1b": 1}), {
        "en": "Bars.values: the text has a control character (U+001B); delete it",
        "es": "Bars.values: el texto tiene un carácter de control (U+001B); bórralo",
    }),
    "choice": (lambda: Alignment(source=["a"], target=["b"]), {
        "en": "Alignment: give either weights or pairs, and only one of them",
        "es": "Alignment: indica uno, y solo uno, de estos dos: weights, pairs",
    }),
    "column": (lambda: Table(rows=[{"a": 1}, {"b": 2}]), {
        "en": "Table.rows: the columns are those of the first row; the column “b” does not exist; the valid "
        "names are: “a”",
        "es": "Table.rows: las columnas son las de la primera fila; la columna “b” no existe; los nombres "
        "válidos son: “a”",
    }),
    "picture": (lambda: Cards(items=[{"name": "a", "role": "b", "icon": "gppu"}]), {
        "en": "Cards.items[0].icon: the picture or icon “gppu” does not exist; did you mean “gpu”?",
        "es": "Cards.items[0].icon: la imagen o el icono “gppu” no existe; ¿quisiste decir “gpu”?",
    }),
    "own words": (lambda: validate_words(Shift, {"input": "{quem"}), {
        "en": "words: in “input”, “{quem” has an unpaired brace; write “{{”",
        "es": "words: en “input”, “{quem” tiene una llave sin pareja; escribe “{{”",
    }),
    "two counts": (lambda: Table(rows=[[1, 2]], columns=["a"]), {
        "en": "Table: row 1 has 2 values for 1 column",
        "es": "Table: la fila 1 tiene 2 valores para 1 columna",
    }),
    "large number": (lambda: Bars(values={"a": 1e13}), {
        "en": "Bars.values: “a”: the value is beyond 1,000,000,000,000; change the unit",
        "es": "Bars.values: “a”: el valor supera 1\u00a0000\u00a0000\u00a0000\u00a0000; cambia la unidad",
    }),
    "bytes": (lambda: Photo(image=b"\x89PNG\r\n\x1a\n" + bytes(2_050_000), alt="a"), {
        "en": "Photo.image: the image is 2.1 MB; expected at most 2.0 MB: shrink it first",
        "es": "Photo.image: la imagen pesa 2,1 MB; se esperaba hasta 2,0 MB: redúcela antes",
    }),
    "arguments": (lambda: LossMask.from_batch([5, 6, 7], [6, 7, -100], [0.1, 0.2, 0.3]), {
        "en": "from_batch: the labels are already shifted, each is the next ID: labels[0] is 6, as is "
        "input_ids[1]. Here each label is the ID of its own token: give labels=[-100, *labels[:-1]], "
        "losses=losses[:-1], and shifted=True",
        "es": "from_batch: los labels ya vienen desplazados, cada uno es el ID siguiente: labels[0] es 6, "
        "como input_ids[1]. Aquí cada label es el ID de su propio token: pasa labels=[-100, *labels[:-1]], "
        "losses=losses[:-1] y shifted=True",
    }),
    "formula": (lambda: Formula(formula="a_{b", terms=[]), {
        "en": "Formula.formula: the brace “{” was not closed (position 3)\n    a_{b\n      ^",
        "es": "Formula.formula: la llave “{” no se cerró (posición 3)\n    a_{b\n      ^",
    }),
    "drawing": (lambda: read_icon(b"<svg viewBox='0 0 1 1'>\n<text/></svg>"), {
        "en": "the image, line 2: <text> cannot be redrawn; convert the text to curves (in Inkscape, Path › "
        "Object to Path)",
        "es": "la imagen, línea 2: <text> no se puede redibujar; convierte el texto en curvas (en Inkscape, "
        "Trayecto › Objeto a trayecto)",
    }),
    "icon by its words": (lambda: read_icon("rocket-ship-launch-pad"), {
        "en": "the icon “rocket-ship-launch-pad” does not exist; did you mean “rocket”?",
        "es": "el icono “rocket-ship-launch-pad” no existe; ¿quisiste decir “rocket”?",
    }),
}  # fmt: skip


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("case", WRONG)
def test_an_error_is_in_the_language_of_messages(monkeypatch, case, code):
    make, messages = WRONG[case]
    monkeypatch.setenv(VARIABLE, code)
    with pytest.raises((InputError, ValueError)) as error:
        make()
    assert str(error.value) == messages[code]
