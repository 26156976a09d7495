"""Chapter 07 of the series in English: Instruction Tuning."""

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
    name="instruction-tuning-overview",
    title="Instruction Tuning: An Overview",
    headline="From completing to **following**{response}",
    subtitle="The same request, two behaviors.",
    section="From Base Model to Conversational Assistant",
    description="A pretrained model that only completes text learns to interact and to follow instructions",
    content=Comparison(
        request="Capital of France?",
        before=Behaviour(
            "Base model", "completes the text", ["Capital of Italy?", "Capital of Peru?", "Capital of…"]
        ),
        after=Behaviour("Aligned model", "follows the instruction", ["Paris."]),
        bridge="instruction tuning",
        made_of=("instruction", "response"),
    ),
)

data_format = Figure(
    number=2,
    name="instruction-data-format",
    title="Data Structure for Instructions",
    headline="Three fields, **one text**{model}",
    subtitle="The model reads a single sheet, with markers.",
    section="Data Structure for Instruction Tuning",
    description=(
        "The parts of a conversational dataset (instruction, optional input, and response) in one structured "
        "format"
    ),
    content=Record(
        fields=[
            Field("instruction", "Translate to French.", "### Instruction:", "instruction"),
            Field("input", "Good morning!", "### Input:", "input", optional=True),
            Field("response", "Bonjour !", "### Response:", "response"),
        ],
        note="**No input?**{input} Its block is left out.",
    ),
)

#: “Capital of France? Paris.” in GPT-2's tokens; the last one is its end of text.
loss_masking = Figure(
    number=3,
    name="response-loss-masking",
    title="Loss Masking",
    headline="Only the **response**{response} teaches",
    subtitle="The instruction is context: it adds nothing to the loss.",
    section="Loss Masking",
    description=(
        "The loss counts only the response's tokens; the instruction is context, so learning stays focused"
    ),
    content=LossMask(
        tokens=["Capital", "of", "France", "?", "Paris", ".", "<end>"],
        labels=[IGNORED, IGNORED, IGNORED, IGNORED, 6342, 13, 50256],
        losses=[0.0, 0.0, 0.0, 0.0, 2.1, 0.8, 0.4],
    ),
)

pipeline = Figure(
    number=4,
    name="sft-pipeline",
    title="SFT Pipeline",
    headline="From dataset to **assistant**{response}",
    subtitle="Five stages of supervised fine-tuning.",
    section="Supervised Fine-Tuning (SFT) Pipeline",
    description=(
        "The whole flow: Instruction Dataset → Structured Tokenization → Weight Reuse → Supervised Training "
        "→ Aligned Model"
    ),
    content=Pipeline(
        [
            Stage("Instruction Dataset", "pairs", "instruction", ["France?", "Paris."]),
            Stage("Structured Tokenization", "tokens", "input", ["Paris", "."]),
            Stage("Weight Reuse", "reuse", "model"),
            Stage("Supervised Training", "curve", "model"),
            Stage("Aligned Model", "tuned", "response", ["Paris."]),
        ]
    ),
)

evaluation = Figure(
    number=5,
    name="response-evaluation",
    title="Evaluating Responses",
    headline="The metric **doesn’t say it all**{alert}",
    subtitle="Nearly equal perplexity, very different usefulness.",
    section="Evaluating Conversational Models",
    description=(
        "Qualitative criteria (following instructions, being coherent, being useful) versus purely numerical "
        "metrics"
    ),
    content=Rubric(
        request="Explain gravity to a child.",
        criteria=["follows instructions", "coherent", "useful"],
        answers=(
            Answer("response A", "A conservative vector field.", [1, 5, 1], 8.1),
            Answer("response B", "The Earth pulls things down.", [5, 5, 5], 8.0),
        ),
    ),
)

chapter = Chapter(
    number=7,
    title="Instruction **Tuning**{response}",
    figures=[overview, data_format, loss_masking, pipeline, evaluation],
    series="Building an LLM from Scratch",
    cover_object="tuned",
    introduction="The figures of this chapter show how a model that only completes text becomes an "
    "assistant: what changes in its behavior, what the data looks like, where the loss counts, which stages "
    "fine-tuning goes through, and how responses are evaluated.",
    language="en",
)
