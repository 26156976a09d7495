"""The small pictures of stages by their names, and what values each of them can show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from infograficos.content.validation_messages import expected_message
from infograficos.errors import InputError
from infograficos.language.messages import message

#: How a model is drawn: as it was, with all weights moved, with none moved, with thin plates of new weights
#: beside them, or without any weights yet.
ModelState = Literal["base", "tuned", "frozen", "lora", "outline"]

#: A value of a picture: a number of a curve, a word of a vocabulary.
Value = float | str

#: The most numbers that a head has, of up to as many heads.
_MOST_IN_HEAD = 128

#: The most rows, columns or tokens in a row, the most values of a curve, the most numbers of a vector, and
#: the most characters of a word.
_MOST_CELLS, _MOST_VALUES, _MOST_NUMBERS, _MOST_LETTERS = 12, 200, 4096, 12


@dataclass(frozen=True, slots=True)
class PictureValues:
    """What values a picture shows, if it shows any.

    Args:
        least: the fewest of them, besides a word.
        most: how many at most.
        takes: what they are; amounts are not below 0.
        largest: the largest count.
        has_word: whether a word may stand before the others.
    """

    least: int = 0
    most: int = 0
    takes: Literal["numbers", "amounts", "words", "counts"] = "numbers"
    largest: int = _MOST_CELLS
    has_word: bool = False

    def read(self, name: str, values: Sequence[Value]) -> tuple[Value, ...]:
        """Return the values of a picture, words as texts; those that do not suit raise `InputError`."""
        if values and not self.most:
            raise InputError("quadro “{name}”: este quadro não mostra valores; tire-os", name=name)
        count = len(values) - (self.has_word and isinstance(next(iter(values), None), str))
        if values and not self.least <= count <= self.most:
            raise _refusal(name, self._count_message(count))
        return tuple(self._read(name, value, i) for i, value in enumerate(values))

    def _count_message(self, found: int) -> str:
        came = message(("veio {count}", "vieram {count}"), found)
        if self.least < self.most:
            return message(
                "dê de {least} a {most} valores; {came}", least=self.least, most=self.most, came=came
            )
        return message(("dê {count} valor; {came}", "dê {count} valores; {came}"), self.most, came=came)

    def _read(self, name: str, value: Value, place: int) -> Value:
        is_word = self.has_word and place == 0 and isinstance(value, str)
        if self.takes == "words" or is_word:
            text = value if isinstance(value, str) else f"{value:.12g}"
            if len(text) > _MOST_LETTERS:
                raise _refusal(
                    name, expected_message("um texto de no máximo {most} letras", text, most=_MOST_LETTERS)
                )
            return text
        if not isinstance(value, int | float) or not isfinite(value):
            raise _refusal(name, expected_message("um número", value))
        if self.takes == "counts":
            if value not in range(1, self.largest + 1):
                raise _refusal(
                    name, expected_message("um número inteiro de 1 a {most}", value, most=self.largest)
                )
            return int(value)
        if value < 0 and self.takes == "amounts":
            raise _refusal(name, expected_message("um número maior ou igual a {ge}", value, ge=0))
        return value


def _refusal(name: str, problem: str) -> InputError:
    return InputError("quadro “{name}”: {problem}", name=name, problem=problem)


_NONE, _CURVE = PictureValues(), PictureValues(2, _MOST_VALUES, "amounts")
_SHAPE = PictureValues(2, 2, "counts")

#: What there is, by its English name.
PICTURES: Mapping[str, PictureValues] = {
    "accumulation": _SHAPE,
    "api": _NONE,
    "attention": PictureValues(2, 6, "amounts"),
    "audio": PictureValues(2, _MOST_VALUES),
    "balance": PictureValues(1, 1),
    "batch": PictureValues(1, 4, "counts"),
    "chat": _NONE,
    "checkpoint": PictureValues(1, 1, "words"),
    "clock": _NONE,
    "cloud": _NONE,
    "code": _NONE,
    "corpus": _NONE,
    "curve": _CURVE,
    "database": _NONE,
    "deploy": _NONE,
    "embedding": PictureValues(1, _MOST_NUMBERS, has_word=True),
    "evaluation": PictureValues(2, 4),
    "filter": _NONE,
    "gpu": _NONE,
    "heads": PictureValues(2, 2, "counts", _MOST_IN_HEAD, has_word=True),
    "image": _NONE,
    "learning-rate": _CURVE,
    "lock": _NONE,
    "matrix": _SHAPE,
    "notes": _NONE,
    "pairs": PictureValues(2, 2, "words"),
    "person": _NONE,
    "ranking": PictureValues(2, 5, "amounts"),
    "reuse": _NONE,
    "search": _NONE,
    "split": PictureValues(2, 4, "amounts"),
    "table": _SHAPE,
    "text": _NONE,
    "tokens": PictureValues(1, 4, "words"),
    "tree": _NONE,
    "tuned": PictureValues(1, 1, "words"),
    "vocabulary": PictureValues(1, 3, "words"),
    "vote": _NONE,
    "weights": _NONE,
}
