"""Capítulo 04 da série: o modelo GPT montado."""

from math import erf, sqrt

from infograficos import Chapter, Figure
from infograficos.builders import (
    Bars,
    Behaviour,
    Block,
    Branch,
    Branches,
    Comparison,
    Curves,
    KeyValues,
    Layer,
    Layers,
    Series,
    Width,
    Widths,
)

SIZE, BLOCKS, VOCABULARY, CONTEXT = 768, 12, 50_257, 1_024

#: Where the activations are drawn.
PLACES = [step / 4 for step in range(-12, 13)]

#: The weights of GPT-2 small with their biases, in millions; the small norms are left out.
WEIGHTS = {
    "embeddings": (VOCABULARY + CONTEXT) * SIZE,
    "atenção": BLOCKS * (4 * SIZE**2 + 4 * SIZE),
    "MLP": BLOCKS * (8 * SIZE**2 + 5 * SIZE),
}

configuration = Figure(
    number=1,
    name="configuracao",
    title="A configuração",
    headline="Seis números bastam",
    subtitle="A forma do GPT-2 small cabe em um dicionário.",
    content=KeyValues(
        {
            "vocabulário": VOCABULARY,
            "contexto": CONTEXT,
            "dimensão": SIZE,
            "blocos": BLOCKS,
            "cabeças": 12,
            "dropout": 0.1,
        }
    ),
)

block = Figure(
    number=2,
    name="bloco-do-transformer",
    title="O bloco do transformer",
    headline="Dois passos, dois atalhos",
    content=Layers(
        [
            Layer("Vetores entram", "input"),
            Block(
                "Bloco",
                [
                    Layer("LayerNorm 1", "model"),
                    Layer("Atenção", "model", "12 cabeças"),
                    Layer("LayerNorm 2", "model"),
                    Layer("MLP", "model", "4 vezes mais larga"),
                ],
                residual=[(1, 2), (3, 4)],
            ),
            Layer("Vetores saem", "response"),
        ]
    ),
)

mlp = Figure(
    number=3,
    name="mlp-alarga-e-estreita",
    title="A MLP alarga e estreita",
    headline="Abre quatro vezes, e fecha",
    subtitle="No meio há mais espaço para combinar o que entrou.",
    content=Widths(
        [
            Width("entra", SIZE, "input"),
            Width("expande", 4 * SIZE, "model", "depois, GELU"),
            Width("contrai", SIZE, "response"),
        ],
        weights=True,
    ),
)

activations = Figure(
    number=4,
    name="gelu-e-relu",
    title="GELU e ReLU",
    headline="GELU: uma ReLU sem quina",
    subtitle="Perto de zero ela ainda deixa passar um pouco.",
    content=Curves(
        [
            Series("GELU", [x * (1 + erf(x / sqrt(2))) / 2 for x in PLACES], "model", PLACES),
            Series("ReLU", [max(0.0, x) for x in PLACES], "input", PLACES),
        ],
        x_name="entrada",
        y_name="saída",
        lowest="GELU",
    ),
)

where_weights_are = Figure(
    number=5,
    name="onde-estao-os-pesos",
    title="Onde estão os pesos",
    headline="A MLP guarda quase metade",
    subtitle="GPT-2 small: cerca de 124 milhões de pesos.",
    content=Bars(
        {name: count / 1e6 for name, count in WEIGHTS.items()},
        measure="milhões de pesos",
        places=1,
        highlighted="MLP",
    ),
)

norm_place = Figure(
    number=6,
    name="onde-fica-a-norma",
    title="Onde fica a norma",
    headline="Norma antes, treino calmo",
    subtitle="O GPT-2 pôs a LayerNorm antes de cada passo.",
    content=Comparison(
        request="x",
        before=Behaviour("Norma depois", "treino frágil", ["corta o atalho"]),
        after=Behaviour("Norma antes", "treina estável", ["atalho livre"]),
        bridge="muda o lugar",
        made_of=("soma", "LayerNorm"),
        request_name="Entrada",
        request_role="input",
        made_of_roles=("input", "model"),
    ),
)

tied = Figure(
    number=7,
    name="uma-tabela-duas-pontas",
    title="Uma tabela, duas pontas",
    headline="A mesma tabela lê e escreve",
    subtitle="No GPT-2, embedding e saída usam os mesmos pesos.",
    content=Branches(
        start=Branch("Tabela única", "model", "50.257 × 768", "tabela"),
        branches=[
            Branch("Embedding", "input", "do ID ao vetor"),
            Branch("Saída", "response", "do vetor aos logits"),
        ],
    ),
)

chapter = Chapter(
    4,
    "O modelo GPT",
    [configuration, block, mlp, activations, where_weights_are, norm_place, tied],
)
