"""Where a figure without markers goes: below its section's heading, however written, or to the end."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from article_sample import figure
from refusals import refusal

from infograficos import Chapter
from infograficos.errors import InputError
from infograficos.publish import update_article
from infograficos.publish.document import parse_document
from infograficos.publish.sections import find_heading

CHAPTER = Chapter(3, "Loss", [figure(1, "um", section="Mascaramento da Loss")])
SLOT = "<!-- infograficos: 01 -->…<!-- /infograficos -->"


@pytest.fixture
def placed(article, publication):
    """Place the figure in an article; return its text with the figure as “…”, and what the author is told."""

    def placed(text, name="artigo.md", chapter=CHAPTER):
        path, published = article(text, name), replace(publication("mkdocs"), script=Path("cap.py"))
        update = update_article(path, published, chapter, place=True)
        assert update_article(path, published, chapter, place=True).changed == ()
        after = path.read_bytes().decode()
        after = re.sub(r"(infograficos: 01 (?:-->|\*/\})).*?(<!--|\{/\*)", r"\1…\2", after, flags=re.DOTALL)
        return after, update.places, update.warnings

    return placed


@pytest.mark.parametrize(
    "heading",
    [
        "## Mascaramento da Loss", "Mascaramento da Loss\n---", "Mascaramento\nda Loss\n===",
        "## Mascaramento da Loss {#mascaramento .unnumbered}", "## Mascaramento da Loss {: .x }",
        "## Mascaramento da Loss\n{: .x}", "## Mascaramento da Loss ##  ", "## 3.2) Mascaramento da Loss",
        "## IV. MASCARAMENTO DA LOSS", "## 🎭 **Mascaramento** da [*loss*](x.md)",
        "## :mask: Mascaramento da `loss`",
        '## <a id="x"></a>Mascaramento da Loss', "## Mascaramento da Loss <!-- rever -->",
        "   ###### Mascaramento da loss:", "<details>\n\n## Mascaramento da Loss",
        '<h2 id="x">Mascaramento da <em>Loss</em></h2>', "<H3>\nMascaramento da\nLoss\n</H3>",
    ],
)  # fmt: skip
def test_a_heading_is_known_however_it_is_written(placed, heading):
    after, places, warnings = placed(f"# A\n\n{heading}\n\ntexto\n\n## Fim\n")
    assert after == f"# A\n\n{heading}\n\n{SLOT}\n\ntexto\n\n## Fim\n"
    [line] = places
    assert re.fullmatch(r"artigo.md, linha \d+: “01-um” abaixo do título “[^;]+”", line)
    assert warnings == ()


#: What stands around a heading that is none, and what its author is told of it.
LITERAL = {
    "<!--\n{}\nrascunho secreto\n-->": "em um comentário",
    "texto <!-- nota\n\n{}\n\n-->": "em um comentário",
    "<div>\n<!--\n{}\n-->\n</div>": "em um comentário",
    "{{/*\n{}\n*/}}": "em um comentário",
    "{{% comment %}}\n```\n{}\n{{% endcomment %}}": "em um comentário",
    "{{%- comment -%}}\n{}\n{{%- endcomment -%}}": "em um comentário",
    "{{::comment}}\n{}\n{{:/comment}}": "em um comentário",
    "%%\n{}\n%%": "em um comentário",
    "{{% raw %}}\n{}\n{{% endraw %}}": "em um trecho “raw”",
    "{{% highlight md %}}\n{}\n{{% endhighlight %}}": "em um bloco de código",
    "{{{{< highlight md >}}}}\n{}\n{{{{< /highlight >}}}}": "em um bloco de código",
    "```md\n{}\n```": "em um bloco de código",
    "`````\n```\n{}\n```\n`````": "em um bloco de código",
    "~~~\n```\n{}\n~~~": "em um bloco de código",
    "    {}": "em um bloco de código",
    "<pre>\n\n{}\n\n</pre>": "em um bloco de código",
    "<div>\n<pre>\n\n{}\n\n</pre>\n</div>": "em um bloco de código",
    "<textarea>\n{}\n\n</textarea>": "em um bloco de código",
    "<div>\n{}\n</div>": "em um bloco de HTML",
    "- {}\n\n  texto": "em uma lista ou citação",
    "> {}\n> texto": "em uma lista ou citação",
}


@pytest.mark.parametrize(("around", "where"), LITERAL.items())
def test_what_only_looks_like_a_heading_is_left_alone_and_told(placed, around, where):
    text = f"# A\n\n{around.format('## Mascaramento da Loss')}\n\nfim\n"
    after, places, warnings = placed(text)
    assert after == f"{text}\n{SLOT}\n"
    assert places == ()
    line = text.split("## Mascaramento", maxsplit=1)[0].count("\n") + 1
    number = after.split("<!-- infograficos")[0].count("\n") + 1
    assert warnings == (
        f"artigo.md, linha {number}: “01-um” no fim do artigo; o título “Mascaramento da Loss”, "
        f"da linha {line}, está {where}",
    )


@pytest.mark.parametrize(
    "front",
    [
        "---\ntítulo: x\n# Mascaramento da Loss\ntags: [a]\n---\n",
        "---\n# Mascaramento da Loss\n...\n",
        '+++\ntitle = "x"\n# Mascaramento da Loss\n+++\n',
        '{\n"title": "x",\n# Mascaramento da Loss\n}\n',
        "\ufeff---\r\n# Mascaramento da Loss\r\n---\r\n",
    ],
)
def test_front_matter_is_not_touched(placed, front):
    after, _, [warning] = placed(f"{front}\ntexto\n")
    assert after.startswith(f"{front}\ntexto")
    assert warning.endswith("está no cabeçalho do arquivo")


def test_a_rule_at_the_top_is_no_front_matter(placed):
    after, places, _ = placed("---\n\n## Mascaramento da Loss\n")
    assert after == f"---\n\n## Mascaramento da Loss\n\n{SLOT}\n"
    assert places


@pytest.mark.parametrize(
    ("section", "title"),
    [
        ("Pipeline de SFT", "Pipeline de Supervised Fine-Tuning (SFT)"),
        ("Estrutura de Dados para Instruções", "Estrutura de Dados para Instruction Tuning"),
        ("Mascaramento da Loss", "Mascarando a loss"),
        ("O mecanismo de atenção", "Entendendo o mecanismo da atenção própria"),
        ("Máscara causal", "Máscara causal: impedindo o modelo de ver o futuro"),
        ("Como o modelo aprende a seguir instruções", "Como modelos aprendem a seguir instruções"),
    ],
)
def test_a_section_that_differs_in_a_few_words_is_found(placed, section, title):
    chapter = Chapter(3, "T", [figure(1, "um", section=section)])
    after, [place], warnings = placed(
        f"# A\n\n## Introdução\n\n## {title}\n\n## Conclusão\n", chapter=chapter
    )
    assert f"## {title}\n\n{SLOT}" in after
    assert place.endswith(f"“01-um” abaixo do título “{title}”; a seção da figura é “{section}”")
    assert warnings == ()


@pytest.mark.parametrize(
    ("section", "title"),
    [("Loss", "Mascaramento da Loss"), ("O treino", "O custo do treino na nuvem"), ("Dados", "Modelos")],
)
def test_a_heading_of_another_subject_is_not_the_sections(section, title):
    assert find_heading(section, parse_document(f"# {title}\n").headings) is None


def test_a_figure_at_the_end_comes_with_the_nearest_headings(placed):
    chapter = Chapter(3, "T", [figure(1, "um", section="Avaliação de Respostas"), figure(2, "dois")])
    _, _, warnings = placed(
        "# A\n\n## Avaliando Modelos\n\ntexto\n\n## Uma avaliação\n<!-- x -->\n", chapter=chapter
    )
    assert warnings == (
        "artigo.md, linha 10: “01-um” no fim do artigo; nenhum título é o da seção “Avaliação de Respostas”; "
        "os mais próximos: “Avaliando Modelos” (linha 3) e “Uma avaliação” (linha 7)",
        "artigo.md, linha 20: “02-dois” no fim do artigo; a figura não diz sua seção (em “section”)",
    )


@pytest.mark.parametrize(
    ("text", "what", "closing"),
    [
        ("a\n\n<!-- aberto\n", "o comentário", "-->"),
        ("a\n\n<pre>\n", "o bloco de código", "</pre>"),
        ("a\n\n- b\n\n~~~~\n", "o bloco de código", "~~~~"),
    ],
)
def test_no_marker_is_put_into_what_was_not_closed(article, publication, text, what, closing):
    path = article(text)
    line = text.count("\n")
    assert refusal(lambda: update_article(path, publication(), CHAPTER, CHAPTER.figures, place=True)) == (
        f"artigo.md, linha {line}: {what} não foi fechado, e um marcador no fim do artigo seria parte dele; "
        f"feche-o com “{closing}”"
    )
    assert path.read_text() == text


def test_a_section_keeps_its_figures_in_order(article, publication):
    figures = [figure(number, name, section="Loss") for number, name in ((1, "um"), (2, "dois"), (3, "tres"))]
    chapter, path = Chapter(3, "T", figures), article("## Loss\n\ntexto\n")
    for chosen in ([figures[1]], [figures[2]], [figures[0]]):
        update_article(path, publication("mkdocs"), chapter, chosen, place=True)
    assert re.findall(r"infograficos: (\d\d)", path.read_text()) == ["01", "02", "03"]
    assert path.read_text().endswith("<!-- /infograficos -->\n\ntexto\n")


def test_a_comment_in_html_that_never_ends_hides_what_is_below(placed):
    text = "## Loss\n\n<div>\n<!-- rascunho\n</div>\n\n## Treino\n"
    with pytest.raises(InputError, match="linha 4: o comentário não foi fechado"):
        placed(text, chapter=Chapter(3, "T", [figure(1, "um", section="Treino")]))
    assert placed(text, chapter=Chapter(3, "T", [figure(1, "um", section="Loss")]))[1]


def test_a_marker_that_is_a_comment_of_several_lines_is_reported(article, publication):
    path = article("a\n\n<!-- infograficos: 01\n-->\n")
    assert refusal(lambda: update_article(path, publication(), CHAPTER, place=True)) == (
        "artigo.md, linha 3: o marcador deve estar inteiro, e sozinho na linha"
    )
