"""Capítulo 05 da série: treino e amostragem."""

from infograficos import Chapter, Figure
from infograficos.builders.comparison import Behaviour, Comparison
from infograficos.builders.curves import Curves, Series
from infograficos.builders.cycle import Cycle, Step
from infograficos.builders.distribution import Distribution

TOKENS = ["telhado", "muro", "sofá", "armário", "carro", "ombro", "palco", "trem"]
EPOCHS = list(range(9))
LOGITS = [3.2, 2.6, 2.1, 1.4, 0.7, 0.2, -0.4, -0.9]

training = Figure(
    number=1,
    name="laco-de-treino",
    title="O laço de treino",
    headline="Errar, medir, corrigir",
    subtitle="Um passo de treino, do lote aos novos pesos.",
    content=Cycle(
        steps=[
            Step("Lote", "input", "entradas e alvos"),
            Step("Forward", "model", "calcula logits"),
            Step("Loss", "alert", "entropia cruzada"),
            Step("Backward", "model", "gradientes"),
            Step("AdamW", "response", "ajusta os pesos"),
        ],
        label="a cada lote",
    ),
)

#: An untrained model spreads its chances over GPT-2's 50257 tokens: its loss is ln 50257, about 10.8.
losses = Figure(
    number=2,
    name="loss-de-treino-e-validacao",
    title="Loss de treino e de validação",
    headline="Pare onde a validação vira",
    subtitle="Dali em diante, o modelo decora o treino.",
    content=Curves(
        [
            Series("treino", [10.82, 8.31, 6.62, 5.58, 4.71, 3.84, 2.97, 2.15, 1.48], "model", EPOCHS),
            Series("validação", [10.82, 8.4, 6.94, 6.37, 6.18, 6.21, 6.33, 6.52, 6.74], "input", EPOCHS),
        ],
        x_name="época",
        lowest="validação",
    ),
)

top_k = Figure(
    number=3,
    name="top-k",
    title="Amostragem top-k",
    headline="Top-k conta candidatos",
    subtitle="Só os três mais prováveis entram no sorteio.",
    content=Distribution(
        context="O gato subiu no", tokens=TOKENS, logits=LOGITS, kept=3, shown=5, chosen=["muro"]
    ),
)

top_p = Figure(
    number=4,
    name="top-p",
    title="Amostragem top-p",
    headline="Top-p soma chances",
    subtitle="Entram os mais prováveis, até somar ao menos 90 %.",
    content=Distribution(
        context="O gato subiu no", tokens=TOKENS, logits=LOGITS, mass=0.9, shown=6, chosen=["muro"]
    ),
)

temperature = Figure(
    number=5,
    name="temperatura",
    title="Temperatura",
    headline="Mais calor, mais surpresa",
    subtitle="Os logits são divididos por T antes do softmax.",
    content=Comparison(
        request="A menina leu um",
        before=Behaviour("T = 0,2", "quase sempre igual", ["livro", "livro", "livro"]),
        after=Behaviour("T = 1,5", "arrisca mais", ["mapa"]),
        bridge="softmax mais plana",
        made_of=("logits", "÷ T"),
    ),
)

chapter = Chapter(5, "Treino e amostragem", [training, losses, top_k, top_p, temperature])
