"""The gallery: every kind, its true code, and nothing from outside."""

import ast
import re
from html import unescape
from importlib import import_module
from io import BytesIO

import pytest
from PIL import Image

from infograficos import load_theme
from infograficos.builders import builders, examples
from infograficos.content.example_code import example_codes
from infograficos.gallery import contact_sheet, figure_codes, gallery
from infograficos.gallery.page import COLUMNS, GAP, THUMBNAIL
from infograficos.text.markup import strong_words

CHAPTER = """
from infograficos import Chapter, Figure
from infograficos.builders import Pipeline, Stage

PIPELINE = Pipeline([Stage("Um", "chat", "model")])
one = Figure(1, "um", "Um", "Uma ideia", PIPELINE)
chapter = Chapter(
    3,
    "Lemas",
    [
        one,
        Figure(
            2, "dois", "Dois", "Duas ideias", PIPELINE
        ),
    ],
)
"""


LOOP = '[Figure(n, f"n{n}", "Um", "Uma ideia", PIPELINE) for n in (1, 2)]'


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The gallery of all kinds, followed by two chapters: one as it is usually written, one in a loop."""
    folder = tmp_path_factory.mktemp("chapters")
    loop = f"{CHAPTER}\nchapter = Chapter(4, 'Laços', {LOOP})\n"
    for name, text in {"lemas.py": CHAPTER, "lacos.py": loop}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return gallery(chapters=[folder / "lemas.py", folder / "lacos.py"])


@pytest.fixture(scope="module")
def html(page):
    """The part of the page that shows the kinds."""
    return page.partition('<section id="03-lemas">')[0]


def test_every_kind_and_every_example_is_shown_in_three_ways(html):
    for name in builders():
        assert f'<section id="{name.casefold()}">' in html
    assert html.count("<svg ") == 3 * len(examples())


def test_the_code_shown_makes_the_figure_shown(html):
    sections = re.findall(r'<section id="(\w+)">(.*?)</section>', html, re.DOTALL)
    assert [name for name, _ in sections] == [name.casefold() for name in builders()]
    for name, (_, section) in zip(builders(), sections, strict=True):
        imports, *codes = [unescape(code) for code in re.findall(r"<code>(.*?)</code>", section, re.DOTALL)]
        titles = [unescape(title) for title in re.findall(r"<h3>(.*?)</h3>", section)]
        known = {}
        exec(imports, known)  # noqa: S102 — what the page tells its readers to run
        for title, code in zip(titles, codes, strict=True):
            assert eval(code, known) == examples()[f"{name}/{title}"]  # noqa: S307


def test_the_code_shown_asks_for_nothing_private(html):
    codes = [unescape(code) for code in re.findall(r"<code>(.*?)</code>", html, re.DOTALL)]
    names = {
        name
        for code in codes
        for node in ast.walk(ast.parse(code))
        for name in re.findall(r"\w+", getattr(node, "id", None) or getattr(node, "module", None) or "")
    }
    assert [name for name in names if name.startswith("_")] == []


def test_the_code_of_an_example_is_its_authors():
    source = 'X = 1\nEXAMPLES = {\n    "um": f(\n        a=1,\n    ),\n    "dois": g(2),\n}\n'
    assert example_codes(source) == {"um": "f(\n    a=1,\n)", "dois": "g(2)"}


def test_a_chapter_is_shown_after_the_kinds_with_its_code(page):
    section = page.partition('<section id="03-lemas">')[2].partition("<section id=")[0]
    assert section.count("<svg ") == 6
    assert [unescape(code) for code in re.findall(r"<code>(.*?)</code>", section, re.DOTALL)] == [
        'Figure(1, "um", "Um", "Uma ideia", PIPELINE)',
        'Figure(\n    2, "dois", "Dois", "Duas ideias", PIPELINE\n)',
    ]


def test_figures_made_in_a_loop_are_shown_without_code(page):
    section = page.partition('<section id="04-lacos">')[2]
    assert section.count("<svg ") == 6
    assert "<code>" not in section


def test_figures_are_found_in_a_script_in_their_order():
    assert figure_codes("a = Figure(\n    1,\n)\nb = f(Figure(2))\n") == ["Figure(\n    1,\n)", "Figure(2)"]


@pytest.mark.parametrize(
    ("messages", "theme", "asked", "code"),
    [
        ("en", {}, "", "en"),
        ("pt-BR", {}, "", "pt-BR"),
        ("en", {}, "pt", "pt-BR"),
        ("pt-BR", {"language": "es"}, "", "es"),
    ],
)
def test_the_page_is_in_the_language_asked_for_else_the_themes_else_that_of_messages(
    monkeypatch, messages, theme, asked, code
):
    monkeypatch.setattr("infograficos.gallery.page._kinds", lambda *_: ())
    monkeypatch.setenv("INFOGRAFICOS_MESSAGES", messages)
    assert f'<html lang="{code}">' in gallery(load_theme().model_copy(update=theme), language=asked)


def test_the_contact_sheet_has_every_kind_in_columns(monkeypatch):
    few = dict(list(builders().items())[: 2 * COLUMNS + 1])
    monkeypatch.setattr("infograficos.gallery.page.builders", lambda: few)
    with Image.open(BytesIO(contact_sheet())) as sheet:
        assert sheet.width == GAP + COLUMNS * (THUMBNAIL + GAP)
        # No picture of these is lower than a fifth of its width, so that all together need this height.
        assert sheet.height > len(few) / COLUMNS * THUMBNAIL / 5
        corners = {sheet.convert("RGB").getpixel((x, 0)) for x in (0, sheet.width - 1)}
    assert corners == {tuple(bytes.fromhex(load_theme().colors.light.line[1:]))}


def test_the_page_loads_nothing_and_runs_nothing(page):
    assert "<script" not in page
    links = re.findall(r'(?:href|src)="([^"]*)"', page)
    assert links
    # An image frame carries its picture in itself.
    assert all(link.startswith(("#", "data:image/")) for link in links)


def test_ids_are_those_of_one_picture_only(page):
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_a_browser_shows_it_without_asking_for_anything(page, browser, tmp_path):
    (tmp_path / "g.html").write_text(page, encoding="utf-8")
    page = browser.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((tmp_path / "g.html").as_uri())
    widths = page.eval_on_selector_all("svg", "all => all.map(one => one.getBoundingClientRect().width)")
    assert (len(asked), said) == (1, [])
    assert min(widths) > 250


def test_each_headline_belongs_to_an_example_and_marks_one_of_its_words():
    for name, kind in builders().items():
        module = import_module(kind.__module__)
        headlines = getattr(module, "HEADLINES", {})
        assert set(headlines) <= set(module.EXAMPLES), name
        assert all(len(strong_words(headline)) == 1 for headline in headlines.values()), name
