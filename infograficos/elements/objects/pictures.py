"""Small pictures by name, of what a stage is about, with the values that they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from infograficos.content.validation_messages import expected_message
from infograficos.elements.objects import data_pictures as data
from infograficos.elements.objects import machine_pictures as machines
from infograficos.elements.objects import model_pictures as models
from infograficos.elements.objects.data_cards import data_cards
from infograficos.elements.objects.person import Person
from infograficos.errors import InputError, look_up
from infograficos.language.portuguese import pluralize
from infograficos.layout import Element

#: A value of a picture: a number of a curve, a word of a vocabulary.
Value = float | str


#: The most rows, columns or tokens in a row, and the most values of a curve.
_MOST_CELLS, _MOST_VALUES = 12, 200


@dataclass(frozen=True, slots=True)
class _Picture:
    """How a picture is drawn, and what values it shows, if it shows any.

    Args:
        draw: takes the role where it has one, and then the values where it shows any.
        default: the values that it shows where none are given.
        counts: the fewest and the most values.
        takes: what the values are.
    """

    draw: Callable[..., Element]
    default: tuple[Value, ...] = ()
    counts: tuple[int, int] = (2, _MOST_VALUES)
    takes: Literal["numbers", "words", "counts"] = "numbers"
    has_role: bool = True

    def element(self, name: str, role: str, values: Sequence[Value]) -> Element:
        """Return the picture; values that do not suit raise `InputError`."""
        path = f"quadro “{name}”"
        if values and not self.default:
            raise InputError(f"{path}: este quadro não mostra valores; tire-os")
        low, high = self.counts
        if values and not low <= len(values) <= high:
            most = pluralize(high, "valor", "valores")
            wanted = f"de {low} a {most}" if low < high else most
            came = "veio 1" if len(values) == 1 else f"vieram {len(values)}"
            raise InputError(f"{path}: dê {wanted}; {came}")
        shown = tuple(self._read(path, value) for value in values) or self.default
        return self.draw(*([role] if self.has_role else []), *([shown] if shown else []))

    def _read(self, path: str, value: Value) -> Value:
        if self.takes == "words":
            return str(value)
        if not isinstance(value, int | float) or not isfinite(value):
            raise InputError(f"{path}: {expected_message('um número', value)}")
        if self.takes == "counts" and value not in range(1, _MOST_CELLS + 1):
            raise InputError(f"{path}: {expected_message(f'um número inteiro de 1 a {_MOST_CELLS}', value)}")
        return value


#: What there is, by its English name.
_PICTURES: Mapping[str, _Picture] = {
    "api": _Picture(machines.draw_gate, has_role=False),
    "attention": _Picture(models.draw_attention, (0.15, 0.6, 0.1, 0.25), (2, 6)),
    "audio": _Picture(data.draw_audio, data.VOICE),
    "balance": _Picture(models.draw_balance, (0.0,), (1, 1)),
    "batch": _Picture(data.draw_batch, (7, 4, 6, 3), (1, 4), "counts"),
    "chat": _Picture(machines.draw_chat, has_role=False),
    "checkpoint": _Picture(models.draw_checkpoint, ("",), (1, 1), "words"),
    "clock": _Picture(machines.draw_clock),
    "cloud": _Picture(data.draw_cloud),
    "code": _Picture(data.draw_code),
    "corpus": _Picture(data.draw_corpus, has_role=False),
    "curve": _Picture(models.draw_curve, models.LOSSES),
    "database": _Picture(data.draw_database),
    "deploy": _Picture(machines.draw_rocket),
    "embedding": _Picture(models.draw_embedding, (0.9, -0.4, 0.2, 0.7), (2, 6)),
    "evaluation": _Picture(models.draw_evaluation, (1, 1, 0), (2, 4)),
    "filter": _Picture(data.draw_filter),
    "gpu": _Picture(machines.draw_processor),
    "image": _Picture(data.draw_image, has_role=False),
    "learning-rate": _Picture(models.draw_curve, models.RATES),
    "lock": _Picture(machines.draw_lock),
    "matrix": _Picture(models.draw_matrix, (4, 6), (2, 2), "counts"),
    "notes": _Picture(data.draw_notes),
    "pairs": _Picture(data_cards, has_role=False),
    "person": _Picture(Person),
    "ranking": _Picture(models.draw_ranking, (0.9, 0.7, 0.45, 0.3), (2, 5)),
    "reuse": _Picture(models.draw_reuse, has_role=False),
    "search": _Picture(data.draw_search),
    "split": _Picture(data.draw_split, (80, 10, 10), (2, 4)),
    "table": _Picture(data.draw_table, (4, 4), (2, 2), "counts"),
    "text": _Picture(data.draw_text),
    "tokens": _Picture(data.draw_tokens, ("12", "7", "53"), (1, 4), "words"),
    "tree": _Picture(machines.draw_tree),
    "tuned": _Picture(models.draw_tuned, has_role=False),
    "vocabulary": _Picture(data.draw_vocabulary, ("o", "rei", "luz"), (1, 3), "words"),
    "vote": _Picture(models.draw_vote, has_role=False),
    "weights": _Picture(models.draw_weights, has_role=False),
}


def picture_names() -> tuple[str, ...]:
    """Return the names of all pictures, in alphabetical order."""
    return tuple(_PICTURES)


def picture(name: str, role: str = "model", values: Sequence[Value] = ()) -> Element:
    """Return a small picture, at most 152 units wide and 70 high.

    Args:
        name: what it shows, such as `curve` or `database`.
        role: its colour role; a picture of things with colours of their own has none.
        values: what it shows where it shows values: the numbers of a `curve`, `learning-rate`, `audio`,
            `ranking` or `embedding`, the shares of a `split`, the weights of an `attention`, the words of
            `tokens` or a `vocabulary`, the rows and columns of a `table` or `matrix`, the lengths of a
            `batch`, the step of a `checkpoint`, how far a `balance` tilts (−1 to 1), and for an
            `evaluation` 1 for each test that is passed and 0 for others.
    """
    return look_up("o quadro", name, _PICTURES).element(name, role, values)
