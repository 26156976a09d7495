"""Any article is renewed between its markers alone, once and for all, or refused and left as it was."""

import re
from contextlib import suppress
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some
from markdown_it import MarkdownIt
from refusals import refusal

from infograficos.errors import InputError
from infograficos.publish import update_article
from infograficos.publish.article import check_article
from infograficos.publish.document import parse_document
from infograficos.publish.images import find_images
from infograficos.publish.markers import find_slots

OPEN, CLOSE = "<!-- infograficos: 01 -->", "<!-- /infograficos -->"

#: What Markdown, HTML and editors read something into, and what is near a marker.
PIECES = some.sampled_from(
    [
        "\n", "\n", "\r\n", "\r", "\ufeff", "\u2028", "\x0b", "\x00", "palavra ", "---\ntítulo: x\n---\n",
        "# O começo\n", "## Outra coisa ##\n", "Um\n===\n", "- a\n  - b\n    - c\n", "> ", "    ", "\t",
        "```\n", "````md\n", "~~~\n", "`a`", "``", "![a](b.png)", "![](<x y.svg> 't')", "![a][r]",
        "[r]: a.png\n", "<img src=a.png>", "<img alt\n", ">", "<source srcset='a.png 1x, ,'>", "<!--",
        "-->", "<![", "<![if x]>", "<![CDATA[", "<!", "<?", "</", "<a b='", "<script>", "&#0;", "{% x %}",
        "{{ y }}", "| a |\n|---|\n", "![a](http://[x)", "![a](%00.png)", f"\n{OPEN}\n", f"\r\n  {OPEN}\r\n",
        "+++\n", "{\n", "}\n", "{% raw %}\n", "{% endraw %}\n", "{% comment %}\n", "{% endcomment %}\n",
        "<pre>\n", "</pre>\n", "<!--\n# O começo\n", "\nO começo\n---\n", "## O começo {#id}\n",
        "\n![x](a/01-um.png)\n",
        "<img src=01-um.svg>", "\n<p>\n    <img src=01-um.svg>\n</p>\n", "1. ", "{/*", "*/}",
        "%%\n", "[", "](x)",
        "<figure><img src=01-um.svg>", "<figcaption>legenda</figcaption>\n</figure>\n", "<picture>\n",
        "</div>\n",
        f"\n{CLOSE}\n", f"  {CLOSE}  \r", "<!-- infograficos: 02 -->\n", "<!-- infograficos -->\n",
        "<!-- infograficos: 01", "<!--infograficos:dois-->\n", f"{OPEN} texto", f"    {OPEN}\n",
    ]
)  # fmt: skip
ARTICLES = some.lists(PIECES | some.characters(codec="utf-8"), max_size=25).map("".join)
PLACES = some.builds(
    "{}\n{}\n{}\n{}\n{}".format, ARTICLES, some.just(OPEN), ARTICLES, some.just(CLOSE), ARTICLES
)


def outside(text, chapter):
    """What stands between the figures, with their markers."""
    document = parse_document(text)
    lines = document.lines
    ends = [
        0,
        *(i for slot in find_slots(document, chapter, "") for i in (slot.opening + 1, slot.closing)),
        None,
    ]
    return [
        "".join(line.full_text for line in lines[a:b]) for a, b in zip(ends[::2], ends[1::2], strict=True)
    ]


#: What placing takes out: images of figures, with the tags that hold nothing else.
TAKEN = re.compile(
    r"!\[x\]\(a/01-um\.png\)|<img src=01-um\.svg>|</?(?:p|picture|figure|a b=')[^<>]*>|\[|\]\(x\)"
)


def words(text):
    """A text without what placing adds, markers and blanks, and without what it takes out."""
    return re.sub(r"\s+", "", TAKEN.sub("", re.sub(r"<!-- /?infograficos[^\r\n]*-->", "", text)))


#: HTML that ends nowhere, in which browsers look for a comment in vain.
BROKEN_HTML = re.compile(
    r"<!(?!--(?!>))|<\?|</(?!(?:p|pre|div|figure|figcaption)>)|<a b='|<script>|<img alt\n"
)


class Comments(HTMLParser):
    """The comments of a page, each with whether it is in an element that shows what is in it as it is."""

    def __init__(self, html):
        super().__init__()
        self.open, self.closed, self.within = [], [], []
        self.feed(html)
        self.close()

    @property
    def found(self):
        # What an author opens and never closes is their own.
        return [(data, any(tag in self.closed for tag in tags)) for data, tags in self.within]

    def handle_starttag(self, tag, _attrs):
        if tag in ("pre", "textarea"):
            self.open.append((tag, self.getpos()))

    def handle_endtag(self, tag):
        if tag in [name for name, _ in self.open]:
            self.closed.append(self.open.pop())

    def handle_comment(self, data):
        self.within.append((data.strip(), tuple(self.open)))


def published_comments(text):
    """The comments of an article's page, once front matter, Liquid and Markdown are read."""
    text = re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))
    text = re.sub(
        r"\A\ufeff?(---|\+\+\+)[ \t]*\n.*?^\1[ \t]*$", "", text, count=1, flags=re.DOTALL | re.MULTILINE
    )
    text = re.sub(r"\{% comment %\}.*?\{% endcomment %\}", "", text, flags=re.DOTALL)
    return Comments(MarkdownIt("commonmark").render(text)).found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ARTICLES | PLACES, place=some.booleans())
@example(text=f"{OPEN}\n{CLOSE}\n<![- a\n", place=False)
@example(text=f"{OPEN}\n{CLOSE}\n<![palavra \n", place=False)
@example(text="texto\n```\ncódigo\n", place=True)
def test_an_article_is_renewed_once_and_changed_nowhere_else(article, publication, two, text, place):
    path, published = article(text), replace(publication(), script=Path("cap.py"))
    before = path.read_bytes().decode()
    with suppress(InputError):
        check_article(path, published, two)
    assert path.read_bytes().decode() == before
    renewed = None
    with suppress(InputError):
        renewed = update_article(path, published, two, place=place)
    once = path.read_bytes().decode()
    if renewed is None:
        assert once == before
        return
    if place:
        assert words("".join(outside(before, two))) == words("".join(outside(once, two)))
    else:
        assert outside(before, two) == outside(once, two)
    assert update_article(path, published, two, place=place).changed == ()
    assert path.read_bytes().decode() == once
    assert not [fault for fault in check_article(path, published, two).errors if "não está em dia" in fault]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=some.lists(PIECES, max_size=25))
@example(pieces=["<!--\n# O começo\nsegredo\n-->\n"])
@example(pieces=["---\ntítulo: x\n# O começo\n---\n"])
@example(pieces=["{% comment %}\n# O começo\n{% endcomment %}\n"])
@example(pieces=["<pre>\n\n# O começo\n\n</pre>\n"])
@example(pieces=["- a\n\n  ```\n  # O começo\n  ```\n"])
def test_every_marker_that_is_put_is_a_comment_of_the_page_and_none_is_seen(
    article, publication, two, pieces
):
    text = BROKEN_HTML.sub("", "".join(pieces))
    path, published = article(text), replace(publication(), script=Path("cap.py"))
    before = published_comments(text)
    try:
        renewed = update_article(path, published, two, place=True)
    except InputError:
        return
    after = published_comments(path.read_bytes().decode())
    hidden = [data.partition("infograficos:")[2].strip() for data, is_shown in after if not is_shown]
    for figure in renewed.figures:
        assert {f"{figure.number:02d}", figure.name} & set(hidden)
    # No comment of the author's has become a part of the page, or the other way round.
    assert authors(after) == authors(before)


def authors(comments):
    return [each for each in comments if "infograficos" not in each[0]]


def test_no_marker_is_put_into_a_code_block_that_was_not_closed(article, publication, two):
    text = "# O começo\n\n```\nfechado\n```\n\n~~~~ python\ncódigo\n```\n"
    path = article(text)
    assert refusal(lambda: update_article(path, publication(), two, place=True)) == (
        "artigo.md, linha 7: o bloco de código não foi fechado, e um marcador no fim do artigo seria parte "
        "dele; feche-o com “~~~~”"
    )
    assert path.read_text() == text
    # The figure of the section that has a heading does not come to stand in the block.
    assert update_article(path, publication(), two, two.figures[:1], place=True).changed == two.figures[:1]


#: Lines that a reader who tries all ways to divide the blanks would never be done with.
BLANKS = " " * 20_000


@pytest.mark.parametrize(
    "line",
    [
        f"<!--{BLANKS}x", f"<!-- infograficos{BLANKS}x", f"<!-- infograficos:{BLANKS}x",
        f"<!--{BLANKS}/{BLANKS}", f"# a{BLANKS}b", f"# a{' #' * 20_000} b",
    ],
)  # fmt: skip
def test_many_blanks_take_no_longer_than_as_many_letters(article, publication, two, line):
    path = article(f"{OPEN}\n{CLOSE}\n{line}\n")
    with suppress(InputError):
        update_article(path, publication(), two, place=True)
    assert line in path.read_text()


def test_what_is_left_open_is_not_read_again_with_each_line(monkeypatch):
    fed = []
    monkeypatch.setattr("infograficos.publish.images._Tags.feed", lambda _self, text: fed.append(text))
    assert list(find_images(parse_document("<!--\n" * 50))) == []
    assert len(fed) == 1
