"""What a real browser makes of it: the same picture, the same text widths, the same rows as CSS flexbox."""

from __future__ import annotations

import random
import re
from base64 import b64encode
from io import BytesIO
from itertools import product

import pytest
from blocks import Block, places
from PIL import Image, ImageChops, ImageStat
from ruler import square_layouter
from samples import figures, svg

from infograficos.elements.flow import Grow
from infograficos.elements.row import Row
from infograficos.fonts import default_fonts
from infograficos.fonts.faces import DATA
from infograficos.scene.geometry import Limits
from infograficos.scene.glyph_run import FontStyle


@pytest.fixture(scope="module")
def page(browser):
    return browser.new_page()


def by_browser(page, picture: str, folder) -> Image.Image:
    file = folder / "figure.svg"
    file.write_text(picture, encoding="utf-8")
    height = float(re.search(r' height="([\d.]+)"', picture)[1])
    page.set_viewport_size({"width": 700, "height": round(height)})
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The mean difference of 255, and the share of pixels in which a channel differs by more than a third."""
    size = (700, min(one.height, other.height))
    assert abs(one.height - other.height) <= 1
    between = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
    strongest = between.split()[0]
    for channel in between.split()[1:]:
        strongest = ImageChops.lighter(strongest, channel)
    strong = sum(strongest.histogram()[86:])
    return sum(ImageStat.Stat(between).mean) / 3, strong / (size[0] * size[1])


#: Mean and share of strong differences. Edges are blended a little differently, which gives up to 1.3 and
#: 0.1 % with outlines; a browser's own text, hinted and placed to its liking, up to 2.0 and 0.6 %. A picture
#: shifted by one pixel gives at least 3.3 and 1.7 %, a missing font much more.
BOUNDS = {"outlined": (1.6, 0.003), "live": (2.6, 0.009)}


@pytest.fixture(scope="module", params=product(BOUNDS, list(figures())[:5]), ids="-".join)
def shown(request, page, tmp_path_factory):
    """A figure's name, a way of text, and a picture of what the browser shows of both."""
    mode, name = request.param
    return name, mode, by_browser(page, svg(name, mode), tmp_path_factory.mktemp("shown"))


def test_the_browser_draws_what_the_engines_draw(shown, draw):
    name, mode, seen = shown
    most, most_strong = BOUNDS[mode]
    drawn = draw(svg(name, "traced"))
    mean, strong = difference(seen, drawn)
    assert mean < most
    assert strong < most_strong
    shifted = Image.new("RGB", seen.size)
    shifted.paste(seen, (1, 0))
    mean, strong = difference(shifted, drawn)
    assert mean > most
    assert strong > most_strong


SENTENCES = (
    "Só a resposta ensina|A métrica não conta tudo|De completar a seguir|Três campos, um texto|"
    "Do dataset ao assistente|Capital da França?|Paris.|rótulo −100 em todos|loss = (2,1 + 0,8 + 0,4) ÷ 3|"
    "Tokenização estruturada|Reutilização de pesos|“Explique a gravidade”|R$\u00a010 e 50\u00a0%|"
    "AVATAR, Várzea, To|"
    "perplexidade ≈ 8,0|Não, é à toa…|ação — reação|pré-treino e pós-treino|fi fl ffi ->|1234567890|"
    "modelo base → modelo alinhado|Tradução: “Bom dia!”|água, pão, avó, avô|ŷ = (Wx + b)|"
    "instrução (opcional)|### Instrução:|x² + y² ≤ r²|Úteis, coerentes, fiéis|Yuri Kovač|L. T. V. W."
).split("|")

STYLES = (
    FontStyle("sans", 400, 22),
    FontStyle("sans", 600, 25),
    FontStyle("sans", 700, 40),
    FontStyle("mono", 400, 20),
    FontStyle("mono", 600, 20),
)

MEASURE = """
async ([sentences, styles]) => {
  await Promise.all(styles.map(style => document.fonts.load(`${style.weight} 20px ${style.family}`)));
  return styles.map(style => sentences.map(sentence => {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.setAttribute("style", `font: ${style.weight} ${style.size}px ${style.family}; font-kerning: normal;`
      + "white-space: pre; font-feature-settings: 'calt' 0, 'liga' 0, 'clig' 0, 'dlig' 0");
    text.textContent = sentence;
    document.querySelector("svg").appendChild(text);
    return text.getComputedTextLength();
  }));
}
"""


def test_the_browser_measures_what_the_fonts_measure(page):
    fonts = default_fonts()
    faces, styles, expected = [], [], []
    for number, style in enumerate(STYLES):
        runs = fonts.shape("a", style)
        data = b64encode((DATA / f"{runs[0].face}.ttf").read_bytes()).decode()
        source = f"src: url(data:font/ttf;base64,{data})"
        faces.append(f"@font-face {{ font-family: face{number}; font-weight: {style.weight}; {source} }}")
        styles.append({"family": f"face{number}", "weight": style.weight, "size": style.size})
        expected.append([whole_width(fonts, sentence, style, runs[0].face) for sentence in SENTENCES])
    page.goto("about:blank")
    page.set_content(f"<style>{''.join(faces)}</style><svg width='2000' height='100'></svg>")
    measured = page.evaluate(MEASURE, [list(SENTENCES), styles])
    assert len(SENTENCES) == 30
    compared = 0
    for style, theirs, ours in zip(STYLES, measured, expected, strict=True):
        for sentence, their, our in zip(SENTENCES, theirs, ours, strict=True):
            if our is not None:
                compared += 1
                assert their == pytest.approx(our, abs=0.05), (sentence, style)
    assert compared > 130


def whole_width(fonts, sentence: str, style: FontStyle, face: str) -> float | None:
    """A sentence's width, or nothing where one face alone cannot draw it."""
    only = all(run.face == face for run in fonts.shape(sentence, style))
    return sum(run.width for run in fonts.shape(sentence, style)) if only else None


FLEX = """
rows => rows.map(row => {
  const flex = document.createElement("div");
  flex.style.cssText = `display: flex; gap: 10px; width: ${row.width}px`;
  for (const item of row.items) {
    const child = document.createElement("div");
    child.style.cssText = `flex: ${item.grow} 1 ${item.base}px; min-width: ${item.least}px; height: 5px`;
    flex.appendChild(child);
  }
  document.body.appendChild(flex);
  const left = flex.getBoundingClientRect().left;
  const boxes = [...flex.children].map(child => child.getBoundingClientRect());
  flex.remove();
  return boxes.map(box => [box.left - left, box.width]);
})
"""


def random_rows(count: int) -> list[dict]:
    chance = random.Random(20)  # noqa: S311
    rows = []
    for _ in range(count):
        items = []
        for _ in range(chance.randint(1, 6)):
            base = chance.uniform(0, 400)
            least = chance.uniform(0, base)
            items.append({"base": base, "least": least, "grow": chance.choice([0, 0, 1, 2, 3.5])})
        rows.append({"width": chance.uniform(50, 1600), "items": items})
    return rows


def test_a_row_shares_its_width_as_css_flexbox_does(page):
    rows = random_rows(50)
    page.goto("about:blank")
    page.set_content("<body style='margin: 0'></body>")
    for row, boxes in zip(rows, page.evaluate(FLEX, rows), strict=True):
        children = []
        for item in row["items"]:
            block = Block(item["base"], least=item["least"])
            children.append(Grow(block, item["grow"]) if item["grow"] else block)
        frame = square_layouter().layout(Row(tuple(children), "medium"), Limits(row["width"]))
        ours = [number for x, _, width, _ in places(frame) for number in (x, width)]
        theirs = [number for box in boxes for number in box]
        assert ours == pytest.approx(theirs, abs=0.05), row
