"""Light and dark colours in one SVG, by a `prefers-color-scheme` media query."""

from __future__ import annotations

from xml.etree import ElementTree

from infograficos.errors import InputError

_PAINTS = ("fill", "stroke")


def embed_dark_colors(light: ElementTree.Element, dark: ElementTree.Element, prefix: str) -> None:
    """Add the colours of a dark SVG to a light one, for readers who prefer dark.

    Viewers without `prefers-color-scheme` show the light colours. SVGs that differ in more than colours raise
    `InputError`.
    """
    elements, others = list(light.iter()), list(dark.iter())
    if list(map(_without_colors, elements)) != list(map(_without_colors, others)):
        raise InputError(
            "o desenho no escuro não é o mesmo que no claro, e não cabe com ele em um só SVG; "
            "grave dois, com “light” e “dark”"
        )
    classes: dict[tuple[str, str], str] = {}
    for element, other in zip(elements, others, strict=True):
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
    # Print stays light.
    style.text = f"@media screen and (prefers-color-scheme:dark){{{rules}}}"
    definitions = root.find("defs")
    if definitions is not None and rules:
        definitions.insert(0, style)


def _without_colors(element: ElementTree.Element) -> object:
    attributes = {name: name if name in _PAINTS else value for name, value in element.attrib.items()}
    return element.tag, element.text, attributes
