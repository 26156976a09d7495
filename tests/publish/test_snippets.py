"""What each platform is given, word for word, and that no word of a figure is more than a word there."""

import ast
import re
import shlex
from html.parser import HTMLParser
from pathlib import Path

import pytest
from article_sample import HARD, figure
from refusals import refusal

from infograficos.chapter_07 import chapter
from infograficos.export import ExportOptions, plan_files
from infograficos.publish import PLATFORMS, Publication, pick_platform
from infograficos.text.markup import plain_text
from infograficos.text.templates import escape_image_alt, escape_to_entities
from infograficos.theme import load_theme

BASE = "https://raw.githubusercontent.com/voce/artigos/main/dist"
ALT = "A ideia. Uma seta leva do token ao vetor"
CAPTION = "Uma seta leva do token ao vetor"


def written(platform, words=CAPTION, base=None, **where):
    return Publication(pick_platform(platform), base=base, **where).snippet(figure(3, "tres", words))


def test_medium_is_explained_step_by_step_since_it_takes_files_by_hand_only():
    assert (
        written("medium")
        == f"""\
Figura 3: Título

1. Em uma linha vazia do editor do Medium, clique em “+”, depois na câmera, e envie este arquivo:

dist/medium/03-tres.png

2. Clique na figura, depois em “Alt text”, e cole:

{ALT}

3. Clique na linha abaixo da figura e cole a legenda:

{CAPTION}"""
    )


def test_medium_is_explained_in_the_language_of_the_figure():
    snippet = Publication(pick_platform("medium")).snippet(figure(3, "tres", CAPTION).in_language("en"))
    assert snippet.startswith("Figure 3: Título\n\n1. On an empty line of the Medium editor, click “+”")


def test_devto_gets_an_image_and_a_caption_on_the_next_line():
    assert written("devto", base=BASE) == (
        f"![{ALT}]({BASE}/devto/03-tres.png)\n<figcaption>{CAPTION}</figcaption>"
    )


def test_github_gets_a_picture_for_paper_and_screen():
    assert (
        written("github")
        == f"""\
<p>
<picture>
<source media="(prefers-color-scheme: dark) and (max-width: 480px)" srcset="dist/svg/03-tres-360-dark.svg">
<source media="(max-width: 480px)" srcset="dist/svg/03-tres-360.svg">
<source media="(prefers-color-scheme: dark)" srcset="dist/svg/03-tres-dark.svg">
<img src="dist/svg/03-tres.svg" alt="{ALT}" width="700">
</picture>
<br><sub>{CAPTION}</sub>
</p>"""
    )


def test_mkdocs_gets_one_image_for_each_state_of_the_sites_switch():
    assert (
        written("mkdocs")
        == f"""\
<figure markdown="span">
![{ALT}](dist/svg/03-tres.svg#only-light)
![{ALT}](dist/svg/03-tres-dark.svg#only-dark)
<figcaption>{CAPTION}</figcaption>
</figure>"""
    )


def test_a_notebook_gets_the_lines_that_show_the_figure():
    assert written("notebook") == (
        f'from infograficos.chapter_07 import chapter\n\n# {CAPTION}\nchapter.find("03-tres")'
    )
    assert written("notebook", script=Path("caps/um dois.py"), article_folder=Path("caps")) == (
        f"from infograficos.script import load_chapter\n\n# {CAPTION}\n"
        'load_chapter("um dois.py").find("03-tres")'
    )


def test_the_lines_for_a_notebook_show_the_figure():
    lines = Publication(pick_platform("notebook")).snippet(chapter.find("3"))
    *before, last = ast.parse(lines).body
    names: dict[str, object] = {}
    exec(compile(ast.Module(before, []), "cell", "exec"), names)  # noqa: S102
    assert eval(compile(ast.Expression(last.value), "cell", "eval"), names) is chapter.find("3")  # noqa: S307


def test_a_page_gets_the_figure_itself_for_computer_and_phone():
    publication = Publication(pick_platform("html"))
    both = "\n".join(publication.snippet(each) for each in chapter.figures[:2])
    assert both.count("<svg ") == both.count('role="img"') == 4
    assert both.count("<figure") == both.count("</figure>") == both.count("<figcaption>") == 2
    ids = re.findall(r'\bid="([^"]+)"', both)
    assert len(ids) == len(set(ids))
    # A blank line would end the HTML in a Markdown article.
    assert "" not in both.split("\n")


class Words(HTMLParser):
    """What a browser sees: tags, and the words of attributes and text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.alts, self.text = [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.alts += [value for name, value in attrs if name == "alt"]

    def handle_data(self, data):
        self.text += data


LINE = " ".join(HARD.split())


def test_no_word_is_markup_in_html():
    seen = Words(written("github", HARD))
    assert seen.tags == ["p", "picture", "source", "source", "source", "img", "br", "sub"]
    assert seen.alts == [f"A ideia. {LINE}"]
    assert " ".join(plain_text(HARD).split()) in seen.text


def test_no_word_is_markup_in_markdown():
    caption = escape_to_entities(HARD)
    assert not re.search(r"[\\`*_{}\[\]<>]|==|:\w+:|&(?!#\d+;)", caption)
    assert Words(caption).text == LINE
    lines = written("mkdocs", HARD).split("\n")
    assert len(lines) == 5
    assert lines[3] == f"<figcaption>{escape_to_entities(plain_text(HARD))}</figcaption>"


@pytest.mark.parametrize(
    ("text", "alt"),
    [
        ("os [x] e <fim>", "os (x) e <fim>"),
        ("{{ v }} e {% u %}", "{ { v } } e { % u % }"),
        ("duas\nlinhas", "duas linhas"),
        ("barra no fim \\", "barra no fim \\."),
        ("chaves {a}", "chaves {a}"),
    ],
)
def test_an_alt_that_devto_takes_as_it_is(text, alt):
    assert escape_image_alt(text) == alt


def test_no_words_of_a_notebook_leave_their_comment():
    [imported, found] = ast.parse(written("notebook", HARD)).body
    assert isinstance(imported, ast.ImportFrom)
    assert isinstance(found, ast.Expr)


@pytest.mark.parametrize("platform", ["devto", "github", "mkdocs"])
def test_addresses_can_hold_any_folder(platform):
    folder = Path("minhas figuras (ç)")
    if platform == "devto":
        assert f"({BASE}/devto/03-tres.png)" in written("devto", base=f"{BASE}/", export_folder=folder)
    else:
        assert "minhas%20figuras%20%28%C3%A7%29/svg/03-tres.svg" in written(platform, export_folder=folder)


def test_paths_are_seen_from_the_article():
    assert 'src="../dist/svg/03-tres.svg"' in written("github", article_folder=Path("docs"))
    assert "\n../dist/medium/03-tres.png\n" in written("medium", article_folder=Path("docs"))


@pytest.mark.parametrize(
    "base",
    [
        "exemplo.com/figuras", "http://exemplo.com", "https://", "https:///x", "ftp://exemplo.com", "", " ",
        "https://exemplo.com/duas palavras", "https://exemplo.com/a)b", "https://exemplo.com/?a=b",
        "https://exemplo.com/#a", 'https://exemplo.com/"x', "https://[exemplo", "https://exemplo.com/\n",
    ],
)  # fmt: skip
def test_an_address_that_would_not_work_is_refused(base):
    assert refusal(lambda: written("github", base=base)) == (
        f"o endereço “{base}” não serve em “--base-url”; esperado algo como “{BASE}”"
    )


def test_devto_needs_an_address():
    assert refusal(lambda: written("devto")) == (
        f"o devto só mostra imagens que estão na web; diga em “--base-url” onde a pasta está, como “{BASE}”"
    )


def test_a_wrong_platform_is_answered_with_the_right_one():
    assert refusal(lambda: pick_platform("githb")) == (
        "a plataforma “githb” não existe; você quis dizer “github”?"
    )
    assert refusal(lambda: pick_platform(None)) == (
        "falta dizer em “--for” onde o artigo sai: “medium”, “devto”, “github”, “mkdocs”, “html”, “notebook”"
    )


@pytest.mark.parametrize("platform", [name for name, each in PLATFORMS.items() if each.format])
def test_a_snippet_points_to_all_the_files_that_its_export_writes_and_to_no_other(platform):
    publication = Publication(pick_platform(platform), base=BASE)
    jobs = plan_files(
        [figure(3, "tres")],
        publication.platform.narrow(ExportOptions(folder=publication.export_folder, theme=publication.theme)),
    )
    named = set(re.findall(r"[\w-]+/03-tres[\w-]*\.\w+", written(platform, base=BASE)))
    assert named == {f"{job.path.parent.name}/{job.path.name}" for job in jobs}


def test_what_is_missing_comes_with_the_command_that_writes_it(tmp_path):
    publication = Publication(
        pick_platform("devto"), tmp_path / "as figuras", base=BASE, script=tmp_path / "a.py"
    )
    [line] = publication.advice([figure(3, "tres"), figure(4, "quatro")])
    told, _, command = line.partition("; para gravar: ")
    assert told == f"faltam 2 arquivos, como “{tmp_path / 'as figuras/devto/03-tres.png'}”"
    assert shlex.split(command) == [
        "infograficos", "export", "3", "4", "--for", "devto",
        "--from", str(tmp_path / "a.py"), "--out", str(tmp_path / "as figuras"),
    ]  # fmt: skip
    (tmp_path / "as figuras/devto").mkdir(parents=True)
    (tmp_path / "as figuras/devto/03-tres.png").touch()
    [line] = publication.advice([figure(3, "tres"), figure(4, "quatro")])
    assert line.startswith(f"falta “{tmp_path / 'as figuras/devto/04-quatro.png'}”; para gravar: ")


def test_words_that_are_too_long_to_hear_are_reported():
    most = load_theme().limits.alt_most
    long = figure(3, "tres", "p" * most)
    assert Publication(pick_platform("html")).advice([long]) == [
        f"03-tres: o texto alternativo tem {most + 9} caracteres; esperados até {most}"
    ]
