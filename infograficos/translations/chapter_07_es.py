"""Capítulo 07 de la serie en español: Instruction Tuning."""

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
    name="instruction-tuning-vision-general",
    title="Instruction Tuning: visión general",
    headline="De completar a **obedecer**{response}",
    subtitle="La misma petición, dos comportamientos.",
    section="Del modelo base al asistente conversacional",
    description=(
        "Un modelo preentrenado, que solo completa texto, aprende a interactuar y a seguir instrucciones"
    ),
    content=Comparison(
        request="¿Capital de Francia?",
        before=Behaviour(
            "Modelo base", "completa el texto", ["¿Capital de Italia?", "¿Capital de Perú?", "¿Capital de…"]
        ),
        after=Behaviour("Modelo alineado", "sigue la instrucción", ["París."]),
        bridge="instruction tuning",
        made_of=("instrucción", "respuesta"),
    ),
)

data_format = Figure(
    number=2,
    name="formato-datos-instruccion",
    title="Estructura de datos para instrucciones",
    headline="Tres campos, **un texto**{model}",
    subtitle="El modelo lee una sola hoja, con marcadores.",
    section="Estructura de datos para instruction tuning",
    description=(
        "Las partes de un dataset conversacional (instrucción, entrada opcional y respuesta) en un solo "
        "formato estructurado"
    ),
    content=Record(
        fields=[
            Field("instrucción", "Traduce al inglés.", "### Instrucción:", "instruction"),
            Field("entrada", "¡Buenos días!", "### Entrada:", "input", optional=True),
            Field("respuesta", "Good morning!", "### Respuesta:", "response"),
        ],
        note="**¿Sin entrada?**{input} Su bloque desaparece.",
    ),
)

#: “Capital de Francia: París.” in GPT-2's tokens; the last one is its end of text.
loss_masking = Figure(
    number=3,
    name="enmascaramiento-perdida-respuesta",
    title="Enmascaramiento de la pérdida",
    headline="Solo la **respuesta**{response} enseña",
    subtitle="La instrucción es contexto: no suma a la pérdida.",
    section="Enmascaramiento de la pérdida",
    description=(
        "La pérdida solo cuenta los tokens de la respuesta; la instrucción es contexto, y el aprendizaje se "
        "concentra"
    ),
    content=LossMask(
        tokens=["Capital", "de", "Franc", "ia", ":", "Par", "ís", ".", "<fin>"],
        labels=[IGNORED, IGNORED, IGNORED, IGNORED, IGNORED, 2547, 41200, 13, 50256],
        losses=[0.0, 0.0, 0.0, 0.0, 0.0, 2.1, 0.3, 0.8, 0.4],
    ),
)

pipeline = Figure(
    number=4,
    name="pipeline-sft-etapas",
    title="Pipeline de SFT",
    headline="Del dataset al **asistente**{response}",
    subtitle="Cinco etapas del ajuste supervisado.",
    section="Pipeline de ajuste fino supervisado (SFT)",
    description=(
        "El flujo completo: dataset de instrucciones → tokenización estructurada → reutilización de pesos → "
        "entrenamiento supervisado → modelo alineado"
    ),
    content=Pipeline(
        [
            Stage("Dataset de instrucciones", "pairs", "instruction", ["¿Francia?", "París."]),
            Stage("Tokenización estructurada", "tokens", "input", ["Par", "ís"]),
            Stage("Reutilización de pesos", "reuse", "model"),
            Stage("Entrenamiento supervisado", "curve", "model"),
            Stage("Modelo alineado", "tuned", "response", ["París."]),
        ]
    ),
)

evaluation = Figure(
    number=5,
    name="evaluacion-respuestas",
    title="Evaluación de respuestas",
    headline="La métrica **no lo dice todo**{alert}",
    subtitle="Perplejidad casi igual, utilidad muy distinta.",
    section="Evaluación de modelos conversacionales",
    description=(
        "Criterios cualitativos (seguir instrucciones, ser coherente, ser útil) frente a métricas puramente "
        "numéricas"
    ),
    content=Rubric(
        request="Explica la gravedad a un niño.",
        criteria=["sigue instrucciones", "coherente", "útil"],
        answers=(
            Answer("respuesta A", "Campo vectorial conservativo.", [1, 5, 1], 8.1),
            Answer("respuesta B", "La Tierra atrae las cosas.", [5, 5, 5], 8.0),
        ),
    ),
)

chapter = Chapter(
    number=7,
    title="Instruction **Tuning**{response}",
    figures=[overview, data_format, loss_masking, pipeline, evaluation],
    series="Construir un LLM desde cero",
    cover_object="tuned",
    introduction="Las figuras de este capítulo muestran cómo un modelo que solo completa texto se convierte "
    "en un asistente: qué cambia en su comportamiento, qué forma tienen los datos, dónde cuenta la pérdida, "
    "por qué etapas pasa el ajuste y cómo se evalúan las respuestas.",
    language="es",
)
