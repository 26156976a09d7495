"""Capítulo 01 da série: o que é um LLM."""

from infograficos import Chapter, Figure
from infograficos.builders import (
    Block,
    Cycle,
    Distribution,
    Generation,
    Hub,
    Layer,
    Layers,
    Matrix,
    Moment,
    Pipeline,
    Spoke,
    Stage,
    Step,
    Table,
    Timeline,
)

#: What each GPT-2 is made of: blocks, the size of its vectors, heads.
GPT2 = {"small": (12, 768, 12), "medium": (24, 1024, 16), "large": (36, 1280, 20), "XL": (48, 1600, 25)}


def millions(blocks, size):
    """The weights of a GPT-2, in millions: embeddings, blocks with biases, and the last norm."""
    embeddings = (50_257 + 1_024) * size
    attention, mlp, norms = 4 * size**2 + 4 * size, 8 * size**2 + 5 * size, 4 * size
    return round((embeddings + blocks * (attention + mlp + norms) + 2 * size) / 1e6)


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
    headline="Uma tarefa, **muitos usos**{response}",
    subtitle="Tudo isto é continuar um texto.",
    content=Hub(
        name="LLM",
        detail="prevê o próximo token",
        spokes=[
            Spoke("Conversar", "response", "após a pergunta", icon="conversa"),
            Spoke("Programar", "response", "após o comentário", icon="codigo"),
            Spoke("Traduzir", "response", "após o original", icon="idiomas"),
            Spoke("Resumir", "response", "após o artigo", icon="documento"),
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
                    Layer("MLP", "model", "768 → 3072 → 768"),
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

history = Figure(
    number=7,
    name="linha-do-tempo",
    title="Dos transformers aos assistentes",
    headline="A conversa veio por último",
    subtitle="A arquitetura é de 2017; o diálogo, de cinco anos depois.",
    content=Timeline(
        [
            Moment("2017", "Transformer", "sem recorrência"),
            Moment("2018", "GPT", "um texto por vez"),
            Moment("2020", "GPT-3", "aprende do prompt"),
            Moment("2022", "ChatGPT", "segue instruções"),
        ],
        highlight="ChatGPT",
        role="response",
    ),
)

family = Figure(
    number=8,
    name="familia-gpt-2",
    title="A família GPT-2",
    headline="Mesma forma, outro tamanho",
    subtitle="Só mudam o número de blocos e a largura de cada um.",
    content=Table(
        [
            {
                "modelo": name,
                "blocos": blocks,
                "dimensão": size,
                "cabeças": heads,
                "pesos": millions(blocks, size),
            }
            for name, (blocks, size, heads) in GPT2.items()
        ],
        units={"pesos": "milhões"},
    ),
)

feedback = Figure(
    number=9,
    name="token-que-volta",
    title="O token que volta",
    headline="A saída vira entrada",
    subtitle="O texto cresce um token por passo.",
    content=Generation(["O", "gato", "subiu"], ["no", "muro", "."]),
)

chapter = Chapter(
    1,
    "O que é um LLM",
    [prediction, next_token, uses, transformer, causal_mask, generation, history, family, feedback],
)
