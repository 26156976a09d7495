"""The page in a real browser: it renews itself, keeps its place, tells mistakes, and points at findings."""

import re
import signal

import pytest


@pytest.fixture
def page(browser, folder, program):
    """Start the program and open its page; whatever the browser complains about fails the test."""
    (folder / "tema.toml").write_text('[colors.light]\npaper = "#fffefa"\n')
    running = program("--from", "capitulo.py", "--theme", "tema.toml")
    address = re.search(r"http://\S+", running.stdout.readline())[0]
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(60_000)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.wait_for_selector("[data-status=ready]")
    page.evaluate("window.loadedOnce = true")
    yield page
    page.close()
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=20)
    assert said == []


def replaced(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


PICTURE = "#\\30 2-dois .article img"


def picture(page):
    return page.locator("#\\30 2-dois .article img").get_attribute("src")


def until_new(page, before):
    page.wait_for_function(
        "before => { const now = document.getElementById('02-dois')?.querySelector('.article img');"
        "return now && now.getAttribute('src') !== before }",
        arg=before,
    )


def place(page):
    return page.evaluate("document.getElementById('02-dois').getBoundingClientRect().top")


def test_a_saved_figure_comes_by_itself_and_the_reader_stays_where_he_was(page, folder):
    page.evaluate("document.getElementById('02-dois').scrollIntoView()")
    page.evaluate("scrollBy(0, 120)")
    before, there = picture(page), place(page)
    assert page.evaluate("scrollY") > 300
    # The figure above grows, too.
    replaced(
        folder / "capitulo.py",
        "Só a resposta ensina",
        "Só a resposta ensina, e o resto só acompanha a leitura",
    )
    replaced(folder / "capitulo.py", "A outra", "Ainda outra")
    until_new(page, before)
    page.wait_for_selector("[data-status=ready]")
    assert place(page) == pytest.approx(there, abs=1.5)
    assert page.evaluate("window.loadedOnce")
    assert "Ainda outra" in page.locator("#\\30 2-dois .alt").text_content()


def test_a_broken_theme_is_reported_over_the_figures_and_goes_when_it_is_mended(page, folder):
    before = picture(page)
    replaced(folder / "tema.toml", "paper", "papel")
    alert = page.get_by_role("alert")
    alert.wait_for(state="visible")
    assert "tema.toml, linha 2: colors.light.papel não existe" in alert.text_content()
    assert picture(page) == before
    assert page.locator("section img").count() == 4
    replaced(folder / "tema.toml", "papel", "paper")
    replaced(folder / "tema.toml", "#fffefa", "#fffff0")
    alert.wait_for(state="hidden")
    until_new(page, before)
    assert page.evaluate("window.loadedOnce")


def test_a_finding_outlines_its_place(page, folder):
    replaced(folder / "capitulo.py", "A outra", "Um título " + "comprido demais " * 12)
    finding = page.locator("#\\30 2-dois .finding").first
    finding.wait_for()
    assert page.locator(".mark").count() == 0
    finding.focus()
    mark, sheet = page.locator(".mark").first.bounding_box(), page.locator(PICTURE).bounding_box()
    assert mark["width"] > 40
    assert mark["x"] >= sheet["x"] - 1
    assert mark["x"] + mark["width"] <= sheet["x"] + sheet["width"] + 1
    finding.blur()
    assert page.locator(".mark").count() == 0


def test_columns_are_as_wide_as_the_readers(page):
    def widths():
        images = page.locator("#\\30 1-um img")
        return [round(images.nth(at).bounding_box()["width"]) for at in range(images.count())]

    assert widths() == [680, 342]
    page.get_by_text("Dev.to", exact=True).click()
    assert widths() == [678, 342]
    page.get_by_text("Figura escura").click()
    page.locator("#\\30 1-um img[src*='phone-dark']").wait_for()
    assert page.locator("#\\30 1-um .article img[src*='/dark.svg']").count() == 1


def test_a_text_is_never_markup(page, folder):
    replaced(folder / "capitulo.py", '"A loss"', '"<img src=x onerror=alert(1)><b>A loss</b>"')
    page.get_by_text("<b>A loss</b>").first.wait_for()
    assert page.locator("section b").count() == 0


def test_a_narrow_window_needs_no_scrolling_sideways(page):
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
