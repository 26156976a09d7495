"""Capítulo 00 da série: por que um framework."""

from infograficos import Chapter, Figure
from infograficos.builders.hub import Hub, Spoke
from infograficos.builders.layers import Block, Layer, Layers

benefits = Figure(
    number=1,
    name="beneficios-do-framework",
    title="Benefícios de um framework",
    headline="Você modela, ele calcula",
    subtitle="O que o PyTorch tira das suas mãos.",
    content=Hub(
        name="PyTorch",
        detail="o framework",
        spokes=[
            Spoke("Autograd", "model", "deriva por você"),
            Spoke("Camadas", "model", "peças já testadas"),
            Spoke("DataLoader", "input", "monta os lotes"),
            Spoke("GPU", "response", "o mesmo código"),
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

chapter = Chapter(0, "Antes de começar", [benefits, framework_layers])
