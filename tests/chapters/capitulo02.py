"""Capítulo 02 da série: do texto aos dados de treino."""

from math import pi, sin

from infograficos import Chapter, Figure
from infograficos.builders import (
    AudioData,
    Branch,
    Branches,
    Cluster,
    Cycle,
    Encodings,
    Field,
    ImageData,
    Pipeline,
    Points,
    Record,
    Shift,
    Stage,
    Step,
    Summand,
    TextData,
    Tokenization,
    VectorSum,
    Windows,
)

TEXT = ["O", "gato", "subiu", "no", "muro", "e", "dormiu", "."]

#: A vocabulary for one sentence, in alphabetical order.
VOCABULARY = {word: number for number, word in enumerate(sorted({"o", "gato", "viu", "rato", "e"}))}

text_to_vector = Figure(
    number=1,
    name="do-texto-ao-vetor",
    title="Do texto ao vetor",
    headline="Token vira vetor",
    subtitle="A tabela de embeddings é feita de pesos: o treino a ajusta.",
    content=Pipeline(
        [
            Stage("Texto em pedaços: tokens", "pairs", "input"),
            Stage("Um número por token: ID", "tokens", "input"),
            Stage("Linha do ID na tabela", "weights", "model"),
            Stage("Mais a posição: vetor", "weights", "input"),
        ]
    ),
)

round_trip = Figure(
    number=2,
    name="encode-e-decode",
    title="Encode e decode",
    headline="O decode desfaz o encode",
    subtitle="Um vocabulário só de letras: a = 1, b = 2…",
    content=Cycle(
        steps=[
            Step("Texto", "input", "“oi”"),
            Step("Encode", "model", "letra vira número"),
            Step("IDs", "response", "15 e 9"),
            Step("Decode", "model", "número vira letra"),
        ],
        label="ida e volta sem perda",
    ),
)

training_pair = Figure(
    number=3,
    name="par-entrada-alvo",
    title="O par de entrada e alvo",
    headline="O alvo é o texto **adiantado**{response}",
    subtitle="Os mesmos tokens, uma posição à frente.",
    content=Record(
        fields=[
            Field("tokens[0:4]", "O gato subiu no", "entrada x", "input"),
            Field("tokens[1:5]", "gato subiu no muro", "alvo y", "response"),
        ],
        record_name="janela de 5 tokens",
        text_name="par de treino",
        note="Cada alvo é o token seguinte.",
    ),
)

input_pipeline = Figure(
    number=4,
    name="pipeline-de-entrada",
    title="O pipeline de entrada",
    headline="Do corpus ao lote",
    subtitle="A fila mantém a ordem; só as janelas se embaralham.",
    content=Pipeline(
        [
            Stage("Corpus de texto", "chat", "input"),
            Stage("Uma só fila de IDs", "tokens", "input"),
            Stage("Janelas de entrada e alvo", "pairs", "response"),
            Stage("Lotes embaralhados", "pairs", "response"),
        ]
    ),
)

raw_data = Figure(
    number=5,
    name="dados-em-vetores",
    title="Dados em vetores",
    headline="A rede só lê números",
    subtitle="Texto, som e imagem chegam ao modelo como listas.",
    content=Encodings(
        [
            TextData(["O", "gato", "dorme"], [4, 17, 23], role="input"),
            AudioData([round(sin(pi * step / 5), 2) for step in range(11)]),
            ImageData([[230, 245, 61], [12, 220, 48], [110, 15, 5]]),
        ]
    ),
)

meaning = Figure(
    number=6,
    name="palavras-no-plano",
    title="Palavras no plano",
    headline="Parecidas ficam perto",
    subtitle="Um exemplo em duas dimensões; o GPT-2 small usa 768.",
    content=Points(
        points=[[1.0, 3.2], [1.8, 4.0], [2.3, 2.9], [5.0, 1.4], [5.8, 2.2], [6.3, 1.1]],
        names=["gato", "cachorro", "coelho", "carro", "ônibus", "moto"],
        clusters=[
            Cluster("animais", "input", ["gato", "cachorro", "coelho"]),
            Cluster("veículos", "model", ["carro", "ônibus", "moto"]),
        ],
        distance=[("gato", "coelho"), ("coelho", "carro")],
    ),
)

vocabulary = Figure(
    number=7,
    name="vocabulario",
    title="O vocabulário",
    headline="Cada token tem um número",
    subtitle="O número é a posição na lista, e não diz nada do sentido.",
    content=Tokenization(
        text="o gato viu o rato",
        tokens="o gato viu o rato".split(),
        ids=[VOCABULARY[word] for word in "o gato viu o rato".split()],
        vocabulary=VOCABULARY,
    ),
)

rare_word = Figure(
    number=8,
    name="palavra-rara",
    title="Uma palavra rara",
    headline="Rara? Vai em pedaços",
    subtitle="Números de um vocabulário de exemplo; a volta não perde nada.",
    content=Tokenization(
        text="Veja a tokenização",
        tokens=["Veja", "Ġa", "Ġto", "ken", "iza", "ção"],
        ids=[1402, 263, 281, 305, 1511, 2033],
        back=True,
    ),
)

sliding = Figure(
    number=9,
    name="janela-deslizante",
    title="A janela deslizante",
    headline="Um texto, muitos exemplos",
    subtitle="Cada parada da janela dá uma entrada e um alvo.",
    content=Windows(TEXT, size=4, stride=2, shown=2),
)

shifted = Figure(
    number=10,
    name="alvo-adiantado",
    title="O alvo adiantado",
    headline="O texto dá as respostas",
    subtitle="Ninguém precisa rotular: o alvo é o token que vem depois.",
    content=Shift(TEXT[:5]),
)

position = Figure(
    number=11,
    name="token-mais-posicao",
    title="Token mais posição",
    headline="A ordem entra somada",
    subtitle="Sem ela, “gato” seria igual em qualquer lugar da frase.",
    content=VectorSum(
        [
            Summand("token “gato”", [0.4, -0.2, 0.7, 0.1], "input"),
            Summand("posição 1", [0.1, 0.3, -0.2, 0.5], "model"),
        ],
        name="embedding",
        role="response",
    ),
)

two_tables = Figure(
    number=12,
    name="do-texto-ao-embedding",
    title="Do texto ao embedding",
    headline="Duas tabelas, uma soma",
    subtitle="O ID escolhe uma linha; a posição, a outra.",
    content=Branches(
        start=Branch("Texto em IDs", "input", icon="cerquilha"),
        branches=[
            Branch("Tabela de tokens", "model", "50.257 × 768"),
            Branch("Tabela de posições", "model", "1024 × 768"),
        ],
        joined=[Branch("Soma", "response", "768 por token")],
    ),
)

chapter = Chapter(
    2,
    "Trabalhando com texto",
    [
        text_to_vector,
        round_trip,
        training_pair,
        input_pipeline,
        raw_data,
        meaning,
        vocabulary,
        rare_word,
        sliding,
        shifted,
        position,
        two_tables,
    ],
)
