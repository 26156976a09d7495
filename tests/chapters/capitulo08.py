"""Capítulo 08 da série: depois do ajuste, do modelo ao uso."""

from infograficos import Chapter, Figure
from infograficos.builders import (
    Bars,
    Behaviour,
    Branch,
    Branches,
    Comparison,
    Crossing,
    Curves,
    Cycle,
    Exchange,
    Formula,
    Generation,
    Place,
    Series,
    Step,
    Table,
    Term,
    Width,
    Widths,
)

#: The weights of GPT-2 small, and how many bytes a number has in each format.
WEIGHTS = 124_439_808
BYTES = {"float32": 4, "bfloat16": 2, "int8": 1}

#: Numbers that are kept in eight bits, and how far two neighbours among the kept ones are apart.
NUMBERS = {"w₁": 0.424, "w₂": -1.27, "w₃": 0.083, "w₄": 0.938}
SCALE = max(map(abs, NUMBERS.values())) / 127

#: How many tokens were generated.
LENGTHS = list(range(0, 101, 10))

lora = Figure(
    number=1,
    name="gargalo-da-lora",
    title="O gargalo da LoRA",
    headline="A correção passa por um funil",
    subtitle="Em vez de 589.824 pesos, duas matrizes de 6144.",
    content=Widths(
        [
            Width("entra", 768, "input"),
            Width("gargalo", 8, "model"),
            Width("correção", 768, "response"),
        ],
        weights=True,
    ),
)

preference = Figure(
    number=2,
    name="par-de-preferencia",
    title="O par de preferência",
    headline="Duas respostas, uma escolha",
    subtitle="O DPO aumenta a chance da escolhida sobre a recusada.",
    content=Branches(
        start=Branch("Pedido", "instruction", "explique softmax", "mensagem"),
        branches=[
            Branch("Recusada", "masked", "“É uma função.”", "nao-gostei"),
            Branch("Escolhida", "response", "“Vira chances.”", "gostei"),
        ],
        joined=[Branch("DPO", "model", "ajusta os pesos")],
    ),
)

experts = Figure(
    number=3,
    name="mistura-de-especialistas",
    title="A mistura de especialistas",
    headline="Muitos pesos, poucas contas",
    subtitle="Para cada token, só dois dos quatro trabalham.",
    content=Branches(
        start=Branch("Roteador", "model", "escolhe 2 de 4", "roteador"),
        branches=[
            Branch("Especialista 1", "model", "0,7"),
            Branch("Especialista 2", "masked", off=True),
            Branch("Especialista 3", "model", "0,3"),
            Branch("Especialista 4", "masked", off=True),
        ],
        joined=[Branch("Soma", "response", "com os pesos")],
        off_name="não calculados",
    ),
)

memory = Figure(
    number=4,
    name="memoria-por-formato",
    title="Memória por formato",
    headline="Menos bits, menos memória",
    subtitle="Só os pesos do GPT-2 small, cerca de 124 milhões.",
    content=Bars(
        {name: WEIGHTS * size / 1e6 for name, size in BYTES.items()},
        measure="memória dos pesos",
        unit="MB",
        places=0,
        highlighted="int8",
    ),
)

rounding = Figure(
    number=5,
    name="quantizar-em-int8",
    title="Quantizar em int8",
    headline="Arredondar custa pouco",
    subtitle="A escala é o maior valor dividido por 127: aqui, 0,01.",
    content=Formula(
        "q = round(frac{w}{s})",
        [
            Term("q", "inteiro de −127 a 127", "response"),
            Term("w", "peso original", "input"),
            Term("s", "escala do grupo", "model"),
        ],
    ),
)

rounded = Figure(
    number=6,
    name="pesos-em-int8",
    title="Pesos em int8",
    headline="Quase o mesmo peso volta",
    subtitle="Guarda-se o inteiro; na hora da conta, ele vira peso de novo.",
    content=Table(
        [
            {"peso": name, "antes": w, "inteiro": round(w / SCALE), "depois": round(w / SCALE) * SCALE}
            for name, w in NUMBERS.items()
        ],
        places={"antes": 3, "depois": 2},
    ),
)

cache = Figure(
    number=7,
    name="cache-de-chaves-e-valores",
    title="O cache de chaves e valores",
    headline="Guardar evita refazer",
    subtitle="Sem o cache, cada token novo refaz todos os anteriores.",
    content=Curves(
        [
            Series("sem cache", [n * (n + 1) / 2 for n in LENGTHS], "alert", LENGTHS),
            Series("com cache", LENGTHS, "model", LENGTHS),
        ],
        x_name="token",
        y_name="tokens lidos",
        places=0,
    ),
)

speculative = Figure(
    number=8,
    name="decodificacao-especulativa",
    title="A decodificação especulativa",
    headline="O pequeno propõe, **o grande confere**",
    subtitle="Conferir quatro tokens custa uma só passada do grande.",
    content=Exchange(
        first=Place("Modelo pequeno", "input", "rápido", "raio"),
        second=Place("Modelo grande", "model", "confere junto", "cerebro"),
        crossings=[Crossing("4 tokens propostos"), Crossing("3 aceitos, 1 corrigido", back=True)],
    ),
)

tool = Figure(
    number=9,
    name="laco-do-agente",
    title="O laço do agente",
    headline="Decidir, agir, ler, repetir",
    content=Cycle(
        [
            Step("Decide", "model", "o próximo passo"),
            Step("Chama", "model", "uma ferramenta"),
            Step("Lê", "input", "o resultado"),
            Step("Anota", "response", "no contexto"),
        ],
        label="até saber responder",
    ),
)

serving = Figure(
    number=10,
    name="local-ou-servidor",
    title="Local ou servidor",
    headline="O pedido viaja, **o modelo não**",
    content=Exchange(
        first=Place("Seu programa", "instruction", "envia texto", "codigo"),
        second=Place("Servidor", "model", "guarda o modelo", "servidor"),
        crossings=[Crossing("mensagens em JSON"), Crossing("tokens, um a um", back=True)],
    ),
)

merged = Figure(
    number=11,
    name="fundir-a-lora",
    title="Fundir a LoRA",
    headline="Fundida, ela sai de graça",
    content=Comparison(
        request="vetor x",
        before=Behaviour("Adaptador à parte", "duas contas", ["Wx + BAx"]),
        after=Behaviour("Adaptador fundido", "uma conta só", ["W′x"]),
        bridge="W′ = W + BA",
        made_of=("pesos W", "LoRA BA"),
        request_name="Entrada",
        request_role="input",
        made_of_roles=("masked", "model"),
    ),
)

cached_steps = Figure(
    number=12,
    name="um-token-lido-por-passo",
    title="Um token lido por passo",
    headline="Com cache, só o novo é lido",
    subtitle="As chaves e os valores dos anteriores já estão guardados.",
    content=Generation(["O", "gato", "subiu"], ["no", "muro", "."], cached=True),
)

chapter = Chapter(
    8,
    "Do modelo ao uso",
    [
        lora,
        preference,
        experts,
        memory,
        rounding,
        rounded,
        cache,
        speculative,
        tool,
        serving,
        merged,
        cached_steps,
    ],
)
