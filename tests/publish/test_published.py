"""A whole article, from bare text to what its readers see on each platform, in a real browser."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from infograficos.chapter_07 import chapter
from infograficos.cli.app import run

SITE = "https://artigo.test"
DIARY = Path(__file__).parent / "diario.md"
FILES = ("medium", "devto", "github", "mkdocs")


def command(*args: object) -> None:
    assert run([str(arg) for arg in args], "infograficos") == 0


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The diary, published for each platform by commands alone, beside the files that they exported."""
    folder = tmp_path_factory.mktemp("site")
    for platform in FILES:
        command("export", "--for", platform, "--jobs", "1", "--out", folder / "dist")
    for platform in (*FILES, "html", "notebook"):
        path = folder / f"{platform}.md"
        path.write_bytes(DIARY.read_bytes())
        base = ["--base-url", f"{SITE}/dist"] if platform == "devto" else []
        where = ["--for", platform, "--out", folder / "dist", *base]
        command("embed", "--write", path, "--place", *where)
        command("embed", "--check", path, *where)
    return folder


@pytest.mark.parametrize("platform", [*FILES, "html", "notebook"])
def test_the_diary_is_as_it_was_but_for_its_five_figures(site, platform):
    text = (site / f"{platform}.md").read_bytes().decode()
    figure = re.compile(r"\n<!-- infograficos: (\d\d) -->\n\n.*?\n\n<!-- /infograficos -->\n", re.DOTALL)
    assert figure.findall(text) == ["01", "02", "03", "04", "05"]
    assert figure.sub("", text) == DIARY.read_bytes().decode()


class Sanitizer(HTMLParser):
    """Keeps of a page only the tags and attributes that a platform keeps; the words of the others stay."""

    def __init__(self, allowed: dict[str, set[str]]) -> None:
        super().__init__(convert_charrefs=True)
        self.allowed, self.kept = allowed, []

    def handle_starttag(self, tag, attrs):
        if tag in self.allowed:
            said = "".join(f' {k}="{escape(v or "")}"' for k, v in attrs if k in self.allowed[tag])
            self.kept.append(f"<{tag}{said}>")

    def handle_endtag(self, tag):
        if tag in self.allowed:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data):
        self.kept.append(escape(data, quote=False))


def sanitized(html: str, allowed: dict[str, set[str]]) -> str:
    sanitizer = Sanitizer(allowed)
    sanitizer.feed(html)
    sanitizer.close()
    return "".join(sanitizer.kept)


#: What each site's sanitizer leaves of what snippets are made of.
DEVTO = {"p": set(), "img": {"src", "alt"}, "figcaption": set(), "br": set(), "em": set()}
GITHUB = {
    "p": {"align"}, "picture": set(), "source": {"srcset", "media", "type", "sizes"},
    "img": {"src", "alt", "width", "height", "align"}, "br": set(), "sub": set(), "figure": set(),
    "figcaption": set(),
}  # fmt: skip
MKDOCS = {"figure": set(), "img": {"src", "alt"}, "figcaption": set()}


def snippets(site: Path, platform: str) -> list[str]:
    """What stands between the diary's markers."""
    text = (site / f"{platform}.md").read_text(encoding="utf-8")
    return re.findall(r"<!-- infograficos: \d\d -->\n\n(.*?)\n\n<!-- /infograficos -->", text, re.DOTALL)


def image_tag(match: re.Match[str], alt) -> str:
    return f'<img src="{escape(match[2])}" alt="{escape(alt(match[1]))}">'


def markdown_images(text: str, alt) -> str:
    """Images as a Markdown processor writes them; its alt is as it stands, or has its entities resolved."""
    return re.sub(r"!\[(.*)\]\(([^()\s]+)\)", lambda match: image_tag(match, alt), text)


@dataclass(frozen=True)
class Place:
    """How a platform frames an article: column on a desktop and phone, its own style, its page's policy."""

    column: int
    phone: int
    style: str = ""
    policy: str = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'"


IMAGES = "img { max-width: 100%; height: auto; }"
PLACES = {
    "medium": Place(680, 342, "img { width: 100%; height: auto; display: block }"),
    "devto": Place(
        678, 366, "img { max-width: 100%; max-height: calc(50vh + 180px); display: block; margin: auto }"
    ),
    "github": Place(830, 360, IMAGES),
    "mkdocs": Place(
        688, 330, IMAGES + "figure { margin: 1em auto; text-align: center; display: flow-root }"
        '[data-md-color-scheme="slate"] img[src$="#only-light"] { display: none }'
        '[data-md-color-scheme="default"] img[src$="#only-dark"] { display: none }',
    ),
    "html": Place(700, 358),
    "notebook": Place(760, 340, "svg { max-width: 100%; height: auto }"),
}  # fmt: skip


def uploaded(snippet: str) -> str:
    """What an author makes of Medium's steps by hand: the file sent, both texts pasted."""
    steps = snippet.removesuffix("\n```").split("\n\n")
    return f'<img src="{steps[2]}" alt="{escape(steps[4])}"><figcaption>{escape(steps[6])}</figcaption>'


#: What is left of a snippet once the platform has taken it in. Dev.to's Markdown takes an alt as it stands.
TAKEN_IN = {
    "medium": uploaded,
    "devto": lambda snippet: sanitized(f"<p>{markdown_images(snippet, str)}</p>", DEVTO),
    "github": lambda snippet: sanitized(snippet, GITHUB),
    "mkdocs": lambda snippet: sanitized(markdown_images(snippet, unescape), MKDOCS),
    "html": str,
    "notebook": lambda snippet: chapter.find(re.findall(r'"(\d\d-[\w-]+)"', snippet)[0]).svg(),
}


def page_of(site: Path, platform: str, dark: bool) -> str:
    place = PLACES[platform]
    scheme = "slate" if dark else "default"
    colors = "background: #0d1117; color: #e6edf3" if dark else "background: #fff; color: #222"
    figures = "<p>Entre duas figuras.</p>".join(map(TAKEN_IN[platform], snippets(site, platform)))
    return (
        '<!doctype html><html lang="pt-BR"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{place.policy}">'
        f"<style>body {{ margin: 0; font: 20px/1.5 sans-serif; {colors} }}"
        f"main {{ width: {place.column}px; margin: 0 auto }}"
        f"@media (max-width: 600px) {{ main {{ width: {place.phone}px }} }} {place.style}</style>"
        f'<body data-md-color-scheme="{scheme}"><main>{figures}</main>'
    )


SCREENS = {"desktop": (1440, 900), "phone": (390, 844)}

#: Every picture that is to be seen: what was chosen, how large it is, what it says.
SEEN = """
() => [...document.querySelectorAll("img, svg")].filter(each => each.getClientRects().length).map(each => {
  const box = each.getBoundingClientRect();
  const sheet = each.viewBox?.baseVal;
  const ids = each.getAttribute("aria-labelledby")?.split(" ");
  return {
    source: each.currentSrc || "", natural: each.naturalWidth ?? sheet.width,
    tall: (each.naturalHeight ?? sheet.height) / (each.naturalWidth ?? sheet.width),
    width: box.width, height: box.height, alt: ids ? document.getElementById(ids[1]).textContent : each.alt,
  };
})
"""
IDS = "[...document.querySelectorAll('[id]')].map(each => each.id)"


@dataclass(frozen=True)
class View:
    """What a reader has before them: the figures seen, the words, and the addresses that were asked for."""

    figures: list[dict]
    words: str
    asked: list[str]
    width: int
    ids: list[str]


@pytest.fixture
def view(browser, site):
    """Open the published diary."""

    def view(platform: str, screen: str, dark: bool) -> View:
        width, height = SCREENS[screen]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=1 if screen == "desktop" else 2,
            color_scheme="dark" if dark else "light",
        )
        page, asked = context.new_page(), []

        def serve(route):
            asked.append(route.request.url)
            file = site / route.request.url.removeprefix(f"{SITE}/").partition("#")[0]
            if file == site:
                route.fulfill(body=page_of(site, platform, dark), content_type="text/html")
            elif route.request.url.startswith(SITE) and file.is_file():
                route.fulfill(path=file)
            else:
                route.abort()

        page.route("**/*", serve)
        page.goto(f"{SITE}/", wait_until="networkidle")
        if "INFOGRAFICOS_SCREENSHOTS" in os.environ:
            name = f"{platform}-{screen}-{'dark' if dark else 'light'}.png"
            page.screenshot(path=Path(os.environ["INFOGRAFICOS_SCREENSHOTS"]) / name, full_page=True)
        across = page.evaluate("document.documentElement.scrollWidth")
        found = View(page.evaluate(SEEN), page.inner_text("main"), asked, across, page.evaluate(IDS))
        context.close()
        return found

    return view


def file_shown(platform: str, screen: str, dark: bool) -> str | None:
    """How the file ends that a reader should get; None where the figure is in the page."""
    if platform in ("html", "notebook"):
        return None
    if platform in ("medium", "devto"):
        return ".png"
    phone = "-360" if platform == "github" and screen == "phone" else ""
    return f"{phone}{'-dark' if dark else ''}.svg"


def width_shown(platform: str, screen: str, tall: float) -> float:
    """How wide a figure should be: as the column, but neither taller nor wider than the platform has it."""
    place = PLACES[platform]
    column = place.column if screen == "desktop" else place.phone
    if platform == "devto":
        return min(column, (SCREENS[screen][1] / 2 + 180) / tall)
    return column if platform == "medium" else min(column, 700)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("screen", list(SCREENS))
@pytest.mark.parametrize("platform", list(PLACES))
def test_readers_see_the_figures_meant_for_them(view, platform, screen, dark):
    seen = view(platform, screen, dark)
    ending = file_shown(platform, screen, dark)
    assert len(seen.figures) == len(chapter.figures)
    for picture, figure in zip(seen.figures, chapter.figures, strict=True):
        assert picture["natural"] > 0
        assert picture["width"] == pytest.approx(width_shown(platform, screen, picture["tall"]), abs=1)
        assert picture["height"] == pytest.approx(picture["width"] * picture["tall"], abs=1)
        source = picture["source"].partition("#")[0].rpartition("/")[2]
        assert source == (f"{figure.full_name}{ending}" if ending else "")
        assert picture["alt"] == figure.alt
        assert platform == "notebook" or figure.summary in seen.words
    assert {url[: len(SITE) + 1] for url in seen.asked} == {f"{SITE}/"}
    assert seen.width == SCREENS[screen][0]
    assert len(seen.ids) == len(set(seen.ids))


@pytest.mark.parametrize(("screen", "sheet"), [("desktop", 700), ("phone", 360)])
def test_a_page_with_the_figures_in_it_shows_the_sheet_for_its_screen(view, screen, sheet):
    assert [picture["natural"] for picture in view("html", screen, False).figures] == [sheet] * 5
