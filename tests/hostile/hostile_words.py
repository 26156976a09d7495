"""Texts that mean something to a browser, a parser or a template, and those that no text may be."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

from infograficos import Chapter, Figure
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.elements import Text

#: Markup in some language; to a reader they are words like others.
MARKUP = {
    "script": "<script>alert(1)</script>",
    "handler": '"><img src=x onerror=alert(1)>',
    "quotes": "x' onload='alert(1)",
    "closers": "</desc></title></svg><script>alert(1)</script>",
    "cdata": "]]><script>alert(1)</script>",
    "comment": "--> <!-- -- <script>alert(1)</script>",
    "template": "{{ 7*7 }} {% raw %} ${alert(1)}",
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt; &amp;",
    "link": "[x](javascript:alert(1)) javascript:alert(1)",
    "reference": "![x][y] <javascript:alert(1)> \\<b>",
    "backtick": "a ` b `` c ``` <script>alert(1)</script>",
    "marker": "<!-- /infograficos --> <!-- infograficos: 01 -->",
    "slash": "/Type /Catalog",
    "brackets": "(a) \\) <</S /JavaScript>>",
}

#: What stands in no text: the piece, and what is said of it.
REFUSED = {
    "nul": ("\0", "caractere de controle (U+0000)"),
    "escape": ("\x1b[31m", "caractere de controle (U+001B)"),
    "csi": ("\x9b31m", "caractere de controle (U+009B)"),
    "return": ("\r", "caractere de controle (U+000D)"),
    "half": ("\ud800", "sem metades de caracteres"),
    "half of a byte": ("\udcff", "sem metades de caracteres"),
    "no character": ("\ufffe", "código que não é caractere (U+FFFE)"),
    "none of plane 1": ("\U0001ffff", "código que não é caractere (U+1FFFF)"),
    "override": ("\u202e", "caractere que muda a ordem da leitura (U+202E)"),
    "isolate": ("\u2066", "caractere que muda a ordem da leitura (U+2066)"),
}

#: Where a figure and its chapter have words of their own.
OF_FIGURES = ("title", "headline", "subtitle", "section", "description")
OF_CHAPTERS = ("title", "series")

PIPELINE = Pipeline([Stage("Um", "chat", "model"), Stage("Dois", "chat", "model")])


class Saying:
    """A kind of figure of an author's own, which checks nothing of what it says."""

    def __init__(self, words: str, said: str = "") -> None:
        self.words, self.said = words, said

    def body(self):
        return Text(self.words)

    def describe(self):
        return self.said or self.words


def hostile_figure(number: int, text: str) -> Figure:
    """A figure all of whose words are one text."""
    words = dict.fromkeys(OF_FIGURES, text)
    return Figure(number=number, name=f"f{number}", content=Saying(text), **words)


def said_figure(number: int, text: str) -> Figure:
    """A figure that says a text in all that is not drawn, so that the text may be of any length."""
    return Figure(number, f"f{number}", "T", "H", Saying("palavras", text), section=text, description=text)


def hostile_chapter() -> Chapter:
    """A chapter with a figure for each text of `MARKUP`."""
    figures = [hostile_figure(number, text) for number, text in enumerate(MARKUP.values(), 1)]
    everything = MARKUP["script"]
    return Chapter(1, everything, figures, series=everything)


def text_places(value: object, place: tuple = ()) -> list[tuple]:
    """The ways to all texts in a content."""
    if isinstance(value, str):
        return [place]
    if is_dataclass(value):
        inner = [(each.name, getattr(value, each.name)) for each in fields(value) if each.init]
    elif isinstance(value, list | tuple):
        inner = list(enumerate(value))
    else:
        inner = list(value.items()) if isinstance(value, dict) else []
    return [found for name, each in inner for found in text_places(each, (*place, name))]


def with_text(value: object, place: tuple, text: str) -> object:
    """A content with another text in one place."""
    if not place:
        return text
    first, *rest = place
    if is_dataclass(value):
        return replace(value, **{first: with_text(getattr(value, first), rest, text)})
    if isinstance(value, dict):
        return {**value, first: with_text(value[first], rest, text)}
    return [with_text(each, rest, text) if at == first else each for at, each in enumerate(value)]
