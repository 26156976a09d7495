"""Capítulo 07 da série: Instruction Tuning."""

from __future__ import annotations

from infograficos.builders import (
    IGNORED,
    Answer,
    Behaviour,
    Comparison,
    Field,
    LossMask,
    Pipeline,
    Record,
    Rubric,
    Stage,
)
from infograficos.chapter import Chapter
from infograficos.figure import Figure

overview = Figure(
    number=1,
    name="instruction-tuning-visao-geral",
    title="Instruction tuning: visão geral",
    headline="De completar a seguir",
    subtitle="O mesmo pedido, dois comportamentos.",
    section="Do Modelo Base ao Assistente Conversacional",
    description="O modelo base completa o texto; o modelo ajustado segue a instrução",
    content=Comparison(
        request="Capital da França?",
        before=Behaviour(
            "Modelo base", "completa o texto", ["Capital da Itália?", "Capital do Peru?", "Capital do…"]
        ),
        after=Behaviour("Modelo alinhado", "segue a instrução", ["Paris."]),
        bridge="instruction tuning",
        made_of=("instrução", "resposta"),
    ),
)

data_format = Figure(
    number=2,
    name="formato-dados-instrucao",
    title="Estrutura de dados para instruções",
    headline="Um registro vira um texto",
    subtitle="Cada campo ganha um marcador.",
    section="Estrutura de Dados para Instruções",
    description="Um registro com instruction, input e output e o texto com marcadores que o modelo lê",
    content=Record(
        fields=[
            Field("instruction", "Traduza para o inglês.", "### Instrução:", "instruction"),
            Field("input", "Bom dia!", "### Entrada:", "input", optional=True),
            Field("output", "Good morning!", "### Resposta:", "response"),
        ],
        note="Com `input` vazio, o bloco `### Entrada:` não aparece.",
    ),
)

#: “Capital da França? Paris.” in GPT-2's tokens; the last one is its end of text.
loss_masking = Figure(
    number=3,
    name="mascaramento-loss-resposta",
    title="Mascaramento da loss",
    headline="Só a resposta ensina",
    subtitle="A instrução é contexto: não soma na loss.",
    section="Mascaramento da Loss",
    description="Tokens da instrução têm rótulo −100; a loss é a média sobre a resposta",
    content=LossMask(
        tokens=["Capital", "da", "Franç", "a", "?", "Paris", ".", "<fim>"],
        labels=[IGNORED, IGNORED, IGNORED, IGNORED, IGNORED, 6342, 13, 50256],
        losses=[0.0, 0.0, 0.0, 0.0, 0.0, 2.1, 0.8, 0.4],
    ),
)

pipeline = Figure(
    number=4,
    name="pipeline-sft",
    title="Pipeline de SFT",
    headline="Do dataset ao assistente",
    subtitle="Cinco etapas do ajuste supervisionado.",
    section="Pipeline de SFT",
    description="Do dataset de instruções ao modelo alinhado, em cinco etapas",
    content=Pipeline(
        [
            Stage("Dataset de instruções", "pairs", "instruction"),
            Stage("Tokenização estruturada", "tokens", "input"),
            Stage("Reutilização de pesos", "weights", "model"),
            Stage("Treino supervisionado", "curve", "model"),
            Stage("Modelo alinhado", "chat", "response"),
        ]
    ),
)

evaluation = Figure(
    number=5,
    name="avaliacao-respostas",
    title="Avaliação de respostas",
    headline="A métrica não conta tudo",
    subtitle="Perplexidade quase igual, utilidade bem diferente.",
    section="Avaliação de Respostas",
    description="Duas respostas de mesma perplexidade, e só uma útil",
    content=Rubric(
        request="Explique a gravidade a uma criança.",
        criteria=["segue o pedido", "coerente", "útil"],
        answers=(
            Answer("resposta A", "Campo vetorial conservativo.", [1, 5, 1], 8.1),
            Answer("resposta B", "A Terra puxa as coisas.", [5, 5, 5], 8.0),
        ),
    ),
)

chapter = Chapter(7, "Instruction Tuning", [overview, data_format, loss_masking, pipeline, evaluation])
