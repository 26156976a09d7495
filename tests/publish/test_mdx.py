"""Articles in MDX: comments and tags that compile there, and no figure within an expression."""

import pytest
from article_sample import HARD, figure
from refusals import refusal

from infograficos import Chapter
from infograficos.publish import check_article, update_article

CHAPTER = Chapter(3, "Loss", [figure(1, "um", "Texto → {modelo} *a* <b>", section="Mascaramento da Loss")])
OPEN, CLOSE = "{/* infograficos: 01 */}", "{/* /infograficos */}"
PLACE = f"{OPEN}\n{CLOSE}\n"


@pytest.mark.parametrize("name", ["artigo.mdx", "artigo.md"])
def test_a_figure_between_mdx_comments_has_closed_tags(article, publication, name):
    path = article(f"# A\n\n{PLACE}", name)
    update_article(path, publication(), CHAPTER)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[2] == OPEN
    assert lines[-2] == CLOSE
    tags = [line for line in lines if line.startswith(("<img", "<source", "<br"))]
    assert len(tags) == 5
    assert all(line.endswith(" />") for line in tags[:4])
    assert tags[4] == "<br /><sub>Texto → &#123;modelo&#125; &#42;a&#42; &#60;b&#62;</sub>"
    assert all(' srcSet="' in line for line in tags[:3])
    assert update_article(path, publication(), CHAPTER).changed == ()
    assert not [each for each in check_article(path, publication(), CHAPTER).errors if "dia" in each]


def test_mdx_without_markers_is_reported_and_given_its_own(article, publication):
    path = article("# A\n\n## Mascaramento da Loss\n\ntexto\n", "artigo.mdx")
    assert f"“{OPEN}” e “{CLOSE}”" in refusal(lambda: update_article(path, publication(), CHAPTER))
    update_article(path, publication(), CHAPTER, place=True)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# A\n\n## Mascaramento da Loss\n\n{OPEN}\n\n<p>\n")
    assert text.endswith(f"\n</p>\n\n{CLOSE}\n\ntexto\n")


@pytest.mark.parametrize(
    "around",
    [
        "{{/*\n{}\n*/}}", "export const x = `\n\n{}\n\n`", "{{dados.map(() => (\n<p>\n\n{}\n\n</p>\n))}}",
        "<Codigo texto={{`\n{}\n`}} />", "```\n{}\n```",
    ],
)  # fmt: skip
def test_a_heading_within_code_is_none(article, publication, around):
    text = f"import X from 'x'\n\n{around.format('## Mascaramento da Loss')}\n\nfim {{/* nota */}}\n"
    path = article(text, "artigo.mdx")
    [warning, *_] = update_article(path, publication(), CHAPTER, place=True).warnings
    assert warning.startswith("artigo.mdx, linha ")
    assert "“01-um” no fim do artigo; o título “Mascaramento da Loss”, da linha" in warning
    assert path.read_text(encoding="utf-8").startswith(f"{text}\n{OPEN}\n")


def test_a_heading_within_a_component_is_one(article, publication):
    path = article("<Abas>\n  <Aba>\n\n  ## Mascaramento da Loss\n\n  </Aba>\n</Abas>\n", "artigo.mdx")
    [place] = update_article(path, publication(), CHAPTER, place=True).places
    assert place == "artigo.mdx, linha 6: “01-um” abaixo do título “Mascaramento da Loss”"


def test_what_cannot_be_jsx_is_refused(article, publication):
    path = article(PLACE, "artigo.mdx")
    assert refusal(lambda: update_article(path, publication("html"), CHAPTER)) == (
        "o trecho de “html” não serve em MDX, que lê HTML como JSX; use “--for github”"
    )
    assert path.read_text() == PLACE


@pytest.mark.parametrize("platform", ["github", "mkdocs", "devto"])
def test_no_word_of_a_figure_is_an_expression(publication, platform):
    snippet = publication(platform, "https://exemplo.com/x").snippet(figure(1, "um", HARD), mdx=True)
    outside = [part.partition('"')[2] if i % 2 else part for i, part in enumerate(snippet.split('alt="'))]
    assert "{" not in "".join(outside)


def test_an_expression_that_is_not_closed_is_reported(article, publication):
    path = article("a\n\n{x(\n", "artigo.mdx")
    assert refusal(lambda: update_article(path, publication(), CHAPTER, CHAPTER.figures, place=True)) == (
        "artigo.mdx, linha 3: o trecho de JSX não foi fechado, e um marcador no fim do artigo seria parte "
        "dele; feche-o com “}”"
    )


@pytest.mark.parametrize(
    "image",
    [
        "<img src={require('./01-um.png').default} alt=\"x\" />",
        "<img src='01-um.png' {...resto} />",
        "![x](@site/static/01-um.png)",
    ],
)  # fmt: skip
def test_an_image_that_only_the_site_can_find_is_no_fault(article, publication, image):
    path = article(f"{image}\n", "artigo.mdx")
    path.with_name("01-um.png").touch()
    assert check_article(path, publication(), CHAPTER).errors == ()
    [place] = update_article(path, publication(), CHAPTER, place=True).places
    assert place.endswith("no lugar da imagem que estava na linha 1")
