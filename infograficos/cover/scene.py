"""The scene of a cover: one large object of the chapter, and beside a tuned model what it learned from."""

from __future__ import annotations

from collections.abc import Mapping

from infograficos.content.data.picture_values import ModelState
from infograficos.cover.scaling import replace_text_with_bars, scale_frame
from infograficos.elements.cap import Cap
from infograficos.elements.flow import Spacer
from infograficos.elements.icon import Icon
from infograficos.elements.objects.balloon import Balloon
from infograficos.elements.objects.model import Model
from infograficos.elements.objects.pictures import picture, picture_names
from infograficos.elements.row import Column, Row
from infograficos.errors import look_up
from infograficos.language.grammar import phrase
from infograficos.language.texts import mark_text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed

#: The states of a model that a cover may show, each with how the alternative text calls it.
_MODELS: Mapping[ModelState, str] = {
    "base": mark_text("um modelo"),
    "tuned": mark_text("um modelo ajustado, que acerta a resposta"),
    "frozen": mark_text("um modelo congelado"),
    "lora": mark_text("um modelo congelado, com pesos novos ao lado"),
}

#: The fewest and the most plates of a model on a cover; and how high it is without plates, and how much
#: higher with each, in times its width.
_FEWEST, _MOST, _TOP, _PLATE = 5, 7, 0.5, 0.19

#: The narrowest room with things beside the model, and the share of it that these take.
_WIDE, _BESIDE = 150.0, 0.36

#: The gap between the model and what is beside it, as a share of the room.
_GAP = 0.05


def object_names() -> tuple[str, ...]:
    """Return the names of what a cover may show."""
    return (*_MODELS, *(name for name in picture_names() if name not in _MODELS))


def describe_object(name: str) -> str:
    """Return what the object is called in the alternative text."""
    names = {str(state): words for state, words in _MODELS.items()}
    return phrase(names[name]) if name in names else phrase("o quadro “{name}”", name=name)


def draw_scene(name: str, room: Size, layouter: Layouter, shade: str) -> Frame:
    """Return an object without its words, as large as the room; an unknown name raises `InputError`.

    Args:
        shade: the colour of the shade around it.
    """
    look_up("o objeto", name, dict.fromkeys(object_names()))
    states: Mapping[str, ModelState] = {state: state for state in _MODELS}
    if name not in states:
        return _fill(picture(name), room, layouter)
    if name != "tuned" or room.width < _WIDE:
        return _fill(_model(states[name], room, shade), room, layouter)
    beside = _fill(_answer(), Size(_BESIDE * room.width, room.height), layouter)
    rest = Size(room.width - beside.size.width - _GAP * room.width, room.height)
    model = _fill(_model("tuned", rest, shade), rest, layouter)
    height = max(model.size.height, beside.size.height)
    items = (
        Placed(Point(0.0, height - model.size.height), model),
        Placed(Point(model.size.width + _GAP * room.width, 0.0), beside),
    )
    return Frame(Size(model.size.width + _GAP * room.width + beside.size.width, height), items)


def _model(state: ModelState, room: Size, shade: str) -> Element:
    """Return a model with as many plates as make it as high as the room."""
    plates = int((room.height / room.width - _TOP) / _PLATE)
    return Model(state, max(_FEWEST, min(_MOST, plates)), shade=shade)


def _fill(element: Element, room: Size, layouter: Layouter) -> Frame:
    """Return an element without its words, as large as the room."""
    frame = replace_text_with_bars(layouter.layout(element, Limits(room.width)), layouter.look)
    return scale_frame(frame, min(room.width / frame.size.width, room.height / frame.size.height))


def _answer() -> Element:
    """Return the right answer on a balloon, and below it the tokens of a request and of its answer."""
    right = Balloon(Icon("check", "paper", "disc"), "response", solid=True, padding="tiny")
    caps = (
        Cap(Spacer(), "instruction", side="large"),
        Cap(Spacer(), "instruction", side="link"),
        Cap(Spacer(), "response", "focus", side="medium"),
    )
    return Column((right, Column(tuple(Row((cap,)) for cap in caps), "tiny")), "large")
