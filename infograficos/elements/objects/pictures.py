"""Small pictures by name, of what a stage is about, with the values that they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from infograficos.content.data.picture_values import PICTURES, Value
from infograficos.elements.objects import data_pictures as data
from infograficos.elements.objects import machine_pictures as machines
from infograficos.elements.objects import model_pictures as models
from infograficos.elements.objects.data_cards import draw_pairs
from infograficos.elements.objects.drawn import Drawn
from infograficos.elements.objects.model import Model
from infograficos.elements.objects.person import Person
from infograficos.elements.objects.plate import Plate
from infograficos.elements.row import Row
from infograficos.errors import look_up
from infograficos.layout import Element


@dataclass(frozen=True, slots=True)
class _Drawing:
    """How a picture is drawn.

    Args:
        draw: takes the role where it has one, and then the values where it shows any.
        default: the values that it shows where none are given; without them it is drawn without any.
    """

    draw: Callable[..., Element]
    default: tuple[Value, ...] = ()
    has_role: bool = True

    def element(self, role: str, values: Sequence[Value]) -> Element:
        """Return the picture of values that suit it."""
        shown = values or self.default
        return self.draw(*([role] if self.has_role else []), *([shown] if shown else []))


#: How what there is is drawn, by its English name.
_DRAWINGS: Mapping[str, _Drawing] = {
    "accumulation": _Drawing(data.draw_accumulation, (6, 3)),
    "api": _Drawing(machines.draw_gate, has_role=False),
    "attention": _Drawing(models.draw_attention, (0.15, 0.6, 0.1, 0.25)),
    "audio": _Drawing(data.draw_audio, data.VOICE),
    "balance": _Drawing(models.draw_balance, (0.0,)),
    "batch": _Drawing(data.draw_batch, (7, 4, 6, 3)),
    "chat": _Drawing(machines.draw_chat, has_role=False),
    "checkpoint": _Drawing(models.draw_checkpoint, ("",)),
    "clock": _Drawing(machines.draw_clock),
    "cloud": _Drawing(data.draw_cloud),
    "code": _Drawing(data.draw_code),
    "corpus": _Drawing(data.draw_corpus, has_role=False),
    "curve": _Drawing(models.draw_curve, models.LOSSES),
    "database": _Drawing(data.draw_database),
    "deploy": _Drawing(machines.draw_rocket),
    "embedding": _Drawing(models.draw_embedding, (0.9, -0.4, 0.2, 0.7)),
    "evaluation": _Drawing(models.draw_evaluation),
    "filter": _Drawing(data.draw_filter),
    "gpu": _Drawing(machines.draw_processor),
    "heads": _Drawing(models.draw_heads, (4, 16)),
    "image": _Drawing(data.draw_image, has_role=False),
    "learning-rate": _Drawing(models.draw_curve, models.RATES),
    "lock": _Drawing(machines.draw_lock),
    "matrix": _Drawing(models.draw_matrix, (4, 6)),
    "notes": _Drawing(data.draw_notes),
    "pairs": _Drawing(draw_pairs, has_role=False),
    "person": _Drawing(Person),
    "ranking": _Drawing(models.draw_ranking, (0.9, 0.7, 0.45, 0.3)),
    "reuse": _Drawing(models.draw_reuse, has_role=False),
    "search": _Drawing(data.draw_search),
    "split": _Drawing(data.draw_split),
    "table": _Drawing(data.draw_table, (4, 4)),
    "text": _Drawing(data.draw_text),
    "tokens": _Drawing(data.draw_tokens),
    "tree": _Drawing(machines.draw_tree),
    "tuned": _Drawing(models.draw_tuned, ("",), has_role=False),
    "vocabulary": _Drawing(data.draw_vocabulary),
    "vote": _Drawing(models.draw_vote, has_role=False),
    "weights": _Drawing(models.draw_weights),
}


def picture_names() -> tuple[str, ...]:
    """Return the names of all pictures, in alphabetical order."""
    return tuple(_DRAWINGS)


def picture(name: str, role: str = "model", values: Sequence[Value] = (), scale: float = 1.0) -> Element:
    """Return a small picture, by default at most 152 units wide and 70 high.

    Args:
        name: what it shows, such as `curve` or `database`.
        role: its colour role; a picture of things with colours of their own has none.
        values: what it shows where it shows values: the numbers of a `curve`, `learning-rate`, `audio`,
            `ranking` or `embedding`, there perhaps after a word, the shares of a `split`, the weights of an
            `attention`, the words of `tokens` or a `vocabulary`, the question and the answer of `pairs`, the
            rows and columns of a `table` or `matrix`, the lengths of a `batch`, how many examples a GPU takes
            at once in an `accumulation` and how often, how many `heads` there are and how many numbers each
            has, perhaps after a word, the step of a `checkpoint`, what a `tuned` model says, how far a
            `balance` tilts (−1 to 1), and for an `evaluation` 1 for each test that is passed, else 0.
        scale: how much larger it is, but for its words.
    """
    shown = look_up("o quadro", name, PICTURES).read(name, values)
    return _enlarge(_DRAWINGS[name].element(role, shown), scale)


def _enlarge(element: Element, scale: float) -> Element:
    if isinstance(element, Drawn):
        return replace(element, scale=scale)
    if isinstance(element, Model | Plate | Person):
        return replace(element, share=element.share * scale)
    if isinstance(element, Row):
        return replace(element, children=tuple(_enlarge(each, scale) for each in element.children))
    return element
