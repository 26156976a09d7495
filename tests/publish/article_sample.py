"""A chapter of two figures whose words are hard on Markdown, HTML, Liquid and Python."""

from __future__ import annotations

from infograficos import Chapter, Figure
from infograficos.content.fields import Words, content

#: What means something in one of the languages that snippets are written in.
HARD = 'Um "x" <b> & [y](z) *w* {{ v }} {% u %} `a_b_c` \\[t]\nfim ==x== :sim: </figure> -->'


@content
class Said:
    """A content that says just what it is given."""

    words: Words

    def body(self):
        raise NotImplementedError

    def describe(self):
        return self.words


def figure(
    number: int, name: str, words: str = "Uma seta leva do token ao vetor", section: str = ""
) -> Figure:
    """A figure that says these words of itself."""
    return Figure(number, name, "Título", "A ideia", Said(words), section=section, description=words)


def chapter() -> Chapter:
    """Two figures, the first in a section of its own."""
    return Chapter(
        1, "Provas", [figure(1, "um", section="O começo"), figure(2, "dois", "Outra coisa, bem dita")]
    )
