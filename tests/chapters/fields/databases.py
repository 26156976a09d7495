"""Bancos de dados: índices, planos, réplicas e escritas."""

from infograficos import Chapter, Figure
from infograficos.builders import Chain, Edge, Graph, Node, NodeGroup, StateMachine, Table, Tree

btree = Figure(
    number=1,
    name="arvore-b",
    title="A árvore B",
    headline="Três páginas lidas acham a **chave 42**{response}",
    content=Tree(
        [
            Chain(["30 · 60", ["10 · 20", "38 · 50", "70 · 80"]]),
            Chain(["38 · 50", ["31 · 35", "40 · 42", "55 · 58"]]),
        ],
        path=["30 · 60", "38 · 50", "40 · 42"],
        nodes=[Node("40 · 42", "response", emphasis=True)],
    ),
)

plan = Figure(
    number=2,
    name="plano-de-consulta",
    title="Um plano de consulta",
    headline="Sem índice, lê-se a **tabela inteira**{alert}",
    content=Graph(
        [
            Edge("Index scan", "Hash join", "12 linhas"),
            Edge("Seq scan", "Hash join", "1 milhão"),
            Edge("Hash join", "Sort", "40 linhas"),
            Edge("Sort", "Limit 10"),
        ],
        nodes=[
            Node("Index scan", "response", detail="clientes"),
            Node("Seq scan", "alert", detail="pedidos", emphasis=True),
        ],
    ),
)

lsm = Figure(
    number=3,
    name="escrita-em-lsm",
    title="A escrita em uma árvore LSM",
    headline="A escrita só toca **memória e log**{response}",
    content=Graph(
        [
            Edge("PUT k, v", "WAL", "anexa"),
            Edge("PUT k, v", "Memtable", "insere"),
            Edge("Memtable", "SSTable nível 0", "cheia"),
            Edge("SSTable nível 0", "SSTable nível 1", "compacta"),
        ],
        nodes=[
            Node("PUT k, v", "instruction", "pill"),
            Node("WAL", "response", "document"),
            Node("Memtable", "response"),
            Node("SSTable nível 0", "input", "cylinder"),
            Node("SSTable nível 1", "input", "cylinder"),
        ],
    ),
)

replicas = Figure(
    number=4,
    name="lider-e-replicas",
    title="Líder e réplicas",
    headline="Escreve-se no **líder**{model}, lê-se nas réplicas",
    content=Graph(
        [
            Edge("Aplicação", "Líder", "escreve"),
            Edge("Líder", "Réplica 1", "log"),
            Edge("Líder", "Réplica 2", "log", dashed=True),
            Edge("Réplica 1", "Relatórios", "lê"),
        ],
        groups=[NodeGroup("Cluster", ["Líder", "Réplica 1", "Réplica 2"])],
        nodes=[
            Node("Aplicação", "instruction"),
            Node("Líder", shape="cylinder", emphasis=True),
            Node("Réplica 1", "model", "cylinder", "síncrona"),
            Node("Réplica 2", "model", "cylinder", "assíncrona"),
            Node("Relatórios", "response"),
        ],
    ),
)

transaction = Figure(
    number=5,
    name="estados-da-transacao",
    title="Os estados de uma transação",
    headline="Depois do **commit**{response} não há volta",
    content=StateMachine(
        [
            Edge("Ativa", "Ativa", "lê, escreve"),
            Edge("Ativa", "Parcial", "última operação"),
            Edge("Parcial", "Efetivada", "commit"),
            Edge("Ativa", "Falha", "erro"),
            Edge("Parcial", "Falha", "erro"),
            Edge("Falha", "Abortada", "rollback"),
        ],
        nodes=[Node("Efetivada", "response"), Node("Falha", "alert"), Node("Abortada", "alert")],
        final=["Efetivada", "Abortada"],
    ),
)

isolation = Figure(
    number=6,
    name="niveis-de-isolamento",
    title="Níveis de isolamento do SQL",
    headline="Cada nível **proíbe**{response} mais uma anomalia",
    content=Table(
        {
            "nível": ["read uncommitted", "read committed", "repeatable read", "serializable"],
            "leitura suja": ["possível", "não", "não", "não"],
            "não repetível": ["possível", "possível", "não", "não"],
            "fantasma": ["possível", "possível", "possível", "não"],
        }
    ),
)

chapter = Chapter(
    number=1, title="Bancos de dados", figures=[btree, plan, lsm, replicas, transaction, isolation]
)
