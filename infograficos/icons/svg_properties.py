"""Style properties of an SVG's elements: attributes, simple rules of a stylesheet, and `style`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import tinycss2

from infograficos.icons.svg_tree import Node, SvgError, shorten
from infograficos.language.messages import mark_message, message

Properties = dict[str, str]

#: A selector of every element, of one kind, of a class or of an id, in this order of weight.
_SELECTOR = re.compile(r"\*|([a-zA-Z]+)|\.([\w-]+)|#([\w-]+)")

_FOR_DARK = re.compile(r"prefers-color-scheme\s*:\s*dark")

#: Each is asked of each element.
_MAX_RULES = 300

_ADVICE = mark_message("ponha fill e stroke nos elementos (no Illustrator, “Atributos de apresentação”)")


class _Rule(NamedTuple):
    weight: int
    name: str
    properties: Properties


class Stylesheet:
    """The rules of an SVG's `style` elements; others than simple ones raise `SvgError`."""

    def __init__(self, root: Node) -> None:
        rules = (rule for node in root.walk() if node.tag == "style" for rule in _rules(node))
        self._rules = sorted(islice(rules, _MAX_RULES + 1), key=lambda rule: rule.weight)
        if len(self._rules) > _MAX_RULES:
            advice = message(_ADVICE)
            raise SvgError("<style> tem mais de {most} regras; {advice}", most=_MAX_RULES, advice=advice)

    def properties(self, node: Node) -> Properties:
        """Return an element's properties: its attributes, what rules say of it, then its `style`."""
        found = {name: value.strip() for name, value in node.attributes.items() if " " not in name}
        names = ([""], [node.tag], node.attributes.get("class", "").split(), [node.attributes.get("id", "")])
        for rule in self._rules:
            if rule.name in names[rule.weight]:
                found |= rule.properties
        return found | _declared(node.attributes.get("style", ""), node.line)


def _rules(node: Node) -> Iterator[_Rule]:
    for rule in tinycss2.parse_stylesheet(node.text, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and _FOR_DARK.search(tinycss2.serialize(rule.prelude)):
            continue  # a figure has its own dark variant
        if rule.type != "qualified-rule":
            raise SvgError(
                "<style> tem mais que regras simples; {advice}", node.line, advice=message(_ADVICE)
            )
        properties = _declared(tinycss2.serialize(rule.content), node.line)
        for selector in tinycss2.serialize(rule.prelude).split(","):
            found = _SELECTOR.fullmatch(selector.strip())
            if not found:
                raise SvgError(
                    "<style> tem a regra “{rule}”, que não é simples; {advice}",
                    node.line,
                    rule=shorten(selector),
                    advice=message(_ADVICE),
                )
            yield _Rule(found.lastindex or 0, found[found.lastindex] if found.lastindex else "", properties)


def _declared(text: str, line: int) -> Properties:
    """Return the properties of a list of declarations, whose names are in small letters."""
    found = {}
    for each in tinycss2.parse_declaration_list(text, skip_comments=True, skip_whitespace=True):
        if each.type != "declaration":
            raise SvgError(
                "“{text}” não é um estilo; esperado algo como “fill:#123456”", line, text=shorten(text)
            )
        found[each.lower_name] = tinycss2.serialize(each.value).strip()
    if "transform" in found:
        raise SvgError("“transform” está no estilo; ponha-o como atributo do elemento", line)
    return found
