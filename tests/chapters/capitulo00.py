"""Capítulo 00 da série: por que um framework."""

from infograficos import Chapter, Figure
from infograficos.builders import (
    Block,
    Cards,
    Code,
    Command,
    Hub,
    Item,
    Layer,
    Layers,
    Panel,
    Spoke,
    Terminal,
)

benefits = Figure(
    number=1,
    name="beneficios-do-framework",
    title="Benefícios de um framework",
    headline="Você modela, **ele calcula**",
    subtitle="O que o PyTorch tira das suas mãos.",
    content=Hub(
        name="PyTorch",
        detail="o framework",
        icon="chama",
        spokes=[
            Spoke("Autograd", "model", "deriva por você", icon="ramo"),
            Spoke("Camadas", "model", "peças já testadas", icon="camadas"),
            Spoke("DataLoader", "input", "monta os lotes", icon="pacote"),
            Spoke("GPU", "response", "o mesmo código", icon="placa-de-video"),
        ],
    ),
)

framework_layers = Figure(
    number=2,
    name="camadas-do-framework",
    title="Camadas de um framework",
    headline="Seu código fica no topo",
    subtitle="Cada camada usa a que está abaixo dela.",
    content=Layers(
        [
            Layer("CPU ou GPU", "input"),
            Block(
                "PyTorch",
                [
                    Layer("Kernels", "model", "ATen, cuDNN"),
                    Layer("Tensores", "model", "torch"),
                    Layer("Gradientes", "model", "torch.autograd"),
                    Layer("Camadas", "model", "torch.nn"),
                ],
            ),
            Layer("Seu modelo", "response"),
        ]
    ),
)

training_panel = Figure(
    number=3,
    name="o-que-cerca-o-modelo",
    title="O que cerca o modelo",
    headline="Treinar pede mais que camadas",
    subtitle="À esquerda, o que se empilha; à direita, o que serve a tudo.",
    content=Cards(
        [
            Item("Seu modelo", "response", "o seu código", "codigo"),
            Item("torch.nn", "model", "camadas prontas", "camadas"),
            Item("torch.autograd", "model", "gradientes", "ramo"),
            Item("torch.Tensor", "model", "números", "grade"),
        ],
        columns=1,
        panel=Panel(
            "Em volta",
            [
                Item("Otimizador", "masked", "ajusta os pesos", "ajustes"),
                Item("Aparelho", "masked", "CPU ou GPU", "processador"),
            ],
        ),
    ),
)

installation = Figure(
    number=4,
    name="instalar-e-conferir",
    title="Instalar e conferir",
    headline="Duas linhas e está pronto",
    subtitle="A segunda diz se o PyTorch enxerga a placa de vídeo.",
    content=Terminal(
        [
            Command("pip install torch tiktoken", note="Instala as duas bibliotecas"),
            Command(
                'python -c "import torch; print(torch.cuda.is_available())"',
                "True",
                "Confere se há GPU",
            ),
        ],
    ),
)

first_gradient = Figure(
    number=5,
    name="primeiro-gradiente",
    title="O primeiro gradiente",
    headline="A derivada sai pronta",
    subtitle="Se y = x², dy/dx = 2x; em x = 3, são 6.",
    content=Code(
        """
        import torch

        x = torch.tensor(3.0, requires_grad=True)
        y = x ** 2
        y.backward()
        print(x.grad)  # tensor(6.)
        """,
        notes={3: "guarda a conta", 5: "deriva y por x"},
        role="model",
    ),
)

libraries = Figure(
    number=6,
    name="bibliotecas-da-serie",
    title="As bibliotecas da série",
    headline="Quatro bibliotecas bastam",
    content=Cards(
        [
            Item("torch", "model", "tensores e camadas", "rede"),
            Item("tiktoken", "input", "tokens do GPT-2", "tesoura"),
            Item("numpy", "input", "vetores e matrizes", "tabela"),
            Item("matplotlib", "response", "gráficos de treino", "grafico-de-linha"),
        ]
    ),
)

chapter = Chapter(
    0,
    "Antes de começar",
    [benefits, framework_layers, training_panel, installation, first_gradient, libraries],
)
