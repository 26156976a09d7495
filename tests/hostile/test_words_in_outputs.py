"""Every word of figures and chapters, in every output that can be parsed: it arrives, and as a word."""

from __future__ import annotations

import ast
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import import_module

import pytest
from hostile_words import (
    MARKUP,
    OF_CHAPTERS,
    OF_FIGURES,
    PIPELINE,
    REFUSED,
    Saying,
    hostile_chapter,
    hostile_figure,
    said_figure,
)
from lxml import etree
from markdown_it import MarkdownIt
from refusals import refusal

from infograficos import Chapter, Figure
from infograficos.cli.check import checklist
from infograficos.cli.list import figure_list
from infograficos.cover import cover
from infograficos.publish import PLATFORMS, Publication, pick_platform, update_article
from infograficos.publish.readme import chapter_readme
from infograficos.report import check
from infograficos.text.markup import plain_text

SVG = "{http://www.w3.org/2000/svg}"
BASE = "https://artigo.test/dist"

every_text = pytest.mark.parametrize("name", MARKUP)


def line(text: str) -> str:
    return " ".join(plain_text(text).split())


class Seen(HTMLParser):
    """What a browser makes of HTML: tags, attributes, words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.words = [], [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words += data


def harmless(html: str, text: str) -> str:
    """The words of HTML, without any tag, attribute or address that a text could have made."""
    seen = Seen(html)
    assert not {"script", "iframe", "object", "embed"} & set(seen.tags)
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    addresses = [value for name, value in seen.attributes if name in ("href", "src", "srcset")]
    assert not [address for address in addresses if ":" in address and not address.startswith(BASE)]
    return " ".join(seen.words.split())


def snippet(platform: str, text: str) -> str:
    base = BASE if platform == "devto" else None
    return Publication(pick_platform(platform), base=base).article_lines(said_figure(3, text))


@every_text
@pytest.mark.parametrize("mode", ["outlined", "live"])
def test_an_svg_says_it_and_holds_no_other_element(name, mode):
    figure = hostile_figure(3, MARKUP[name])
    root = etree.fromstring(figure.draw().svg(mode, force=True).encode())
    title, alt = root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")
    assert " ".join(title.split()) == line(f"{MARKUP[name]}: {MARKUP[name]}")
    assert alt == figure.alt
    assert not {"script", "a", "foreignObject", "image"} & {
        each.tag.removeprefix(SVG) for each in root.iter()
    }


@every_text
def test_html_says_it(name):
    for platform in ("html", "github"):
        words = harmless(snippet(platform, MARKUP[name]), MARKUP[name])
        assert line(MARKUP[name]) in words


@every_text
@pytest.mark.parametrize("platform", ["devto", "mkdocs", "github", "html", "medium", "notebook"])
def test_markdown_says_it(name, platform):
    # Python-Markdown reads what stands in mkdocs' `<figure markdown>` as Markdown.
    lines = snippet(platform, MARKUP[name]).replace('<figure markdown="span">', "").replace("</figure>", "")
    html = MarkdownIt("commonmark").render(f"Antes.\n\n{lines}\n\nDepois *dela*.\n")
    words = harmless(html, MARKUP[name])
    assert line(MARKUP[name]) in words
    assert "Depois dela." in words
    assert html.count("<em>") == 1


@every_text
def test_a_notebooks_lines_are_two_statements(name):
    fence, lines = snippet("notebook", MARKUP[name]).split("\n", 1)
    assert len(ast.parse(lines.removesuffix(fence.removesuffix("python"))).body) == 2


def test_the_readme_of_a_chapter_says_all_of_it():
    chapter = hostile_chapter()
    html = MarkdownIt("commonmark").render(chapter_readme(chapter))
    words = harmless(html, "")
    for figure in chapter.figures:
        for text in (figure.section, figure.description, plain_text(figure.title)):
            assert " ".join(text.split()) in words
    assert html.count("<h3>") == len(chapter.figures)
    assert html.count("<li>") == 2 * len(chapter.figures) + 4


def test_json_says_all_of_it():
    report = json.loads(check(hostile_chapter()).json())
    assert [figure["name"] for figure in report["figures"]] == [
        f"{n:02d}-f{n}" for n in range(1, len(MARKUP) + 1)
    ]


def test_json_repeats_the_words_of_a_finding():
    figure = replace(hostile_figure(1, MARKUP["script"]), alt_text=20 * MARKUP["script"])
    (shown,) = json.loads(check(figure).json())["figures"]
    assert any("<script>" in finding["words"] for finding in shown["findings"])


def test_lists_on_a_terminal_have_a_line_a_figure():
    chapter = hostile_chapter()
    assert len(list(figure_list(chapter))) == len(chapter.figures)
    assert all(each.isprintable() for each in checklist(check(chapter), terminal=False))


@every_text
def test_a_pdf_says_it(name, needs_libcairo):
    figure = hostile_figure(3, MARKUP[name])
    drawing = figure.draw()
    read = import_module("pypdf").PdfReader(io.BytesIO(drawing.pdf(force=True)))
    document = read.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()
    shown = document["/K"][0].get_object()
    assert read.metadata.title == drawing.description.title
    assert {key: (type(shown[key]).__name__, shown[key]) for key in ("/T", "/Alt")} == {
        "/T": ("TextStringObject", drawing.description.title),
        "/Alt": ("TextStringObject", figure.alt),
    }


@every_text
def test_a_cover_says_it(name):
    text = MARKUP[name][:24]
    chapter = Chapter(1, text, [Figure(1, "um", "T", "H", PIPELINE)], series=text)
    root = etree.fromstring(cover(chapter, "og").svg().encode())
    assert plain_text(text) in root.findtext(f"{SVG}title")
    assert "script" not in {each.tag.removeprefix(SVG) for each in root.iter()}


@pytest.mark.parametrize("field", [*OF_FIGURES, *(f"chapter {name}" for name in OF_CHAPTERS)])
@pytest.mark.parametrize("name", REFUSED)
def test_what_no_text_may_hold_is_refused_at_once(field, name):
    piece, said = REFUSED[name]
    words = {"title": "T", "headline": "H", "subtitle": "", "section": "", "description": ""}
    chapter = {"title": "C", "series": "S"}
    (chapter if field.startswith("chapter ") else words)[field.removeprefix("chapter ")] = f"a{piece}b"
    message = refusal(lambda: Chapter(1, figures=[Figure(1, "um", content=PIPELINE, **words)], **chapter))
    assert said in message
    assert message.isprintable()


@pytest.mark.parametrize("name", [name for name in REFUSED if name != "return"])
def test_what_a_kind_of_ones_own_says_is_held_to_the_same(name):
    piece, _ = REFUSED[name]
    figure = Figure(1, "um", "T", "H", Saying("palavras", f"a{piece}b"))
    for output in (lambda: figure.alt, figure.svg):
        assert refusal(output).startswith("01-um, texto alternativo: o texto tem ")
    assert "não pode ser desenhado" in refusal(
        Figure(1, "um", "T", "H", Saying(f"a{piece}b", "palavras")).draw
    )


def test_hebrew_and_arabic_can_be_said_without_what_reorders_a_line():
    figure = Figure(1, "um", "T", "H", Saying("palavras", "a palavra שלום, ou سلام\u200f"))
    assert "שלום, ou سلام\u200f" in figure.svg()


@pytest.mark.parametrize("field", OF_FIGURES)
def test_a_text_of_a_million_letters_is_refused(field):
    words = dict.fromkeys(OF_FIGURES, "palavra") | {field: "x" * 1_000_000}
    message = refusal(lambda: Figure(1, "um", content=PIPELINE, **words))
    assert message.startswith(f"Figure.{field}: esperado um texto de no máximo 2000 caracteres")
    assert len(message) < 200


@pytest.mark.parametrize("said", ["uma linha\n\n[x](javascript:alert(1))", "a\r\nb", "a\tb", "a\u2028b"])
def test_an_alternative_text_is_one_line(said):
    figure = Figure(1, "um", "T", "Uma\n\nmanchete", Saying("palavras", said))
    assert not re.search(r"[\n\r\t\u2028]", figure.alt)
    # In a Markdown article a blank line would end the HTML.
    assert "\n\n" not in figure.svg()


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_marker_in_the_words_of_a_figure_ends_no_figure(platform, tmp_path):
    article = tmp_path / "artigo.md"
    article.write_text("<!-- infograficos: 03 -->\n<!-- /infograficos -->\n\nfim\n", encoding="utf-8")
    text = MARKUP["marker"]
    chapter = Chapter(1, "C", [said_figure(3, text)])
    publication = Publication(
        pick_platform(platform), tmp_path / "dist", tmp_path, BASE if platform == "devto" else None
    )
    update_article(article, publication, chapter)
    once = article.read_bytes()
    assert not update_article(article, publication, chapter).changed
    assert article.read_bytes() == once
    assert once.endswith(b"\n\n<!-- /infograficos -->\n\nfim\n")
