"""Capítulo 03 da série: o mecanismo de atenção."""

from infograficos import Chapter, Figure
from infograficos.builders import (
    Alignment,
    Attention,
    Behaviour,
    Block,
    Branch,
    Branches,
    Comparison,
    Formula,
    Layer,
    Layers,
    Matrix,
    Projection,
    Summand,
    Term,
    VectorSum,
    Weights,
)

TOKENS = ["Meu", "gato", "dorme", "muito"]

#: Scores of each token with each other, already divided by the root of the keys' size.
SCORES = [[0.9, 0.2, 0.4, 0.1], [0.6, 1.4, 0.3, 0.2], [0.1, 1.8, 0.8, 0.3], [0.2, 0.7, 1.1, 0.5]]

#: What one draw of dropout switches off.
DROPPED = [
    ["", "", "", ""],
    ["sorteado", "", "", ""],
    ["", "", "sorteado", ""],
    ["", "sorteado", "", "sorteado"],
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
        masked_name="futuro",
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

aligned = Figure(
    number=7,
    name="palavras-alinhadas",
    title="Palavras alinhadas",
    headline="Traduzir troca a ordem",
    subtitle="“black cat” vira “gato preto”: cada palavra busca a sua.",
    content=Alignment(
        source=["the", "black", "cat", "sleeps"],
        target=["o", "gato", "preto", "dorme"],
        weights=[
            [0.9, 0.05, 0.03, 0.02],
            [0.02, 0.1, 0.86, 0.02],
            [0.03, 0.88, 0.07, 0.02],
            [0, 0.06, 0.02, 0.92],
        ],
        source_name="inglês",
        target_name="português",
    ),
)

weighted_sum = Figure(
    number=8,
    name="media-ponderada",
    title="A média ponderada",
    headline="Atenção é média com pesos",
    subtitle="Os pesos somam 1: quem importa mais puxa o resultado.",
    content=VectorSum(
        [
            Summand("V de “meu”", [1.0, 0.2, -0.4], "input", 0.1),
            Summand("V de “gato”", [0.6, -0.5, 0.8], "model", 0.7),
            Summand("V de “dorme”", [-0.3, 0.9, 0.1], "instruction", 0.2),
        ],
        name="contexto",
        role="response",
    ),
)

projections = Figure(
    number=9,
    name="consulta-chave-valor",
    title="Consulta, chave e valor",
    headline="Um vetor, três papéis",
    content=Projection(
        name="x",
        values=[1.0, 0.5, -1.0],
        weights=[
            Weights("W_Q", "q", "instruction", [[0.2, 0.6], [0.4, -0.2], [-0.3, 0.1]]),
            Weights("W_K", "k", "model", [[0.5, -0.1], [0.2, 0.8], [0.1, 0.3]]),
            Weights("W_V", "v", "response", [[-0.4, 0.3], [0.6, 0.2], [0.2, 0.7]]),
        ],
    ),
)

heads = Figure(
    number=10,
    name="cabecas-em-paralelo",
    title="Cabeças em paralelo",
    headline="Quatro olhares, uma saída",
    subtitle="Cada cabeça atende com um quarto das dimensões.",
    content=Branches(
        start=Branch("Vetores", "input", "256 cada"),
        branches=[Branch(f"Cabeça {number}", "model", "64") for number in range(1, 5)],
        joined=[
            Branch("Concatena", "model", f"4 × 64 = {4 * 64}"),
            Branch("Projeta", "response", "256 cada"),
        ],
    ),
)

formula = Figure(
    number=11,
    name="formula-da-atencao",
    title="A fórmula da atenção",
    headline="Comparar, pesar, somar",
    content=Formula(
        "Atenção(Q, K, V) = softmax(frac{Q Kᵀ}{√d_k}) V",
        [
            Term("Q", "o que cada token busca", "instruction"),
            Term("K", "o que cada um oferece", "model"),
            Term("V", "o que cada um entrega", "response"),
            Term("d_k", "tamanho das chaves", "alert"),
        ],
    ),
)

chapter = Chapter(
    3,
    "Atenção",
    [
        arcs,
        softmax,
        before_softmax,
        weights,
        dropout,
        residual,
        aligned,
        weighted_sum,
        projections,
        heads,
        formula,
    ],
)
