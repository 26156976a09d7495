"""Capítulo 02 da série: do texto aos dados de treino."""

from infograficos import Chapter, Figure
from infograficos.builders.cycle import Cycle, Step
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.builders.record import Field, Record

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
    headline="O alvo é o texto adiantado",
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

chapter = Chapter(2, "Trabalhando com texto", [text_to_vector, round_trip, training_pair, input_pipeline])
