"""Compiladores: da gramática ao código de máquina."""

from infograficos import Chapter, Figure
from infograficos.builders import Chain, Edge, Graph, Node, NodeGroup, StateMachine, Table, Tree

tree = Figure(
    number=1,
    name="arvore-sintatica",
    title="A árvore sintática",
    headline="`x = a + b * 2` vira **árvore**{model}",
    content=Tree(
        [Chain(["=", ["x", "+"]]), Chain(["+", ["a", "×"]]), Chain(["×", ["b", "2"]])],
        shape="circle",
    ),
)

lexer = Figure(
    number=2,
    name="automato-de-numeros",
    title="Um autômato que lê números",
    headline="Sem **dígito**{model} depois do ponto, não é número",
    content=StateMachine(
        [
            Edge("início", "inteiro", "0-9"),
            Edge("inteiro", "inteiro", "0-9"),
            Edge("inteiro", "ponto", "."),
            Edge("ponto", "decimal", "0-9"),
            Edge("decimal", "decimal", "0-9"),
        ],
        final=["inteiro", "decimal"],
    ),
)

flow = Figure(
    number=3,
    name="fluxo-de-controle",
    title="O grafo de fluxo de um laço",
    headline="O laço é uma **aresta de volta**{model}",
    content=Graph(
        [
            Edge("i = 0", "i < n?"),
            Edge("i < n?", "s += a[i]", "sim"),
            Chain(["s += a[i]", "i += 1", "i < n?"]),
            Edge("i < n?", "return s", "não"),
        ],
        nodes=[Node("i = 0", "input"), Node("return s", "response", "pill")],
    ),
)

registers = Figure(
    number=4,
    name="cores-de-registradores",
    title="Registradores por coloração",
    headline="Vizinhos na mesma hora, **registradores diferentes**{model}",
    content=Graph(
        [Edge("v1", "v2"), Edge("v2", "v3"), Edge("v1", "v3"), Edge("v3", "v4"), Edge("v4", "v5")],
        nodes=[
            Node("v1", "category1", "circle", "r1"),
            Node("v2", "category2", "circle", "r2"),
            Node("v3", "category3", "circle", "r3"),
            Node("v4", "category1", "circle", "r1"),
            Node("v5", "category2", "circle", "r2"),
        ],
        directed=False,
    ),
)

frontend = Figure(
    number=5,
    name="varias-linguagens",
    title="Várias linguagens, uma IR",
    headline="Cada linguagem só precisa chegar à **IR**{model}",
    content=Graph(
        [Chain([["C", "Rust", "Swift"], "LLVM IR", ["x86-64", "ARM", "RISC-V"]])],
        groups=[
            NodeGroup("Front-ends", ["C", "Rust", "Swift"], "input"),
            NodeGroup("Back-ends", ["x86-64", "ARM", "RISC-V"], "response"),
        ],
        nodes=[Node("LLVM IR", emphasis=True)],
    ),
)

folding = Figure(
    number=6,
    name="otimizacao",
    title="O que o otimizador tira",
    headline="O que não muda **sai do laço**{response}",
    content=Table(
        {
            "passo": ["como se escreve", "constantes somadas", "laço invariante fora"],
            "instruções": [12, 9, 5],
            "no laço": [6, 6, 2],
        },
        best={"no laço": "min"},
    ),
)

chapter = Chapter(number=3, title="Compiladores", figures=[tree, lexer, flow, registers, frontend, folding])
