"""Renewing an article: between the markers today's figure, everywhere else the bytes that stood there."""

import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from refusals import refusal

from infograficos.errors import MachineError
from infograficos.publish import update_article
from infograficos.publish.lines import split_lines

OPEN, CLOSE = "<!-- infograficos: 01 -->", "<!-- /infograficos -->"
PLACE = f"{OPEN}\n{CLOSE}\n"


def inside(path):
    return re.search(rb"<!-- infograficos: 01 -->(.*)<!-- /infograficos -->", path.read_bytes(), re.DOTALL)[1]


def test_what_is_between_the_markers_is_todays_figure(article, publication, two):
    path = article(f"Antes\n{OPEN}\nvelho\n{CLOSE}\nDepois")
    renewed = update_article(path, publication(), two)
    snippet = publication().snippet(two.figures[0])
    assert path.read_text(encoding="utf-8") == f"Antes\n{OPEN}\n\n{snippet}\n\n{CLOSE}\nDepois"
    assert str(renewed) == f"{path}  1 figura renovada"
    assert str(update_article(path, publication(), two)) == f"{path}  1 já em dia"


def test_a_snippet_that_is_no_markdown_is_as_code(article, publication, two):
    path = article(PLACE)
    update_article(path, publication("notebook"), two)
    assert inside(path).startswith(b"\n\n```python\nfrom infograficos")
    assert inside(path).endswith(b'.find("01-um")\n```\n\n')
    update_article(path, publication("medium"), two)
    assert inside(path).startswith(b"\n\n```text\nFigura 1: ")


def test_an_article_that_is_current_is_not_written_again(article, publication, two, monkeypatch):
    path = article(PLACE)
    update_article(path, publication(), two)
    monkeypatch.setattr("infograficos.publish.article.write_file", None)
    assert update_article(path, publication(), two).changed == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_figures_lines_end_as_their_marker_does(article, publication, two, end):
    path = article(f"\ufeff{OPEN}{end}{CLOSE}{end}um\r\ndois\ntrês".encode())
    update_article(path, publication(), two)
    data = path.read_bytes()
    assert data.startswith("\ufeff".encode() + OPEN.encode() + end.encode() * 2 + b"<p>")
    assert data.endswith(f"{end}{CLOSE}{end}um\r\ndois\ntrês".encode())
    assert set(re.findall(rb"\r\n|\r|\n", inside(path))) == {end.encode()}


@pytest.mark.parametrize(
    "marker",
    [
        "<!--infograficos:1-->", "<!-- infograficos: um -->", "<!-- infograficos: 01-um -->",
        "<!-- Infográficos: 1 -->", "  <!-- infograficos:  01  -->  ",
    ],
)  # fmt: skip
def test_a_marker_may_be_written_in_several_ways(article, publication, two, marker):
    path = article(f"{marker}\n<!-- /infograficos-->\n")
    assert update_article(path, publication(), two).changed == (two.figures[0],)
    assert path.read_text(encoding="utf-8").startswith(f"{marker}\n")


def test_a_figure_in_a_list_is_indented_as_its_marker(article, publication, two):
    path = article(f"- item\n\n  {OPEN}\n  {CLOSE}\n")
    update_article(path, publication(), two)
    lines = inside(path).decode().split("\n")
    assert all(line.startswith("  ") for line in lines if line)
    assert update_article(path, publication(), two).changed == ()


CODE = "```md\n{}```\n", "~~~~\n~~~\n{}~~~~\n", "   ```\n{}   ```\n", "    {}", "`{}`", "> {}", "texto {}"


@pytest.mark.parametrize("around", CODE)
def test_a_marker_in_code_or_amid_words_is_only_text(article, publication, two, around):
    told = around.format(OPEN + "\n")
    path = article(f"{told}\n{PLACE}")
    assert update_article(path, publication(), two).figures == (two.figures[0],)
    assert path.read_text(encoding="utf-8").startswith(told)


def test_only_the_figures_asked_for_are_renewed(article, publication, two):
    rest = f"<!-- infograficos: 02 -->\nvelho\n{CLOSE}\n"
    path = article(PLACE + rest)
    update_article(path, publication(), two, [two.figures[0]])
    assert path.read_text(encoding="utf-8").endswith(rest)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (f"a\n{OPEN}\n", [(2, f"o marcador não foi fechado; esperado “{CLOSE}” mais abaixo")]),
        (f"a\n{CLOSE}\n", [(2, "este marcador fecha uma figura que não foi aberta")]),
        (
            f"{OPEN}\n<!-- infograficos: 02 -->\n{CLOSE}\n",
            [(2, f"um marcador dentro de outro, aberto na linha 1; falta “{CLOSE}” antes")],
        ),
        (
            f"{PLACE}\n{PLACE}",
            [(4, "a figura “01-um” já está na linha 1; cada uma vem uma só vez")],
        ),
        (
            f"<!-- infograficos: doix -->\n{CLOSE}\n",
            [(1, "a figura “doix” não existe; você quis dizer “02-dois”?")],
        ),
        (f"<!-- infograficos -->\n{CLOSE}\n", [(1, f"falta dizer qual figura; esperado algo como “{OPEN}”")]),
        (f"{OPEN}{CLOSE}\n", [(1, "o marcador deve estar inteiro, e sozinho na linha")]),
        (
            f"{OPEN}\n<!-- /infograficos: 01 -->\n",
            [(2, f"o fim da figura se escreve “{CLOSE}”, sem o nome dela")],
        ),
        (
            f"{CLOSE}\n{OPEN} x\n",
            [
                (1, "este marcador fecha uma figura que não foi aberta"),
                (2, "o marcador deve estar inteiro, e sozinho na linha"),
            ],
        ),
        (f"{OPEN}\n```\n{CLOSE}\n", [(1, f"o marcador não foi fechado; esperado “{CLOSE}” mais abaixo")]),
    ],
)
def test_every_wrong_marker_is_reported_with_its_line_and_nothing_is_written(
    article, publication, two, text, faults
):
    path = article(text)
    told = refusal(lambda: update_article(path, publication(), two, place=True))
    assert told.splitlines() == [f"artigo.md, linha {number}: {fault}" for number, fault in faults]
    assert path.read_text(encoding="utf-8") == text


BARE = "# Capítulo\n\n## 2. O *Comeco* {x}\nTexto\n\n## Fim"


def test_an_article_without_markers_is_reported_where_they_belong(article, publication, two):
    path = article(BARE.replace(" {x}", ""))
    assert refusal(lambda: update_article(path, publication(), two)).splitlines() == [
        "artigo.md: nenhum marcador destas figuras; com “--place” eles são postos onde se diz abaixo, "
        "ou ponha-os você",
        "artigo.md, abaixo da linha 3, o título “2. O Comeco”: “<!-- infograficos: 01 -->” e "
        "“<!-- /infograficos -->”, cada um em sua linha",
        "artigo.md, abaixo da linha 6, o fim do texto: “<!-- infograficos: 02 -->” e "
        "“<!-- /infograficos -->”, cada um em sua linha",
    ]


def test_markers_are_put_where_they_belong(article, publication, two):
    path = article(BARE.replace(" {x}", ""))
    assert len(update_article(path, publication(), two, place=True).changed) == 2
    first, second = (publication().snippet(figure) for figure in two.figures)
    assert path.read_text(encoding="utf-8") == (
        f"# Capítulo\n\n## 2. O *Comeco*\n\n{OPEN}\n\n{first}\n\n{CLOSE}\n\nTexto\n\n## Fim\n\n"
        f"<!-- infograficos: 02 -->\n\n{second}\n\n{CLOSE}\n"
    )
    assert update_article(path, publication(), two, place=True).changed == ()


def test_a_figure_that_has_its_place_keeps_it(article, publication, two):
    path = article(f"{PLACE}\n## O começo\n")
    update_article(path, publication(), two, place=True)
    text = path.read_text(encoding="utf-8")
    assert text.count(OPEN) == 1
    assert text.index(OPEN) == 0


def test_an_empty_article_can_be_begun(article, publication, two):
    path = article("")
    assert len(update_article(path, publication(), two, place=True).changed) == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "o artigo “{path}” não existe"),
        ("folder", "“{path}” é uma pasta; esperado o arquivo do artigo"),
        (b"a\nb \xe7\xe3o\n", "artigo.md, linha 2: esperado texto em UTF-8; salve o artigo assim"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path, publication, two, data, message):
    path = tmp_path / "artigo.md"
    if data == "folder":
        path.mkdir()
    elif data is not None:
        path.write_bytes(data)
    assert refusal(lambda: update_article(path, publication(), two)) == message.format(path=path)


def test_an_article_that_may_only_be_read_stays_as_it_is(article, publication, two):
    path = article(PLACE)
    path.chmod(0o444)
    with pytest.raises(MachineError) as raised:
        update_article(path, publication(), two)
    assert str(raised.value) == f"não foi possível gravar “{path}”: o arquivo só permite leitura"
    assert path.read_bytes() == PLACE.encode()


@pytest.mark.skipif(os.name != "posix", reason="rights and links of POSIX")
def test_an_article_keeps_its_rights_and_a_link_stays_one(article, publication, two, tmp_path):
    path = article(PLACE)
    path.chmod(0o640)
    link = tmp_path / "atalho.md"
    link.symlink_to(path)
    update_article(link, publication(), two)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert b"<picture>" in path.read_bytes()


def test_a_write_that_fails_leaves_the_article_whole(article, publication, two, monkeypatch):
    path = article(PLACE)

    def refuse(_self, _target):
        raise OSError(28, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MachineError, match="o disco está cheio"):
        update_article(path, publication(), two)
    assert path.read_bytes() == PLACE.encode()
    assert [each.name for each in path.parent.iterdir()] == ["artigo.md"]


#: Texts with all that editors and Markdown take for a line's end, a fence or something near a marker.
TEXTS = some.lists(
    some.sampled_from(
        [
            "\n",
            "\r\n",
            "\r",
            "\u2028",
            "\x0b",
            "\x85",
            "a",
            "é",
            " ",
            "    ",
            "`",
            "#",
            "<!-- x -->",
            "\ufeff",
            "*",
        ]
    )
    | some.characters(codec="utf-8", exclude_characters="~`"),
    max_size=30,
).map("".join)


@given(text=TEXTS)
def test_lines_put_together_give_the_text(text):
    assert "".join(line.full_text for line in split_lines(text)) == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(texts=some.tuples(TEXTS, TEXTS, TEXTS), end=some.sampled_from(["\n", "\r\n"]))
def test_every_other_byte_stays_and_twice_is_once(article, publication, two, texts, end):
    # What opens a block of code around the marker makes it one that is only text.
    before, old, after = (each.replace("`", "") + end for each in texts)
    path = article(f"{before}{OPEN}{end}{old}{CLOSE}{end}{after}")
    update_article(path, publication(), two)
    once = path.read_bytes()
    assert once.startswith(f"{before}{OPEN}{end}".encode())
    assert once.endswith(f"{end}{CLOSE}{end}{after}".encode())
    assert b"<picture>" in once
    update_article(path, publication(), two)
    assert path.read_bytes() == once
