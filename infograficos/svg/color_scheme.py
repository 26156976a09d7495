"""One picture for both papers: the light one, and its colours where a reader's system is dark."""

from __future__ import annotations

from xml.etree import ElementTree

from infograficos.errors import InputError

_PAINTS = ("fill", "stroke")


def embed_dark_colors(light: ElementTree.Element, dark: ElementTree.Element, prefix: str) -> None:
    """Give a light picture the colours of the dark one, for readers whose system is dark.

    The light colours stay where they are written: a viewer that knows no `prefers-color-scheme` shows them.
    Pictures that differ in more than colours raise `InputError`.
    """
    elements, others = list(light.iter()), list(dark.iter())
    if len(elements) != len(others):
        raise _unequal()
    classes: dict[tuple[str, str], str] = {}
    for element, other in zip(elements, others, strict=True):
        _refuse_unequal(element, other)
        changed = [
            (paint, other.get(paint, "")) for paint in _PAINTS if element.get(paint) != other.get(paint)
        ]
        names = [classes.setdefault(change, f"{prefix}-{len(classes)}") for change in changed]
        if names:
            element.set("class", " ".join(names))
    _add_style(light, classes)


def _add_style(root: ElementTree.Element, classes: dict[tuple[str, str], str]) -> None:
    rules = "".join(f".{name}{{{paint}:{value}}}" for (paint, value), name in classes.items())
    style = ElementTree.Element("style", {"type": "text/css"})
    # Printed paper is light, whatever the screen was.
    style.text = f"@media screen and (prefers-color-scheme:dark){{{rules}}}"
    definitions = root.find("defs")
    if definitions is not None and rules:
        definitions.insert(0, style)


def _refuse_unequal(element: ElementTree.Element, other: ElementTree.Element) -> None:
    if _drawn(element) != _drawn(other):
        raise _unequal()


def _drawn(element: ElementTree.Element) -> object:
    attributes = {name: name if name in _PAINTS else value for name, value in element.attrib.items()}
    return element.tag, element.text, attributes


def _unequal() -> InputError:
    return InputError(
        "o desenho no escuro não é o mesmo que no claro, e não cabe com ele em um só SVG; "
        "grave dois, com “light” e “dark”"
    )
