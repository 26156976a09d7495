"""In a real browser: whatever a chapter says, no page made of it runs anything or asks for anything."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hostile_words import MARKUP, hostile_chapter, hostile_figure, said_figure
from markdown_it import MarkdownIt

from infograficos.gallery import gallery
from infograficos.preview.server import open_server
from infograficos.preview.state import State
from infograficos.publish import Publication, pick_platform
from infograficos.publish.readme import chapter_readme

SITE = "https://artigo.test"

#: Whatever runs in a page leaves a trace.
RECORD = "window.ran = []; for (const name of ['alert', 'confirm', 'prompt']) window[name] = x => ran.push(x)"

#: Links that would run something when they are clicked.
LIVE_LINKS = (
    "[...document.querySelectorAll('[href]')]"
    ".filter(link => /^\\s*javascript:/i.test(link.getAttribute('href'))).length"
)

#: What would run something, or has been made by words.
MADE = "document.querySelectorAll('script, img:not([alt]), [onload], [onerror]').length"

SCRIPT = """
import sys
sys.path.insert(0, {folder!r})
from hostile_words import MARKUP, said_figure, Saying
from infograficos import Chapter, Figure

words = {words!r}
figures = [
{figures}
]
chapter = Chapter(1, words, figures, series=words)
"""


class Visit:
    """What happened when a page was opened: what ran, what was asked for, the words that are to be read."""

    def __init__(self, page, body, kind):
        self.asked = []
        page.add_init_script(RECORD)
        page.on("request", lambda request: self.asked.append(request.url))
        page.route("**/*", lambda route: route.fulfill(body=body, content_type=f"{kind}; charset=utf-8"))
        page.goto(f"{SITE}/")
        # What an image that cannot be shown would run comes a moment later.
        page.evaluate("new Promise(done => setTimeout(done, 50))")
        self.ran = page.evaluate("window.ran")
        self.links = page.evaluate(LIVE_LINKS)
        self.words = page.evaluate("document.documentElement.textContent")
        self.made = page.evaluate(MADE)

    def is_harmless(self):
        assert (self.ran, self.links, self.made) == ([], 0, 0)
        return True


@pytest.fixture
def visit(browser):
    pages = []

    def visit(body, kind="text/html"):
        pages.append(browser.new_page())
        return Visit(pages[-1], body, kind)

    yield visit
    for page in pages:
        page.close()


def document(body: str) -> str:
    return f'<!doctype html><meta charset="utf-8"><body>{body}'


def test_a_script_in_a_page_would_be_noticed(visit):
    seen = visit(
        document('<script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">')
    )
    assert seen.ran[:1] == [1]
    assert seen.links == 1
    with pytest.raises(AssertionError):
        seen.is_harmless()


def test_the_gallery_shows_a_chapter_and_its_code_as_words(visit, tmp_path, monkeypatch):
    monkeypatch.setattr("infograficos.gallery.page.builders", dict)
    calls = "\n".join(
        f"    Figure({n}, 'f{n}', {text[:20]!r}, 'H', Saying('palavras', {text!r}), '', {text!r}),"
        for n, text in enumerate(MARKUP.values(), 1)
    )
    script = tmp_path / "<img src=x onerror=alert(1)>.py"
    folder = str(Path(__file__).parent)
    script.write_text(SCRIPT.format(folder=folder, words=MARKUP["script"], figures=calls), encoding="utf-8")
    html = gallery(chapters=[script])
    # The page's own policy would hide what its escaping lets through.
    seen = visit(html.replace("Content-Security-Policy", "X-Nothing"))
    assert seen.is_harmless()
    assert seen.asked == [f"{SITE}/"]
    for text in MARKUP.values():
        assert " ".join(text.split()) in " ".join(seen.words.split())
    assert script.name in seen.words


@pytest.mark.parametrize("platform", ["html", "github", "devto", "mkdocs", "medium", "notebook"])
def test_snippets_show_words(visit, platform):
    publication = Publication(pick_platform(platform), base=f"{SITE}/d" if platform == "devto" else None)
    snippets = [publication.article_lines(said_figure(n, text)) for n, text in enumerate(MARKUP.values(), 1)]
    html = MarkdownIt("commonmark").render("\n\n".join(snippets).replace(' markdown="span"', ""))
    seen = visit(document(html))
    assert seen.is_harmless()
    assert all(url.startswith(f"{SITE}/") for url in seen.asked)
    assert MARKUP["script"] in seen.words
    if platform == "html":
        assert visit(document("\n".join(snippets))).is_harmless()


def test_the_readme_shows_words(visit):
    html = MarkdownIt("commonmark").enable("table").render(chapter_readme(hostile_chapter()))
    seen = visit(document(html))
    assert seen.is_harmless()
    assert seen.asked == [f"{SITE}/"]


def test_svgs_opened_as_documents_run_nothing(browser):
    figures = [hostile_figure(number, text) for number, text in enumerate(MARKUP.values(), 1)]
    svgs = [figure.draw().svg(mode, force=True) for figure in figures for mode in ("outlined", "live")]
    frames = "".join(f'<iframe src="{number}.svg"></iframe>' for number in range(len(svgs)))
    page, asked = browser.new_page(), []

    def serve(route):
        asked.append(route.request.url)
        name = route.request.url.rpartition("/")[2].removesuffix(".svg")
        kind = "image/svg+xml" if name else "text/html"
        route.fulfill(
            body=svgs[int(name)] if name else document(frames), content_type=f"{kind}; charset=utf-8"
        )

    page.add_init_script(RECORD)
    page.route(f"{SITE}/**", serve)
    page.goto(f"{SITE}/", wait_until="load")
    _, *shown = page.frames
    seen = [[frame.evaluate(code) for code in ("window.ran", LIVE_LINKS, MADE)] for frame in shown]
    titles = [frame.evaluate("document.querySelector('title').textContent") for frame in shown]
    page.close()
    assert seen == [[[], 0, 0]] * len(svgs)
    assert sum("<script>alert(1)</script>" in title for title in titles) >= 8
    assert len(asked) == 1 + len(svgs)


def test_the_preview_shows_words(browser):
    state, text = State(), "\n".join(MARKUP.values())
    finding = dict.fromkeys(("kind", "title", "where", "what", "advice"), text)
    finding |= {"severity": "error", "places": {"constructor": []}}
    words = dict.fromkeys(("title", "section", "caption", "alt"), text)
    state.begin_chapter(text, [{"name": "01-um", "number": 1, **words}])
    state.set_sheet("01-um", "light", said_figure(1, "x").svg(), 700.0, 400.0)
    state.update_figure("01-um", findings=[finding], measures=text, failure=text)
    state.update(status="failed", error=f"{text} \ud800 \0 \u202e")
    server = open_server(0, state)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    page, asked = browser.new_page(), []
    try:
        page.add_init_script(RECORD)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="domcontentloaded")
        page.wait_for_selector("section .finding")
        page.wait_for_selector(".failure:not([hidden])")
        assert page.evaluate("window.ran") == []
        assert page.evaluate(LIVE_LINKS) == 0
        assert page.evaluate("document.querySelectorAll('script').length") == 1
        for place in (
            ".message",
            "section .title",
            "section .caption",
            "section .alt",
            ".finding .what",
            ".undrawn",
        ):
            assert text in page.locator(place).first.text_content()
    finally:
        page.close()
        server.shutdown()
        server.server_close()
    assert {url.split("/")[2] for url in asked if not url.startswith("data:")} == {
        f"127.0.0.1:{server.server_port}"
    }
