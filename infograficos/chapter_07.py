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
from infograficos.translations import chapter_07_en, chapter_07_es

overview = Figure(
    number=1,
    name="instruction-tuning-visao-geral",
    title="Instruction Tuning: Visão Geral",
    headline="De completar a **seguir**{response}",
    subtitle="O mesmo pedido, dois comportamentos.",
    section="Do Modelo Base ao Assistente Conversacional",
    description="Um modelo pré-treinado, que só completa texto, passa a interagir e a seguir comandos",
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
    headline="Três campos, **um texto**{model}",
    subtitle="O modelo lê uma folha só, com marcadores.",
    section="Estrutura de Dados para Instruction Tuning",
    description=(
        "As partes de um dataset conversacional (instrução, entrada opcional e resposta) em um só formato "
        "estruturado"
    ),
    content=Record(
        fields=[
            Field("instrução", "Traduza ao inglês.", "### Instrução:", "instruction"),
            Field("entrada", "Bom dia!", "### Entrada:", "input", optional=True),
            Field("resposta", "Good morning!", "### Resposta:", "response"),
        ],
        note="**Sem entrada?**{input} O bloco some do texto.",
    ),
)

#: “Capital da França? Paris.” in GPT-2's tokens; the last one is its end of text.
loss_masking = Figure(
    number=3,
    name="mascaramento-loss-resposta",
    title="Mascaramento da Loss",
    headline="Só a **resposta**{response} ensina",
    subtitle="A instrução é contexto: não soma na loss.",
    section="Mascaramento da Loss",
    description="A loss só conta os tokens da resposta; a instrução é contexto, e o aprendizado fica focado",
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
    headline="Do dataset ao **assistente**{response}",
    subtitle="Cinco etapas do ajuste supervisionado.",
    section="Pipeline de Supervised Fine-Tuning (SFT)",
    description=(
        "O fluxo completo: Dataset de Instruções → Tokenização Estruturada → Reutilização de Pesos → "
        "Treino Supervisionado → Modelo Alinhado"
    ),
    content=Pipeline(
        [
            Stage("Dataset de Instruções", "pairs", "instruction", ["França?", "Paris."]),
            Stage("Tokenização Estruturada", "tokens", "input", ["Paris", "."]),
            Stage("Reutilização de Pesos", "reuse", "model"),
            Stage("Treino Supervisionado", "curve", "model"),
            Stage("Modelo Alinhado", "tuned", "response", ["Paris."]),
        ]
    ),
)

evaluation = Figure(
    number=5,
    name="avaliacao-respostas",
    title="Avaliação de respostas",
    headline="A métrica **não conta tudo**{alert}",
    subtitle="Perplexidade quase igual, utilidade bem diferente.",
    section="Avaliando Modelos Conversacionais",
    description=(
        "Critérios qualitativos (seguir instruções, ser coerente, ser útil) diante de métricas puramente "
        "numéricas"
    ),
    content=Rubric(
        request="Explique a gravidade a uma criança.",
        criteria=["segue instruções", "coerente", "útil"],
        answers=(
            Answer("resposta A", "Campo vetorial conservativo.", [1, 5, 1], 8.1),
            Answer("resposta B", "A Terra puxa as coisas.", [5, 5, 5], 8.0),
        ),
    ),
)

chapter = Chapter(
    number=7,
    title="Instruction **Tuning**{response}",
    figures=[overview, data_format, loss_masking, pipeline, evaluation],
    series="Fazendo um LLM do Zero",
    cover_object="tuned",
    introduction="As figuras deste capítulo ajudam a visualizar como um modelo que só completa texto vira um "
    "assistente: o que muda no comportamento dele, que forma têm os dados, onde a loss conta, por quais "
    "etapas passa o ajuste e como se avaliam as respostas.",
    translations=[chapter_07_en.chapter, chapter_07_es.chapter],
)
