"""Capítulo 06 da série: o modelo vira classificador."""

from infograficos import Chapter, Figure
from infograficos.builders import (
    Bars,
    Behaviour,
    Comparison,
    Curves,
    Layer,
    Layers,
    Matrix,
    Pipeline,
    Series,
    Stage,
    Width,
    Widths,
)

#: What 200 test messages were and what they were taken for: spam first.
CONFUSION = [[92, 8], [3, 97]]

(HITS, MISSES), (FALSE_ALARMS, REST) = CONFUSION
PRECISION = HITS / (HITS + FALSE_ALARMS)
RECALL = HITS / (HITS + MISSES)
METRICS = {
    "acurácia": (HITS + REST) / (HITS + MISSES + FALSE_ALARMS + REST),
    "precisão": PRECISION,
    "revocação": RECALL,
    "F1": 2 * PRECISION * RECALL / (PRECISION + RECALL),
}

way = Figure(
    number=1,
    name="do-modelo-ao-classificador",
    title="Do modelo ao classificador",
    headline="Pouco muda, muito serve",
    subtitle="O que o pré-treino aprendeu continua lá.",
    content=Pipeline(
        [
            Stage("Modelo pré-treinado", "weights", "model"),
            Stage("Saída nova, de 2 classes", "split", "model"),
            Stage("Mensagens com rótulo", "pairs", "input"),
            Stage("Spam ou não spam", "funil", "response"),
        ]
    ),
)

head = Figure(
    number=2,
    name="a-nova-saida",
    title="A nova saída",
    headline="50.257 saídas viram duas",
    subtitle="Em vez de um token, o modelo escolhe uma classe.",
    content=Widths(
        [
            Width("último token", 768, "input"),
            Width("classes", 2, "response", "spam ou não"),
        ],
        weights=True,
    ),
)

frozen = Figure(
    number=3,
    name="o-que-se-treina",
    title="O que se treina",
    headline="Só o topo aprende",
    subtitle="Os onze blocos de baixo ficam congelados.",
    content=Layers(
        [
            Layer("Embeddings", "masked", "congelados"),
            Layer("Blocos 1 a 11", "masked", "congelados"),
            Layer("Bloco 12", "model", "treinado"),
            Layer("LayerNorm final", "model", "treinada"),
            Layer("Classes", "response", "saída nova"),
        ]
    ),
)

balance = Figure(
    number=4,
    name="classes-equilibradas",
    title="Classes equilibradas",
    headline="Sobra demais vira vício",
    subtitle="Com 4825 de um lado, dizer sempre “não” já acerta 87 %.",
    content=Bars(
        [("antes", 4_825, 747), ("depois", 747, 747)],
        series=["não spam", "spam"],
        measure="mensagens",
        role="input",
    ),
)

accuracy = Figure(
    number=5,
    name="acuracia-por-epoca",
    title="A acurácia por época",
    headline="Cinco épocas bastam",
    subtitle="A validação para de subir antes do treino.",
    content=Curves(
        [
            Series("treino", [0.52, 0.81, 0.92, 0.96, 0.98, 0.99], "model", range(6)),
            Series("validação", [0.51, 0.8, 0.9, 0.94, 0.95, 0.95], "input", range(6)),
        ],
        x_name="época",
        y_name="acurácia",
    ),
)

confusion = Figure(
    number=6,
    name="matriz-de-confusao",
    title="A matriz de confusão",
    headline="Onde ele se engana",
    subtitle="Deixar passar um spam é o erro mais comum.",
    content=Matrix(
        values=CONFUSION,
        rows=["spam", "não spam"],
        row_axis="real",
        column_axis="previsto",
        places=0,
        diagonal="acertos",
    ),
)

metrics = Figure(
    number=7,
    name="metricas-do-classificador",
    title="As métricas do classificador",
    headline="Acurácia não conta tudo",
    subtitle="Contas feitas com a matriz de confusão da figura 6.",
    content=Bars(
        {name: 100 * value for name, value in METRICS.items()},
        measure="valor",
        unit="%",
        places=1,
        highlighted="revocação",
        role="response",
    ),
)

before_after = Figure(
    number=8,
    name="antes-e-depois",
    title="Antes e depois",
    headline="De continuar a decidir",
    content=Comparison(
        request="Você ganhou! Clique",
        before=Behaviour("Modelo base", "continua o texto", ["aqui para receber…"]),
        after=Behaviour("Classificador", "dá um veredito", ["É spam"]),
        bridge="ajuste fino",
        made_of=("mensagem", "rótulo"),
        request_name="Mensagem",
        request_role="input",
        made_of_roles=("input", "response"),
    ),
)

chapter = Chapter(
    6,
    "Um classificador",
    [way, head, frozen, balance, accuracy, confusion, metrics, before_after],
)
