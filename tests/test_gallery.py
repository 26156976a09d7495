"""The gallery: every kind, its true code, and nothing from outside."""

import re
import shutil
from html import unescape

import pytest
from extras import unavailable

from infograficos.builders import builders, examples
from infograficos.gallery import example_codes, gallery


@pytest.fixture(scope="module")
def html():
    return gallery()


def test_every_kind_and_every_example_is_shown_in_three_ways(html):
    for name in builders():
        assert f'<section id="{name}">' in html
    assert html.count("<svg ") == 3 * len(examples())


def test_the_code_shown_makes_the_figure_shown(html):
    sections = re.findall(r'<section id="(\w+)">(.*?)</section>', html, re.DOTALL)
    assert [name for name, _ in sections] == list(builders())
    for name, section in sections:
        imports, *codes = [unescape(code) for code in re.findall(r"<code>(.*?)</code>", section, re.DOTALL)]
        titles = [unescape(title) for title in re.findall(r"<h3>(.*?)</h3>", section)]
        known = {}
        exec(imports, known)  # noqa: S102 — what the page tells its readers to run
        for title, code in zip(titles, codes, strict=True):
            assert eval(code, known) == examples()[f"{name}/{title}"]  # noqa: S307


def test_the_code_of_an_example_is_its_authors():
    source = 'X = 1\nEXAMPLES = {\n    "um": f(\n        a=1,\n    ),\n    "dois": g(2),\n}\n'
    assert example_codes(source) == {"um": "f(\n    a=1,\n)", "dois": "g(2)"}


def test_the_page_loads_nothing_and_runs_nothing(html):
    assert "<script" not in html
    links = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert links
    assert all(link.startswith("#") for link in links)


def test_ids_are_those_of_one_picture_only(html):
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_a_browser_shows_it_without_asking_for_anything(html, tmp_path):
    browser = shutil.which("chromium")
    if not browser:
        unavailable("Chromium is not installed")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    (tmp_path / "g.html").write_text(html, encoding="utf-8")
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page()
        asked, said = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto((tmp_path / "g.html").as_uri())
        widths = page.eval_on_selector_all("svg", "all => all.map(one => one.getBoundingClientRect().width)")
    assert (len(asked), said) == (1, [])
    assert min(widths) > 250
