"""Sistemas: processos, hardware e redes."""

from infograficos import Chapter, Figure
from infograficos.builders import Schedule, Task

instructions = Figure(
    number=1,
    name="pipeline-de-instrucoes",
    title="Pipeline de instruções",
    headline="Uma instrução **por ciclo**{category1} sai do pipeline",
    content=Schedule(
        [
            Task(stage, start + place, 1, f"instrução {start + 1}")
            for start in range(4)
            for place, stage in enumerate(["IF", "ID", "EX", "MEM", "WB"])
        ],
        unit="ciclos",
    ),
)

boot = Figure(
    number=2,
    name="partida",
    title="A partida do sistema",
    headline="A **rede**{model} é o que mais demora",
    content=Schedule(
        [
            Task("kernel", duration=1.2),
            Task("discos", duration=0.8, after=["kernel"]),
            Task("rede", duration=4.1, after=["kernel"]),
            Task("banco", duration=1.5, after=["discos"]),
            Task("servidor web", duration=0.6, after=["rede", "banco"]),
        ],
        unit="segundos",
        highlight="rede",
    ),
)

chapter = Chapter(number=1, title="Sistemas", figures=[instructions, boot])
