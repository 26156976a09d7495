"""Segurança: ataques, decisões e hashes."""

from math import log2

from infograficos import Chapter, Figure
from infograficos.builders import Bars, Chain, DecisionTree, Edge, Graph, Node, NodeGroup, Tree

SYMBOLS = {
    "PIN de 6 dígitos": (10, 6),
    "8 minúsculas": (26, 8),
    "8 de 95 símbolos": (95, 8),
    "6 palavras": (7776, 6),
}

attack = Figure(
    number=1,
    name="arvore-de-ataque",
    title="Uma árvore de ataque",
    headline="O caminho mais barato é **a pessoa**{alert}",
    content=Tree(
        [
            Chain(["Entrar na conta", ["Descobrir a senha", "Roubar a sessão"]]),
            Chain(["Descobrir a senha", ["Força bruta", "Phishing"]]),
            Chain(["Roubar a sessão", ["XSS", "Rede aberta"]]),
        ],
        path=["Entrar na conta", "Descobrir a senha", "Phishing"],
    ),
)

firewall = Figure(
    number=2,
    name="firewall",
    title="As regras de um firewall",
    headline="O que ninguém permite é **negado**{alert}",
    content=DecisionTree(
        [
            Edge("Conexão já aberta?", "Aceita", "sim"),
            Edge("Conexão já aberta?", "Porta 443?", "não"),
            Edge("Porta 443?", "Aceita HTTPS", "sim"),
            Edge("Porta 443?", "Nega", "não"),
        ],
        nodes=[Node("Nega", "alert")],
    ),
)

merkle = Figure(
    number=3,
    name="arvore-de-merkle",
    title="A árvore de Merkle",
    headline="Mudou um bloco, muda **a raiz**{alert}",
    content=Tree(
        [
            Chain(["raiz", ["H(1, 2)", "H(3, 4)"]]),
            Chain(["H(1, 2)", ["bloco 1", "bloco 2"]]),
            Chain(["H(3, 4)", ["bloco 3", "bloco 4"]]),
        ],
        path=["raiz", "H(3, 4)", "bloco 3"],
        nodes=[Node("bloco 3", "alert", emphasis=True)],
    ),
)

entropy = Figure(
    number=4,
    name="entropia-de-senhas",
    title="A entropia de senhas",
    headline="Seis **palavras**{response} valem mais que símbolos",
    content=Bars(
        {name: round(length * log2(size), 1) for name, (size, length) in SYMBOLS.items()},
        measure="bits de uma senha sorteada",
        highlighted="6 palavras",
    ),
)

dmz = Figure(
    number=5,
    name="rede-em-zonas",
    title="Uma rede em zonas",
    headline="Da internet ninguém chega **ao banco**{model}",
    content=Graph(
        [
            Edge("Internet", "Firewall"),
            Edge("Firewall", "Proxy"),
            Edge("Proxy", "Aplicação"),
            Edge("Aplicação", "Banco"),
        ],
        groups=[
            NodeGroup("DMZ", ["Proxy"], "alert"),
            NodeGroup("Rede interna", ["Aplicação", "Banco"], "response"),
        ],
        nodes=[Node("Internet", "instruction", "pill"), Node("Banco", shape="cylinder")],
    ),
)

chapter = Chapter(number=4, title="Segurança", figures=[attack, firewall, merkle, entropy, dmz])
