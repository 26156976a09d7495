"""A figure so small that it is drawn at once."""

from infograficos import Figure
from infograficos.builders import IGNORED, LossMask


def figure(number, name, word="oi", headline="Só a resposta ensina", **more):
    content = LossMask(tokens=[word, "olá"], labels=[IGNORED, 7], losses=[0.0, 1.5])
    return Figure(number, name, "Mascaramento", headline, content, **more)
