"""Twelve small graphs that articles draw, measured with a ruler of rough widths."""

from __future__ import annotations

from itertools import pairwise

from infograficos.graphs.model import GroupBox, Link, NodeBox, Task
from infograficos.scene.geometry import Size

#: The sheets: what a wide figure leaves under a head of two lines (and at most), and a phone.
WIDE, TALLEST, PHONE = (628.0, 364.0), (628.0, 400.0), (320.0, 800.0)

NARROW, BROAD = "iljtfr.,'-:()I ", "mwMW"


def text_width(words):
    widths = [6.5 if each in NARROW else 17.0 if each in BROAD else 11.6 for each in words]
    return round(sum(widths) + sum(2.0 for each in words if each.isupper()))


def broken(words, most):
    """The fewest lines of at most so many units, where the words allow it."""
    lines = []
    for word in words.split():
        if lines and text_width(f"{lines[-1]} {word}") <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def sizes(words, across, down, widths):
    found = []
    for most in widths:
        lines = broken(words, most)
        size = Size(max(map(text_width, lines)) + across, 24.0 * len(lines) + down)
        if size not in found:
            found.append(size)
    return tuple(found)


def node(name):
    words = name.removesuffix("°")
    if name.endswith("°"):
        return NodeBox(name, (Size(44, 44),), 0.0, 0.0)
    question = name.endswith("?")
    return NodeBox(name, sizes(words, 44 if question else 30, 20, (160, 132, 104)), 0.8 if question else 1.0)


def links(notation):
    """Links from lines such as `a > b > c` and `a > b: words`; `<>` goes both ways."""
    for line in filter(None, map(str.strip, notation.splitlines())):
        path, _, words = line.partition(": ")
        label = Size(text_width(words), 24.0) if words else None
        two_way = "<>" in path
        names = path.replace("<>", ">").split(" > ")
        for source, target in pairwise(names):
            yield Link(source, target, label, two_way, words=words)


def group(name, members, parent=None):
    return GroupBox(name, tuple(filter(None, members.split(", "))), parent, sizes(name, 0, 0, (300, 118)))


def graph(notation, *groups, shape=None, lanes=()):
    found = tuple(links(notation))
    names = dict.fromkeys(name for link in found for name in (link.source, link.target))
    return Task(tuple(map(node, names)), found, *WIDE, groups, shape=shape, lanes=lanes)


RAG = graph(
    """
    Pergunta > Precisa de contexto?
    Precisa de contexto? > Embedding: sim
    Precisa de contexto? > LLM: não
    Embedding > Índice vetorial > Reranker
    Reranker > LLM: top-5
    LLM > Resposta fiel?
    Resposta fiel? > Resposta: sim
    Resposta fiel? > Precisa de contexto?: não
    """,
    group("Busca", "Embedding, Índice vetorial, Reranker"),
)
MOE = graph(
    """
    Token > Roteador
    Roteador > Expert 1: 0,7
    Roteador > Expert 2
    Roteador > Expert 3: 0,3
    Roteador > Expert 4
    Expert 1 > Soma ponderada
    Expert 2 > Soma ponderada
    Expert 3 > Soma ponderada
    Expert 4 > Soma ponderada
    Soma ponderada > Saída
    """
)
PLATFORM = graph(
    """
    App > Kafka: eventos
    CRM > Airbyte
    Planilhas > Airbyte
    Kafka > Bronze
    Airbyte > Bronze
    Bronze > Prata > Ouro
    Prata > Qualidade
    Qualidade > Alertas: falha
    Ouro > BI > Analistas
    Ouro > Features > Treino > Modelo > API
    API > Clientes
    Modelo > Monitor
    Monitor > Treino: deriva
    """,
    group("Fontes", "App, CRM, Planilhas"),
    group("Ingestão", "Kafka, Airbyte"),
    group("Lago", "Bronze, Prata, Ouro, Qualidade"),
    group("Aprendizado", "Features, Treino, Modelo, Monitor"),
)
CLOUD = graph(
    """
    Usuário > Balanceador: HTTPS
    Balanceador > API 1
    Balanceador > API 2
    API 1 > Redis
    API 1 > Postgres
    API 2 > Redis
    API 2 > Postgres
    Postgres > S3: backup
    """,
    group("Nuvem", "S3"),
    group("VPC", "", "Nuvem"),
    group("Sub-rede pública", "Balanceador", "VPC"),
    group("Sub-rede privada", "API 1, API 2, Redis, Postgres", "VPC"),
)
GIT = graph(
    """
    C1 > C2 > C3 > C4 > C5
    C2 > F1: feature
    F1 > F2
    F2 > C4: merge
    C5 > v1.0: tag
    """,
    lanes=(("C1", "C2", "C3", "C4", "C5"),),
)
AGENT = graph(
    """
    Usuário > Agente: pedido
    Agente <> Memória
    Agente > Ferramenta?
    Ferramenta? > Busca: sim
    Ferramenta? > Código
    Ferramenta? > Banco
    Ferramenta? > E-mail
    Busca > Observação
    Código > Observação
    Banco > Observação
    E-mail > Observação
    Observação > Agente
    Ferramenta? > Resposta: não
    """,
    group("Ferramentas", "Busca, Código, Banco, E-mail"),
)
CI = graph(
    """
    Commit > Lint
    Commit > Testes
    Commit > Build
    Lint > Imagem
    Testes > Imagem
    Build > Imagem
    Imagem > Staging > Aprovado?
    Aprovado? > Produção: sim
    Aprovado? > Commit: não
    Produção > Monitor
    Monitor > Staging: reverte
    """
)
TREE = graph(
    """
    Modelos > Clássicos
    Modelos > Redes neurais
    Clássicos > Árvores
    Clássicos > SVM
    Redes neurais > CNN
    Redes neurais > RNN
    Redes neurais > Transformer
    """
)
STATES = graph(
    """
    Fechado > Aberto: 5 falhas
    Fechado > Fechado: sucesso
    Aberto > Aberto: recusa
    Aberto > Meio aberto: após 30 s
    Meio aberto > Aberto: falha
    Meio aberto > Fechado: sucesso
    """
)
DECISION = graph(
    """
    Tem rótulos? > São muitos?: sim
    Tem rótulos? > Há grupos?: não
    São muitos? > Ajuste fino: sim
    São muitos? > Few-shot: não
    Há grupos? > Clustering: sim
    Há grupos? > Embeddings: não
    """
)
COMPUTATION = graph(
    """
    x > ×°
    w > ×°
    ×° > +°: 6
    b > +°
    +° > σ°: 7
    σ° > Perda: 0,99
    y > Perda
    """
)
MIND_MAP = graph(
    """
    Agente de IA > Memória
    Agente de IA > Planejamento
    Agente de IA > Ferramentas
    Agente de IA > Avaliação
    Memória > Curto prazo
    Memória > Longo prazo
    Planejamento > ReAct
    Planejamento > Reflexão
    Ferramentas > Busca
    Ferramentas > Código
    Avaliação > Humana
    Avaliação > LLM juiz
    """,
    shape="mind map",
)

TWELVE = {
    "rag": RAG,
    "moe": MOE,
    "platform": PLATFORM,
    "cloud": CLOUD,
    "git": GIT,
    "agent": AGENT,
    "ci": CI,
    "tree": TREE,
    "states": STATES,
    "decision": DECISION,
    "computation": COMPUTATION,
    "mind map": MIND_MAP,
}
