"""Graphs: what is said, what is refused, how nodes and edges are drawn, and where they appear."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.graph import EXAMPLES, Chain, Edge, Graph, Node, NodeGroup
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk

CYCLE = [Chain(["a", "b", "c"]), Edge("c", "a", "não")]


def figure(content: Graph) -> Figure:
    return Figure(1, "grafo", "Um grafo", "O que o exemplo ensina", content)


def edges(*pairs: str) -> list[Edge]:
    """Edges of nodes with names of one letter: "ab" leads from a to b."""
    return [Edge(source, target) for source, target in pairs]


def places(frame: Frame) -> dict[str, Rect]:
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


def connectors(frame: Frame) -> list[Path]:
    items = (v.item for v in walk(frame))
    return [item for item in items if isinstance(item, Path) and item.purpose == "connector"]


def lines(frame: Frame) -> dict[tuple[str, ...], Path]:
    """The lines of edges, without their heads, by what they join."""
    return {path.joins: path for path in connectors(frame) if path.stroke}


def heads(frame: Frame) -> list[tuple[str, ...]]:
    return [path.joins for path in connectors(frame) if path.fill]


def test_edges_are_said_in_order_chains_in_one_breath_and_forks_with_their_words():
    assert EXAMPLES["RAG com volta"].describe() == (
        "Pergunta → Precisa de contexto? Precisa de contexto? → Embedding (sim) e LLM (não). "
        "Embedding → Índice vetorial → Reranker → LLM (top-5) → Resposta fiel? "
        "Resposta fiel? → Resposta (sim) e Precisa de contexto? (não)."
    )


def test_where_there_is_room_the_number_of_nodes_details_and_groups_are_said():
    content = Graph(
        [Edge("a", "b", weight=0.5), Edge("b", "c", two_way=True)],
        groups=[NodeGroup("Fora", ["a", NodeGroup("Dentro", ["b"])])],
        nodes=[Node("b", detail="dois"), Node("c", label="**C**")],
    )
    assert content.describe() == ("Grafo com 3 nós. a → b (0,5; dois) ↔ C. Fora: a e Dentro. Dentro: b.")


def test_the_marked_path_is_said_and_edges_without_direction_have_a_dash():
    content = Graph(edges("ab", "bc", "ac"), path=["c", "b"], directed=False)
    assert content.describe() == "Grafo com 3 nós. a — b e c. b — c. Caminho marcado: c → b."


def test_what_has_no_room_is_left_out_from_groups_to_words():
    names = [f"Estação de trabalho {i}" for i in range(7)]
    content = Graph([Edge(a, b, "por aqui") for a, b in pairwise(names)])
    said = content.describe()
    assert len(said) <= 220
    assert "por aqui" not in said
    assert said == " → ".join(names) + "."


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Graph([]), "Graph.edges: esperada uma lista de ao menos 1 item, veio uma lista vazia"),
        (lambda: Graph(edges("ab", "ab")), "Graph: a aresta de “a” a “b” aparece duas vezes"),
        (
            lambda: Graph([Chain(["LLM", "Reranker"]), Edge("Rerankr", "x")]),
            "Graph: “Reranker” e “Rerankr” são quase o mesmo nome; "
            "se são dois nós, declare os dois em “nodes”",
        ),
        (
            lambda: Graph([Chain(["Café", "CAFE"])]),
            "Graph: “Café” e “CAFE” são quase o mesmo nome; se são dois nós, declare os dois em “nodes”",
        ),
        (
            lambda: Graph(edges("ab"), [NodeGroup("G", ["a", "z"])]),
            "Graph: o nó “z” não existe; os nomes válidos são: “a”, “b”",
        ),
        (
            lambda: Graph([Edge("Servidor", "b")], [NodeGroup("G", ["Servidr"])]),
            "Graph: o nó “Servidr” não existe; você quis dizer “Servidor”?",
        ),
        (
            lambda: Graph(edges("ab"), [NodeGroup("G", ["a"]), NodeGroup("H", [NodeGroup("I", ["a"])])]),
            "Graph: o nó “a” está em dois grupos, “G” e “I”",
        ),
        (
            lambda: Graph(edges("ab"), [NodeGroup("G", ["a", "a"])]),
            "Graph: o nó “a” está duas vezes no grupo “G”",
        ),
        (
            lambda: Graph(edges("ab"), [NodeGroup("a", ["b"])]),
            "Graph: “a” é o nome de um nó e o de um grupo; dê outro a um deles",
        ),
        (
            lambda: Graph(edges("ab"), [NodeGroup("G", ["a"]), NodeGroup("g", ["b"])]),
            "Graph: esperados nomes diferentes; “g” aparece duas vezes",
        ),
        (
            lambda: NodeGroup("G", []),
            "NodeGroup.members: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (
            lambda: Graph(edges("ab"), nodes=[Node("a"), Node("a")]),
            "Graph: esperados nomes diferentes; “a” aparece duas vezes",
        ),
        (lambda: Graph(edges("ab", "bc"), path=["a", "c"]), "Graph: path: não há aresta de “a” a “c”"),
        (lambda: Graph(edges("ab", "bc"), path=["b", "a"]), "Graph: path: não há aresta de “b” a “a”"),
        (
            lambda: Graph(edges("ab"), path=["a"]),
            "Graph: path: um caminho tem ao menos dois nós; veio só “a”",
        ),
        (
            lambda: Graph(edges("ab"), path=["a", "z"]),
            "Graph: o nó “z” não existe; os nomes válidos são: “a”, “b”",
        ),
        (
            lambda: Chain(["a"]),
            "Chain.names: esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
        (
            lambda: Graph(["a -> b"]),
            'Graph.edges[0]: esperado um objeto Edge ou um objeto Chain, veio "a -> b"',
        ),
        (lambda: Edge("a", "b", weight=0), "Edge.weight: esperado um número maior que 0, veio 0"),
        (
            lambda: Node("a", picture="cerebo"),
            "Node.picture: a imagem ou o ícone “cerebo” não existe; você quis dizer “cerebro”?",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize(
    "names",
    [
        ["Expert 1", "Expert 2"],
        ["Camada A", "Camada B"],
        ["C", "C++"],
        ["token", "tomada"],
        ["gato", "rato"],
        ["$W_q$", "$W_k$"],
        ["Encoder", "Decoder"],
    ],
)
def test_names_that_differ_on_purpose_are_two_nodes(names):
    assert Graph([Chain(names)]).describe() == refusal_free(names)


def refusal_free(names: list[str]) -> str:
    """What is said of a chain of two nodes."""
    from infograficos.text.markup import plain_text  # noqa: PLC0415 - for this one alone

    return "Grafo com 2 nós. " + " → ".join(map(plain_text, names)) + "."


def test_names_that_are_almost_the_same_may_both_be_declared():
    content = Graph([Chain(["Token", "Tokens"])], nodes=[Node("Token"), Node("Tokens")])
    assert content.describe() == "Grafo com 2 nós. Token → Tokens."


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (
            lambda: Graph([Chain([f"n{i}" for i in range(31)])]),
            "divida-o em dois na aresta de “n14” a “n15”: ficam 15 e 16 nós",
        ),
        (
            lambda: Graph(
                [Chain([f"n{i}" for i in range(26)])], [NodeGroup("G", [f"n{i}" for i in range(9)])]
            ),
            "faça do grupo “G”, de 9 nós, uma figura à parte, e aqui um nó só",
        ),
        (
            lambda: Graph([Chain([[f"a{i}" for i in range(13)], [f"b{i}" for i in range(13)]])]),
            "junte em um nó só os que sempre andam juntos",
        ),
    ],
)
def test_more_nodes_than_can_be_read_are_refused_with_where_to_split(content, advice):
    said = refusal(content)
    assert said.startswith("Graph: são ")
    assert said.endswith(f"nós, e um grafo se lê com até 25; {advice}")


LONG = "anticonstitucionalissimamentenunca"


def test_what_does_not_fit_is_a_finding_that_says_what_to_shorten():
    (found,) = figure(Graph([Edge(LONG, "b")])).draw(width=360).findings
    assert found.message.startswith("folha: o grafo não cabe: faltam ")
    assert found.message.endswith(f"; encurte ou corte “{LONG}”, ou divida-o em duas figuras")
    assert found.rect


def test_words_of_edges_are_the_first_to_shorten():
    (found,) = figure(Graph([Edge(LONG, "b", "uma aresta")])).draw(width=360).findings
    assert "; encurte as palavras das arestas, encurte ou corte" in found.message


def test_a_graph_that_does_not_fit_hides_no_other_figure():
    misfit, other = figure(Graph([Edge(LONG, "b")])), replace(figure(Graph(CYCLE)), name="outro", number=2)
    report = check([misfit, other])
    assert [(judged.name, judged.count("error")) for judged in report.figures] == [
        ("01-grafo", 1),
        ("02-outro", 0),
    ]
    assert [each.sheets for each in report.figures[0].findings] == [("phone",)]


def test_a_graph_that_does_not_fit_is_drawn_only_when_forced():
    drawing = figure(Graph([Edge(LONG, "b")])).draw(width=360)
    assert refusal(drawing.svg).startswith("01-grafo: folha: o grafo não cabe: faltam ")
    assert LONG in drawing.svg("live", force=True)


@pytest.mark.parametrize("width", [700, 360])
def test_every_node_is_drawn_once_and_every_edge_ends_where_it_should(width):
    frame = figure(Graph(CYCLE)).draw(width=width).frame
    assert {"nó a", "nó b", "nó c"} <= set(places(frame))
    assert set(lines(frame)) == {("nó a", "nó b"), ("nó b", "nó c"), ("nó c", "nó a")}
    assert sorted(heads(frame)) == sorted(lines(frame))


def test_a_node_that_only_an_edge_names_takes_the_role_of_the_graph_and_a_category_goes_on():
    content = Graph(
        edges("ab", "bc", "ad"), nodes=[Node("b", "category2")], groups=[NodeGroup("G", ["d"], "input")]
    )
    roles = {
        visit.path[-1]: visit.item.fill.role.partition(".")[0]
        for visit in walk(figure(content).draw().frame)
        if isinstance(visit.item, Box) and visit.item.fill and visit.path and visit.path[-1].startswith("nó")
    }
    assert roles == {"nó a": "model", "nó b": "category2", "nó c": "category2", "nó d": "input"}


def test_the_marked_path_is_broad_and_all_else_is_grey():
    content = Graph(edges("ab", "bd", "ac", "cd"), path=["a", "c", "d"])
    drawn = lines(figure(content).draw().frame)
    strokes = {joins: (line.stroke.width, line.stroke.paint.role) for joins, line in drawn.items()}
    assert strokes[("nó a", "nó c")] == strokes[("nó c", "nó d")] == (5, "model.mark")
    assert strokes[("nó a", "nó b")] == strokes[("nó b", "nó d")] == (2.5, "muted")


def test_the_heaviest_edge_is_the_broadest_and_the_number_is_written_on_it():
    content = Graph([Edge("a", "b", weight=0.7), Edge("a", "c", weight=0.3)])
    frame = figure(content).draw().frame
    widths = {joins: line.stroke.width for joins, line in lines(frame).items()}
    assert widths[("nó a", "nó b")] > widths[("nó a", "nó c")]
    assert {"0,7", "0,3"} <= {v.item.text for v in walk(frame) if isinstance(v.item, TextBlock)}


def test_a_dashed_edge_is_dashed_one_that_leads_both_ways_has_two_heads_and_one_without_direction_none():
    content = Graph([Edge("a", "b", dashed=True), Edge("b", "c", two_way=True)])
    frame = figure(content).draw().frame
    assert [bool(line.stroke.dash) for line in lines(frame).values()] == [True, False]
    assert heads(frame).count(("nó b", "nó c")) == 2
    assert heads(figure(Graph(edges("ab"), directed=False)).draw().frame) == []


@pytest.mark.parametrize("width", [700, 360])
def test_a_group_holds_its_nodes_and_no_other(width):
    content = EXAMPLES["RAG com volta"]
    rects = places(figure(content).draw(width=width).frame)
    panel = rects["grupo Busca"]
    inside = {name for name, rect in rects.items() if name.startswith("nó") and panel.overlaps(rect)}
    assert inside == {"nó Embedding", "nó Índice vetorial", "nó Reranker"}
    assert all(panel.holds(rects[name]) for name in inside)


def test_a_question_is_a_decision_and_a_picture_stands_without_a_surface():
    content = Graph(
        [Chain(["Certo?", "Banco", "Gente"])],
        nodes=[Node("Banco", picture="database"), Node("Gente", shape="person")],
    )
    frame = figure(content).draw().frame
    surfaces = {
        visit.path[-1]
        for visit in walk(frame)
        if isinstance(visit.item, Path) and visit.item.purpose == "surface" and visit.path
    }
    assert surfaces == {"nó Certo?"}


def test_edges_keep_off_the_name_below_a_person():
    content = Graph([Edge("Gente", "Banco"), Edge("Gente", "Fila")], nodes=[Node("Gente", shape="person")])
    frame = figure(content).draw().frame
    visits = list(walk(frame))
    name = next(v.rect for v in visits if isinstance(v.item, TextBlock) and v.item.text == "Gente")
    edges = [v.rect for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]
    assert min(rect.y for rect in edges) >= name.bottom + 6


def test_nodes_appear_in_the_order_in_which_they_are_read_and_edges_with_the_later_end():
    shown = [
        [name.removeprefix("nó ") for name in places(step.frame) if f"nó {name[3:]}" in drawn(step.frame)]
        for step in figure(Graph(edges("ab", "bc", "ac"))).steps()
    ]
    assert shown == [["a"], ["a", "b"], ["a", "b", "c"]]
    joined = [len(lines(step.frame)) for step in figure(Graph(edges("ab", "bc", "ac"))).steps()]
    assert joined == [0, 1, 3]


def drawn(frame: Frame) -> set[str]:
    """The names of the frames in which there is a text."""
    return {name for v in walk(frame) if isinstance(v.item, TextBlock) for name in v.path}


def test_a_layout_is_found_once_for_all_themes(monkeypatch):
    from infograficos.elements.graphs import graph as drawing  # noqa: PLC0415 - counted here alone

    asked = []
    place = drawing.place
    monkeypatch.setattr(drawing, "place", lambda task: asked.append(task) or place(task))
    content = Graph([Chain(["uma", "vez", "só", "e", "pronto"])])
    for theme in (None, "papel", "quadro"):
        for variant in ("light", "dark"):
            figure(content).draw(theme, variant)
    assert len(asked) == 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
