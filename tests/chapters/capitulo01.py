"""Capítulo 01 da série: o que é um LLM."""

from infograficos import Chapter, Figure
from infograficos.builders.cycle import Cycle, Step
from infograficos.builders.distribution import Distribution
from infograficos.builders.hub import Hub, Spoke
from infograficos.builders.layers import Block, Layer, Layers
from infograficos.builders.matrix import Matrix
from infograficos.builders.pipeline import Pipeline, Stage

prediction = Figure(
    number=1,
    name="do-texto-ao-proximo-token",
    title="Do texto ao próximo token",
    headline="O modelo só vê números",
    subtitle="O caminho de uma previsão.",
    content=Pipeline(
        [
            Stage("Texto de entrada", "chat", "input"),
            Stage("Tokens com seus números", "tokens", "input"),
            Stage("Modelo: camadas de pesos", "weights", "model"),
            Stage("Chances do próximo token", "curve", "response"),
        ]
    ),
)

next_token = Figure(
    number=2,
    name="distribuicao-do-proximo-token",
    title="A distribuição do próximo token",
    headline="A saída é uma aposta",
    subtitle="O modelo dá uma chance a cada token do vocabulário.",
    content=Distribution(
        context="Hoje o céu está",
        tokens=["azul", "limpo", "nublado", "cinza", "muito"],
        probabilities=[0.312, 0.187, 0.146, 0.064, 0.041],
        others=50252,
    ),
)

uses = Figure(
    number=3,
    name="usos-de-um-llm",
    title="Quatro usos de um LLM",
    headline="Uma tarefa, muitos usos",
    subtitle="Tudo isto é continuar um texto.",
    content=Hub(
        name="LLM",
        detail="prevê o próximo token",
        spokes=[
            Spoke("Conversar", "response", "após a pergunta"),
            Spoke("Programar", "response", "após o comentário"),
            Spoke("Traduzir", "response", "após o original"),
            Spoke("Resumir", "response", "após o artigo"),
        ],
    ),
)

transformer = Figure(
    number=4,
    name="transformer-em-camadas",
    title="O transformer em camadas",
    headline="Um bloco, doze vezes",
    subtitle="GPT-2: mesma forma, pesos próprios em cada bloco.",
    content=Layers(
        [
            Layer("Embeddings", "input", "token + posição"),
            Block(
                "Bloco",
                [
                    Layer("LayerNorm", "model"),
                    Layer("Atenção causal", "model", "12 cabeças"),
                    Layer("LayerNorm", "model"),
                    Layer("MLP", "model", "768 → 3.072 → 768"),
                ],
                times=12,
                residual=[(1, 2), (3, 4)],
            ),
            Layer("LayerNorm final", "model"),
            Layer("Saída", "response", "768 → 50.257"),
        ]
    ),
)

causal_mask = Figure(
    number=5,
    name="mascara-causal",
    title="A máscara causal",
    headline="Ninguém olha o futuro",
    subtitle="1: pode olhar. O que vem depois fica escondido.",
    content=Matrix(
        values=[[1.0] * 4] * 4,
        rows=["Meu", "gato", "dorme", "muito"],
        row_axis="quem olha",
        column_axis="para quem",
        causal=True,
        places=0,
        masked_name="ainda não veio",
    ),
)

generation = Figure(
    number=6,
    name="laco-de-geracao",
    title="O laço de geração",
    headline="Um token por volta",
    subtitle="Cada token escolhido volta como entrada.",
    content=Cycle(
        steps=[
            Step("Contexto", "input", "tokens até aqui"),
            Step("Modelo", "model", "calcula as chances"),
            Step("Escolha", "response", "um token"),
            Step("Junta", "response", "no fim do contexto"),
        ],
        label="até o token de fim",
    ),
)

chapter = Chapter(1, "O que é um LLM", [prediction, next_token, uses, transformer, causal_mask, generation])
