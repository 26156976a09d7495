"""The symbol of a thing: a small picture, or an icon on a key cap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from infograficos.content.data.icon_file import IconSource
from infograficos.content.data.picture_values import PICTURES, Value
from infograficos.content.items import IconItem
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import Cap
from infograficos.elements.flow import Spacer
from infograficos.elements.icon import Icon
from infograficos.elements.objects.model import Model
from infograficos.elements.objects.person import Person
from infograficos.elements.objects.pictures import picture
from infograficos.language.texts import current_language
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed

#: The height of a symbol's field, in units: that of the highest picture.
_FIELD = 73.0

#: The size of a person and of a model beside a few words, in times that of usual ones.
_SMALL_PERSON, _SMALL_MODEL = 0.66, 0.75

#: The objects that icons of the same things are drawn as.
_OBJECTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("bot", "brain", "layers"), "model"), **{name: name for name in ("database", "gpu")},
    "user": "person",
}  # fmt: skip


@checked_dataclass
class Symbol:
    """A picture or an icon on the ground of a field as high as that of every other symbol.

    Args:
        name: the name of a picture or an icon, or a file of one's own; nothing leaves the field free.
        role: its colour role.
        values: what a picture shows that shows values, as `picture` says.
    """

    name: IconSource
    role: str = "model"
    values: tuple[Value, ...] = ()

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the symbol in the middle of the width."""
        drawn = layouter.layout(draw_symbol(self.name, self.role, self.values), Limits())
        size = Size(max(drawn.size.width, limits.min_width), max(drawn.size.height, _FIELD))
        at = Point((size.width - drawn.size.width) / 2, size.height - drawn.size.height)
        return Frame(size, (Placed(at, drawn),))


def draw_symbol(
    name: IconSource, role: str = "model", values: Sequence[Value] = (), scale: float = 1.0
) -> Element:
    """Return a picture or an icon, the same one each time, so that it is laid out once a figure.

    Args:
        name: the name of a picture or an icon, or a file of one's own; without one nothing is drawn.
        role: its colour role.
        values: what a picture shows that shows values, as `picture` says.
        scale: how much larger a picture is; an icon then has more or less room on its key cap.
    """
    return _draw(name, role, tuple(values), scale, current_language().code)


@lru_cache(maxsize=64)
def _draw(name: IconSource, role: str, values: tuple[Value, ...], scale: float, _language: str) -> Element:
    if isinstance(name, str) and name in PICTURES:
        return picture(name, role, values, scale)
    if not name:
        return Spacer()
    padding = "tiny" if scale == 1.0 else "small" if scale > 1.0 else "hair"
    size = "disc" if scale >= 1.0 else "icon"
    return Cap(Icon(name, "ink", size), role, "focus", padding, padding)


def emblem(item: IconItem, size: str = "object") -> Element | None:
    """Return the object of an item: a model, person, chip or database, else its icon on a large key cap.

    An item of the model's role without an icon is a model; any other without one has no object.

    Args:
        size: the theme's size of a model; other objects have their own.
    """
    name = item.icon if isinstance(item.icon, str) else ""
    if not item.icon and item.role == "model":
        name = "layers"
    if drawn := _OBJECTS.get(name):
        return Model(role=item.role, size=size) if drawn == "model" else picture(drawn, item.role)
    return Cap(Icon(item.icon, "ink", "person", stroke="accent"), item.role, "focus") if item.icon else None


def small_emblem(item: IconItem) -> Element | None:
    """Return the object of an item in the size of a few words: a person, a model, or its icon on a key cap.

    As with `emblem`, an item of the model's role without an icon is a model.
    """
    name = item.icon if isinstance(item.icon, str) else ""
    if name == "user":
        return Person(item.role, share=_SMALL_PERSON)
    if _OBJECTS.get(name) == "model" or (not item.icon and item.role == "model"):
        return Model(role=item.role, size="object_small", share=_SMALL_MODEL)
    return Cap(Icon(item.icon, "ink", "icon"), item.role, "focus", "tiny", "tiny") if item.icon else None
