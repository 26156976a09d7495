"""Lines of running text seldom end in an article, a preposition or a conjunction, in any language."""

from __future__ import annotations

import pytest

from infograficos.elements import Text
from infograficos.fonts import default_fonts
from infograficos.language.languages import load_language
from infograficos.language.texts import in_language
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import TextBlock, walk
from infograficos.theme import ResolvedTheme, load_theme

PROSE = {
    "pt-BR": "O modelo lê a sequência inteira de tokens e prevê o próximo a partir do contexto que viu até "
    "agora. Durante o treino a loss é a média dos erros em todos os tokens da resposta, e o gradiente"
    " da loss diz ao otimizador em que direção mover cada um dos pesos.",
    "en": "The model reads the whole sequence of tokens and predicts the next one from the context that it "
    "has seen so far. During training the loss is the mean of the errors over all of the tokens in "
    "the response, and the gradient of the loss tells the optimizer in which direction to move each "
    "of the weights.",
    "es": "El modelo lee la secuencia entera de los tokens y predice el siguiente a partir del contexto que"
    " ha visto hasta ahora. Durante el entrenamiento la pérdida es la media de los errores en todos "
    "los tokens de la respuesta, y el gradiente de la pérdida le dice al optimizador en qué dirección"
    " mover los pesos.",
}


@pytest.mark.parametrize("code", PROSE)
def test_few_lines_end_in_a_weak_word(code: str):
    weak = load_language(code).weak_endings
    layouter = Layouter(ResolvedTheme(load_theme(), "light"), default_fonts())
    lines: list[str] = []
    with in_language(code):
        for width in range(200, 520, 40):
            frame = layouter.layout(Text(PROSE[code]), Limits(width))
            blocks = (visit.item for visit in walk(frame) if isinstance(visit.item, TextBlock))
            lines += [line.text for block in blocks for line in block.lines[:-1]]
    assert sum(line.split()[-1].casefold() in weak for line in lines) <= 0.1 * len(lines)
