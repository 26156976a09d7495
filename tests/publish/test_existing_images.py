"""An image of a figure that an article shows already: the figure takes its place, and is not shown twice."""

import re

import pytest
from article_sample import figure
from refusals import refusal

from infograficos import Chapter
from infograficos.publish import check_article, update_article

CHAPTER = Chapter(3, "Loss", [figure(1, "um", section="Seção"), figure(2, "dois", section="Outra")])
SLOT = "<!-- infograficos: 01 -->…<!-- /infograficos -->"


@pytest.fixture
def adopted(article, publication):
    """Place the first figure in an article; return its text with the figure as “…”, and the update."""

    def adopted(text, name="artigo.md"):
        path = article(text, name)
        update = update_article(path, publication(), CHAPTER, CHAPTER.figures[:1], place=True)
        after = path.read_bytes().decode()
        return re.sub(r"(infograficos: 01 -->).*?(<!-- /)", r"\1…\2", after, flags=re.DOTALL), update

    return adopted


@pytest.mark.parametrize(
    "image",
    [
        "![Alt](./figs/01-um.png)", "![Alt](<figs/01-um.svg> 'título')", "![Alt](01-um.png){width=300}",
        "[![Alt](01-um.png)](01-um.svg)", "![Alt](..\\figs\\01-um.png)", "![](figs/01%2Dum.png#only-light)",
        "![Alt](https://exemplo.com/x/01-um.png?raw=true)", "![Alt]({{ site.baseurl }}/figs/01-um.png)",
        "![[01-um.png|300]]", '{{< figure src="/figs/01-um.png" title="a b" >}}',
        "![Alt][r]", "![r][]", "![r]",
        '<img src="01-um.svg" alt="Alt">', "<img\n  src=01-um-360-dark.svg\n/>",
        '<p align="center">\n    <img src="01-um.png">\n</p>', "<figure><img src=a/01-um.webp></figure>",
        '<picture>\n<source srcset="01-um-dark.svg">\n<img src="01-um.svg">\n</picture>',
        '<a href="1.png">\n<picture><source srcset="01-um-dark.svg"><img src="01-um.svg"></picture>\n</a>',
        "![a](01-um.svg#gh-light-mode-only)\n![a](01-um-dark.svg#gh-dark-mode-only)",
        '<figure markdown="span">\n![a](01-um.svg#only-light)\n![a](01-um-dark.svg#only-dark)\n</figure>',
    ],
)  # fmt: skip
def test_a_figure_takes_the_place_of_its_image(adopted, image):
    around = "# A\n\n## Seção\n\nantes\n\n{}\n\ndepois\n\n[r]: figs/01-um.png\n"
    after, update = adopted(around.format(image))
    assert after == around.format(SLOT)
    [place] = update.places
    assert re.fullmatch(r"artigo.md, linha 7: “01-um” no lugar da imagem que estava na linha [78]", place)
    assert update.warnings == ()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a\n![x](01-um.png)\n*Minha legenda*\n", f"a\n\n{SLOT}\n\n*Minha legenda*\n"),
        ("a\r\n\r\n![x](01-um.png)", f"a\r\n\r\n{SLOT}\r\n"),
        ("![x](01-um.png)\n---\n", f"{SLOT}\n\n---\n"),
        ("1. a\n\n   - b\n\n     ![x](01-um.png)\n\n     c\n", f"1. a\n\n   - b\n\n     {SLOT}\n\n     c\n"),
    ],
)
def test_what_is_around_an_image_stays(adopted, text, after):
    assert adopted(text)[0] == after


@pytest.mark.parametrize(
    ("html", "after"),
    [
        (
            "<figure>\n    <img src=01-um.svg>\n    <figcaption>Minha</figcaption>\n</figure>\n",
            f"<figure>\n\n{SLOT}\n\n<figcaption>Minha</figcaption>\n</figure>\n",
        ),
        (
            "<figure><img src=01-um.svg><figcaption>Minha</figcaption></figure>\n",
            f"<figure>\n\n{SLOT}\n\n<figcaption>Minha</figcaption></figure>\n",
        ),
    ],
)
def test_a_caption_of_the_authors_stays_and_is_reported(adopted, html, after):
    text, update = adopted(html)
    assert text == after
    assert update.places[0].endswith("; o que estava em volta dela ficou")


@pytest.mark.parametrize(
    "text",
    [
        "Veja ![x](01-um.png) aqui.\n",
        "| a |\n|---|\n| ![x](01-um.png) |\n",
        "> ![x](01-um.png)\n",
        "!!! note\n    ![x](01-um.png)\n",
        "[![x](01-um.png)](https://exemplo.com/artigo)\n",
        "[![x](01-um.png)][artigo]\n\n[artigo]: /artigo\n",
        '<a href="/artigo">\n<img src="01-um.png">\n</a>\n',
    ],
)
def test_an_image_amid_words_is_not_shown_twice_and_its_author_is_warned(article, publication, text):
    path = article(f"{text}\n## Seção\n")
    told = refusal(lambda: update_article(path, publication(), CHAPTER, CHAPTER.figures[:1], place=True))
    assert re.fullmatch(
        r"artigo.md: a figura “01-um” não foi posta: a imagem dela está na linha \d, junto de outro texto "
        "ou em um link; deixe essa imagem sozinha em sua linha",
        told,
    )
    update = update_article(path, publication(), CHAPTER, place=True)
    assert [each.name for each in update.figures] == ["dois"]
    assert f"artigo.md: {update.warnings[-1]}" == told
    assert path.read_text().startswith(text)


@pytest.mark.parametrize(
    "other",
    [
        "![x](01-um-dois.png)",
        "![x](101-um.png)",
        "![x](01-um.png.bak)",
        "[x](01-um.png)",
        "`![x](01-um.png)`",
    ],
)
def test_another_file_is_not_the_figures(adopted, other):
    after, update = adopted(f"{other}\n\n## Seção\n")
    assert after == f"{other}\n\n## Seção\n\n{SLOT}\n"
    assert update.warnings == ()


def test_a_snippet_pasted_without_markers_gets_them(adopted, publication):
    snippet = publication().snippet(CHAPTER.figures[0])
    after, update = adopted(f"a\n\n{snippet}\n\nb\n")
    assert after == f"a\n\n{SLOT}\n\nb\n"
    assert update.places == ("artigo.md, linha 3: “01-um” no lugar da imagem que estava na linha 3",)


def test_an_old_image_beside_the_figure_is_reported(article, publication):
    text = "<!-- infograficos: 01 -->\n<!-- /infograficos -->\n\n![velha](figs/01-um.png)\n"
    path = article(text)
    update = update_article(path, publication(), CHAPTER, place=True)
    assert update.warnings[-1] == (
        "artigo.md, linha 15: outra imagem da figura “01-um”, que já está entre marcadores"
    )
    assert update.warnings[-1] in check_article(path, publication(), CHAPTER).warnings


def test_a_check_tells_of_an_image_without_markers(article, publication):
    path = article("![x](01-um.png)\n")
    assert check_article(path, publication(), CHAPTER).warnings[:2] == (
        "artigo.md, linha 1: a figura “01-um” está aqui sem marcadores; “--write” com “--place” os põe",
        "a figura “02-dois” não está em artigo.md",
    )


def test_an_image_in_a_comment_amid_words_is_none(adopted):
    text = "# A\n\n## Seção\n\nantes %% rever ![x](01-um.png) %% depois\n"
    assert adopted(text)[0] == f"# A\n\n## Seção\n\n{SLOT}\n\nantes %% rever ![x](01-um.png) %% depois\n"
