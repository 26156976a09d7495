"""`check_article`: what is stale, unsaid or missing in an article, with its line."""

import pytest

from infograficos.publish import check_article, update_article
from infograficos.publish.document import parse_document
from infograficos.publish.images import find_images

OPEN, CLOSE = "<!-- infograficos: 01 -->", "<!-- /infograficos -->"
BASE = "https://exemplo.com/figuras"


def test_a_current_article_has_no_fault_and_lacks_a_figure(article, publication, two):
    path = article(f"{OPEN}\n{CLOSE}\n")
    devto = publication("devto", BASE)
    update_article(path, devto, two)
    judgement = check_article(path, devto, two)
    assert judgement.errors == ()
    missing, export = judgement.warnings
    assert missing == "a figura “02-dois” não está em artigo.md"
    assert export.startswith("falta “")
    assert check_article(path, devto, two, two.figures[:1]).warnings == (export,)


def test_what_is_stale_or_not_yet_there_is_reported_by_its_marker(article, publication, two):
    path = article(f"a\n{OPEN}\n{CLOSE}\n<!-- infograficos: 02 -->\nvelho\n{CLOSE}\n")
    assert check_article(path, publication("devto", BASE), two).errors == (
        "artigo.md, linha 2: a figura “01-um” ainda não foi posta",
        "artigo.md, linha 4: a figura “02-dois” não está em dia",
    )


def test_another_platforms_snippet_is_stale(article, publication, two):
    path = article(f"{OPEN}\n{CLOSE}\n")
    update_article(path, publication("notebook"), two)
    assert check_article(path, publication("medium"), two).errors == (
        "artigo.md, linha 1: a figura “01-um” não está em dia",
    )


def test_a_figure_that_was_not_exported_is_reported_where_the_article_points_to_it(
    article, publication, two, tmp_path
):
    path = article(f"{OPEN}\n{CLOSE}\n")
    update_article(path, publication("mkdocs"), two)
    (tmp_path / "dist/svg").mkdir(parents=True)
    (tmp_path / "dist/svg/01-um.svg").touch()
    assert check_article(path, publication("mkdocs"), two).errors == (
        "artigo.md, linha 5: o arquivo “dist/svg/01-um-dark.svg” não existe",
    )


SILENT = "artigo.md, linha 1: a imagem “{}” não tem texto alternativo"
GONE = "artigo.md, linha 1: o arquivo “{}” não existe"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("![](https://a.b/x.png)", [SILENT.format("https://a.b/x.png")]),
        ("![  ](https://a.b/x.png)", [SILENT.format("https://a.b/x.png")]),
        ("![Image description](https://a.b/x.png)", [SILENT.format("https://a.b/x.png")]),
        ("![][1]", ["artigo.md, linha 1: a imagem sem endereço não tem texto alternativo"]),
        ('<img src="https://a.b/x.png">', [SILENT.format("https://a.b/x.png")]),
        ('<img src="https://a.b/x.png" alt="">', [SILENT.format("https://a.b/x.png")]),
        ('<img src="https://a.b/x.png" alt="" role="presentation">', []),
        ("[![dito](x.png)](https://a.b)", [GONE.format("x.png")]),
        ("![dito](<minha foto.png> 'título')", [GONE.format("minha foto.png")]),
        ("![dito](minha%20foto.png?raw=true#only-light)", [GONE.format("minha foto.png")]),
        ("![a [b] c](x(1).png)", [GONE.format("x(1).png")]),
        ('<source srcset="x.svg 1x, y.svg 2x">', [GONE.format("x.svg"), GONE.format("y.svg")]),
        ("[1]: figs/x.png", [GONE.format("figs/x.png")]),
        ("[1]: pagina.md", []),
        ("![dito](/x.png) ![dito](//a.b/x.png) ![dito](data:image/png;base64,AA) ![dito](aqui.png)", []),
        ("`![](x.png)` e \\![](x.png)", []),
        ("```\n![](x.png)\n```", []),
        ("[](x.png) e !()", []),
        ("![dito](http://[x)", []),
    ],
)
def test_images_without_words_or_file_are_reported(article, publication, two, text, faults):
    path = article(text)
    (path.parent / "aqui.png").touch()
    assert list(check_article(path, publication(), two).errors) == faults


def test_a_tag_may_run_over_several_lines():
    [image] = find_images(parse_document('<img\n  src="x.png"\n  alt="dito">\n'))
    assert (image.line, image.alt, image.file) == (3, "dito", "x.png")


def test_a_tag_is_reported_at_its_own_line_whatever_follows():
    text = '<img\nsrc="a.png">\n<![nada\n```\n<img src="b.png">\n```\n<img src="c.png"> <img src="d.png"> <'
    assert [(image.line, image.file) for image in find_images(parse_document(text))] == [
        (2, "a.png"), (7, "c.png"), (7, "d.png"),
    ]  # fmt: skip
