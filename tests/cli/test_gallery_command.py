"""The command `gallery`: what it hands on, and which file it writes; the page has tests of its own."""

import pytest


@pytest.fixture
def shown(monkeypatch):
    """Stand in for the page and the sheet, which take seconds to draw, and keep what they were asked for."""
    asked = []

    def shown(name, answer):
        def drawn(theme, *of):
            *chapters, language = of
            asked.append(
                (name, theme.sheet.phone, [path.name for each in chapters for path in each], language)
            )
            return answer

        monkeypatch.setattr(f"infograficos.gallery.{name}", drawn)

    shown("gallery", "<p>página</p>")
    shown("contact_sheet", b"folha")
    return asked


@pytest.fixture
def theme(tmp_path):
    path = tmp_path / "tema.toml"
    path.write_text("[sheet]\nphone = 340\n", encoding="utf-8")
    return path


def test_the_page_shows_the_chapters_in_the_theme(run, shown, script, theme, out):
    chapters = [script(name="um.py"), script(name="dois.py")]
    sources = [word for path in chapters for word in ("--from", path)]
    outcome = run("gallery", "--theme", theme, *sources, "--out", out)
    assert (outcome.code, outcome.out, outcome.err) == (0, f"{out}\n", "")
    assert out.read_text(encoding="utf-8") == "<p>página</p>"
    assert shown == [("gallery", 340, ["um.py", "dois.py"], "")]


def test_a_png_is_a_contact_sheet_in_the_theme(run, shown, theme, tmp_path):
    sheet = tmp_path / "tipos.PNG"
    assert run("gallery", "--theme", theme, "--language", "en-US", "--out", sheet).code == 0
    assert sheet.read_bytes() == b"folha"
    assert shown == [("contact_sheet", 340, [], "en")]


def test_a_contact_sheet_of_a_chapter_is_refused(run, shown, script, tmp_path):
    outcome = run("gallery", "--from", script(), "--out", tmp_path / "tipos.png")
    told = "erro: a imagem única (“--out” em .png) só mostra os tipos; tire “--from”\n"
    assert (outcome.code, outcome.out, outcome.err) == (2, "", told)
    assert (shown, (tmp_path / "tipos.png").exists()) == ([], False)


def test_a_page_does_not_get_another_formats_name(run, shown, tmp_path):
    target = tmp_path / "tipos.pdf"
    outcome = run("gallery", "--out", target)
    told = f"erro: “{target}” não serve em “--out”; a galeria é uma página .html ou uma imagem .png\n"
    assert (outcome.code, outcome.out, outcome.err) == (2, "", told)
    assert (shown, target.exists()) == ([], False)


@pytest.mark.usefixtures("shown")
def test_the_page_has_a_name_in_the_language_of_messages(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = [run("gallery", "--messages", code).out for code in ("pt-BR", "en")]
    assert said == ["galeria.html\n", "gallery.html\n"]
    assert {path.name for path in tmp_path.iterdir()} == {"galeria.html", "gallery.html"}
