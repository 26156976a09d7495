"""The script that the command line's tests run."""

#: A chapter of two small figures.
CHAPTER = """
from infograficos import Chapter, Figure
from infograficos.builders import IGNORED, LossMask


def figure(number, name, headline="Só a resposta ensina", token="oi"):
    content = LossMask(tokens=[token, "olá"], labels=[IGNORED, 7], losses=[0.0, 1.5])
    return Figure(number, name, "Mascaramento", headline, content, section="A loss", description="Uma linha")


chapter = Chapter(1, "Provas", [figure(1, "um"), figure(2, "dois")])
"""
