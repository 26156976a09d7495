"""Sistemas distribuídos: consenso, filas, cargas e falhas."""

from infograficos import Chapter, Figure
from infograficos.builders import Chain, Edge, Graph, Node, NodeGroup, StateMachine

raft = Figure(
    number=1,
    name="raft",
    title="Os papéis do Raft",
    headline="Quem tem a **maioria**{model} lidera",
    content=StateMachine(
        [
            Edge("Seguidor", "Candidato", "líder sumiu"),
            Edge("Candidato", "Candidato", "empate"),
            Edge("Candidato", "Líder", "maioria"),
            Edge("Candidato", "Seguidor", "outro líder"),
            Edge("Líder", "Seguidor", "mandato maior"),
        ],
        nodes=[Node("Líder", emphasis=True)],
    ),
)

balancer = Figure(
    number=2,
    name="balanceador",
    title="Um balanceador de carga",
    headline="O servidor **doente**{alert} não recebe nada",
    content=Graph(
        [
            Edge("Clientes", "Balanceador"),
            Edge("Balanceador", "Servidor 1", "50%"),
            Edge("Balanceador", "Servidor 2", "50%"),
            Edge("Balanceador", "Servidor 3", "sem resposta", dashed=True),
        ],
        nodes=[
            Node("Clientes", "instruction", "person"),
            Node("Balanceador", emphasis=True),
            Node("Servidor 1", "response"),
            Node("Servidor 2", "response"),
            Node("Servidor 3", "alert"),
        ],
    ),
)

queue = Figure(
    number=3,
    name="particoes",
    title="Um tópico em partições",
    headline="Cada partição tem **um leitor**{response} por grupo",
    content=Graph(
        [
            Chain(["Produtor", ["Partição 0", "Partição 1", "Partição 2"]]),
            Edge("Partição 0", "Leitor A"),
            Edge("Partição 1", "Leitor A"),
            Edge("Partição 2", "Leitor B"),
        ],
        groups=[
            NodeGroup("Tópico", ["Partição 0", "Partição 1", "Partição 2"], "input"),
            NodeGroup("Grupo", ["Leitor A", "Leitor B"], "response"),
        ],
    ),
)

mapreduce = Figure(
    number=4,
    name="mapreduce",
    title="MapReduce conta palavras",
    headline="O **shuffle**{model} junta as chaves iguais",
    content=Graph(
        [
            Edge("a b", "Map 1"),
            Edge("b a b", "Map 2"),
            Edge("Map 1", "Reduce a", "1"),
            Edge("Map 1", "Reduce b", "1"),
            Edge("Map 2", "Reduce a", "1"),
            Edge("Map 2", "Reduce b", "1, 1"),
            Edge("Reduce a", "a: 2"),
            Edge("Reduce b", "b: 3"),
        ],
        nodes=[
            Node("a b", "input", "document"),
            Node("b a b", "input", "document"),
            Node("a: 2", "response"),
            Node("b: 3", "response"),
        ],
    ),
)

microservices = Figure(
    number=5,
    name="microsservicos",
    title="Um pedido em microsserviços",
    headline="O pedido **não espera**{response} o e-mail",
    content=Graph(
        [
            Edge("App", "Gateway"),
            Edge("Gateway", "Pedidos"),
            Edge("Pedidos", "Pagamento"),
            Edge("Pedidos", "Fila", "evento", dashed=True),
            Edge("Fila", "E-mail", dashed=True),
            Edge("Pedidos", "Banco", two_way=True),
        ],
        groups=[NodeGroup("Rede interna", ["Pedidos", "Pagamento", "Fila", "E-mail", "Banco"])],
        nodes=[
            Node("App", "instruction"),
            Node("Fila", "input", "cylinder"),
            Node("E-mail", "response"),
            Node("Banco", "input", "cylinder"),
        ],
    ),
)

deadlock = Figure(
    number=6,
    name="deadlock",
    title="Um deadlock",
    headline="Cada um espera **pelo outro**{alert}",
    content=Graph(
        [
            Edge("Processo 1", "Recurso A", "segura"),
            Edge("Recurso A", "Processo 2", "espera"),
            Edge("Processo 2", "Recurso B", "segura"),
            Edge("Recurso B", "Processo 1", "espera"),
        ],
        nodes=[
            Node("Processo 1", "model"),
            Node("Processo 2", "model"),
            Node("Recurso A", "alert", "circle"),
            Node("Recurso B", "alert", "circle"),
        ],
    ),
)

chapter = Chapter(
    number=2,
    title="Sistemas distribuídos",
    figures=[raft, balancer, queue, mapreduce, microservices, deadlock],
)
