"""Capítulo 05 da série: treino e amostragem."""

from math import cos, pi

from infograficos import Chapter, Figure
from infograficos.builders import (
    Behaviour,
    Branch,
    Branches,
    Code,
    Comparison,
    Crossing,
    Curves,
    Cycle,
    Distribution,
    Exchange,
    Formula,
    Place,
    Series,
    Step,
    Term,
)

TOKENS = ["telhado", "muro", "sofá", "armário", "carro", "ombro", "palco", "trem"]
EPOCHS = list(range(9))
LOGITS = [3.2, 2.6, 2.1, 1.4, 0.7, 0.2, -0.4, -0.9]

#: Steps of warm-up and of training, and the highest learning rate in ten-thousandths.
WARM_UP, STEPS, HIGHEST = 200, 2_000, 6.0


def rate(step):
    """The learning rate at a step: a straight rise, then half a cosine down to a tenth."""
    if step < WARM_UP:
        return HIGHEST * step / WARM_UP
    done = (step - WARM_UP) / (STEPS - WARM_UP)
    return HIGHEST * (0.1 + 0.9 * (1 + cos(pi * done)) / 2)


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
        request_name="Contexto",
        request_role="input",
        made_of_roles=("model", "model"),
    ),
)

cross_entropy = Figure(
    number=6,
    name="entropia-cruzada",
    title="A entropia cruzada",
    headline="Loss: surpresa média",
    content=Formula(
        "loss = -frac{1}{N} sum_{i=1}^{N} log p(x_i)",
        [
            Term("N", "tokens previstos", "instruction"),
            Term("x_i", "o token certo", "input"),
            Term("p", "chance dada pelo modelo", "model"),
        ],
    ),
)

step = Figure(
    number=7,
    name="um-passo-em-codigo",
    title="Um passo em código",
    headline="Cinco linhas treinam",
    content=Code(
        """
        optimizer.zero_grad()
        logits = model(inputs)
        loss = F.cross_entropy(
            logits.flatten(0, 1),
            targets.flatten(),
        )
        loss.backward()
        optimizer.step()
        """,
        notes={1: "zera os gradientes", 7: "calcula os novos", 8: "ajusta os pesos"},
        role="model",
    ),
)

schedule = Figure(
    number=8,
    name="taxa-com-aquecimento",
    title="A taxa com aquecimento",
    headline="Sobe rápido, desce devagar",
    subtitle="Aquecimento de 200 passos; depois, meio cosseno até 10 %.",
    content=Curves(
        [Series("taxa", [rate(s) for s in range(0, STEPS + 1, 50)], "model", list(range(0, STEPS + 1, 50)))],
        y_name="taxa × 10⁻⁴",
    ),
)

accumulation = Figure(
    number=9,
    name="acumular-gradientes",
    title="Acumular gradientes",
    headline="Lote grande em GPU pequena",
    subtitle="Quatro lotes de 8 dão o gradiente de um lote de 32.",
    content=Branches(
        start=Branch("32 exemplos", "input"),
        branches=[Branch(f"Lote {number}", "input", "8") for number in range(1, 5)],
        joined=[
            Branch("Gradientes", "model", "média dos 4"),
            Branch("AdamW", "response", "ajusta os pesos"),
        ],
    ),
)

checkpoint = Figure(
    number=10,
    name="salvar-e-carregar",
    title="Salvar e carregar",
    headline="Salve também **o otimizador**",
    subtitle="Sem os momentos do AdamW, retomar o treino dá um tranco.",
    content=Exchange(
        first=Place("Memória", "model", "modelo e otimizador", "memoria"),
        second=Place("Disco", "response", "checkpoint.pt", "disco"),
        crossings=[Crossing("`torch.save`"), Crossing("`torch.load`", back=True)],
    ),
)

chapter = Chapter(
    5,
    "Treino e amostragem",
    [
        training,
        losses,
        top_k,
        top_p,
        temperature,
        cross_entropy,
        step,
        schedule,
        accumulation,
        checkpoint,
    ],
)
