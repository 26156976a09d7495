"""Capítulo 03 da série: o mecanismo de atenção."""

from infograficos import Chapter, Figure
from infograficos.builders.attention import Attention
from infograficos.builders.comparison import Behaviour, Comparison
from infograficos.builders.layers import Block, Layer, Layers
from infograficos.builders.matrix import Matrix

TOKENS = ["Meu", "gato", "dorme", "muito"]

#: Scores of each token with each other, already divided by the root of the keys' size.
SCORES = [[0.9, 0.2, 0.4, 0.1], [0.6, 1.4, 0.3, 0.2], [0.1, 1.8, 0.8, 0.3], [0.2, 0.7, 1.1, 0.5]]

#: What one draw of dropout switches off.
DROPPED = [
    [False, False, False, False],
    [True, False, False, False],
    [False, False, True, False],
    [False, True, False, True],
]

arcs = Figure(
    number=1,
    name="atencao-em-arcos",
    title="Para onde um token olha",
    headline="Quem sorriu? A menina",
    subtitle="Um exemplo dos pesos de uma cabeça de atenção.",
    content=Attention(
        tokens=["A", "menina", "leu", "a", "carta", "e", "sorriu"],
        weights=[0.03, 0.52, 0.17, 0.02, 0.12, 0.04, 0.1],
        looking=6,
    ),
)

softmax = Figure(
    number=2,
    name="scores-em-pesos",
    title="Dos scores aos pesos",
    headline="Softmax: score vira fatia",
    subtitle="A ordem fica; a soma passa a ser 1.",
    content=Comparison(
        request="q · k ÷ √d",
        before=Behaviour("Scores", "qualquer valor", ["2,0", "1,0"]),
        after=Behaviour("Pesos", "somam 1", ["0,73", "0,27"]),
        bridge="softmax",
        made_of=("exponencial", "÷ soma"),
    ),
)

before_softmax = Figure(
    number=3,
    name="scores-mascarados",
    title="Scores mascarados",
    headline="Mascarar é somar −∞",
    subtitle="No softmax, um score de −∞ vira peso zero.",
    content=Matrix(values=SCORES, rows=TOKENS, causal=True, places=1, masked_as="−∞", masked_name="futuro"),
)

weights = Figure(
    number=4,
    name="pesos-antes-do-dropout",
    title="Pesos antes do dropout",
    headline="Cada linha soma 1",
    subtitle="Com a máscara, o softmax divide só entre o que já veio.",
    content=Matrix(values=SCORES, rows=TOKENS, causal=True, softmax=True),
)

dropout = Figure(
    number=5,
    name="dropout-nos-pesos",
    title="Dropout nos pesos",
    headline="O dropout zera ou dobra",
    subtitle="Mesmos pesos, p = 0,5: em média, nada muda.",
    content=Matrix(
        values=[[2 * round(weight, 2) for weight in row] for row in weights.content.numbers],
        rows=TOKENS,
        mask=DROPPED,
        causal=True,
        masked_name="futuro ou sorteado: zero",
    ),
)

residual = Figure(
    number=6,
    name="atalho-residual",
    title="O atalho residual",
    headline="A entrada nunca se perde",
    subtitle="A atenção só soma uma correção ao que entrou.",
    content=Layers(
        [
            Layer("Entrada x", "input"),
            Block(
                "Bloco",
                [Layer("LayerNorm", "model"), Layer("Atenção causal", "model"), Layer("Dropout", "model")],
                residual=[(1, 3)],
            ),
            Layer("x + correção", "response"),
        ]
    ),
)

chapter = Chapter(3, "Atenção", [arcs, softmax, before_softmax, weights, dropout, residual])
