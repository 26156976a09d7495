"""The object that an item is drawn as: a thing of its own, or its icon on a large key cap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from infograficos.content.items import IconItem
from infograficos.elements.cap import Cap, cap_ink
from infograficos.elements.icon import Icon
from infograficos.elements.objects.model import Model
from infograficos.elements.objects.pictures import picture
from infograficos.layout import Element

#: The objects that icons of the same things are drawn as.
_OBJECTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("bot", "brain", "layers"), "model"), **{name: name for name in ("database", "gpu")},
    "user": "person",
}  # fmt: skip


def emblem(item: IconItem, size: str = "object") -> Element | None:
    """Return the object of an item: a model, person, chip or database, else its icon on a key cap.

    An item of the model's role without an icon is a model; any other without one has no object.

    Args:
        size: the theme's size of a model; other objects have their own.
    """
    name = item.icon if isinstance(item.icon, str) else ""
    if not item.icon and item.role == "model":
        name = "layers"
    if drawn := _OBJECTS.get(name):
        return Model(role=item.role, size=size) if drawn == "model" else picture(drawn, item.role)
    if not item.icon:
        return None
    return Cap(Icon(item.icon, cap_ink(item.role, "focus"), "person", stroke="accent"), item.role, "focus")
