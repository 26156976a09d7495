"""Negócios: juros, clientes e energia, com números que se somam."""

from infograficos import Chapter, Figure
from infograficos.builders import Bars, Flow, FlowNode, Flows

#: What 1000 at 10 % a year become.
YEARS = (5, 10, 20)

interest = Figure(
    number=1,
    name="juros-compostos",
    title="Juros compostos",
    headline="Em vinte anos, os **juros**{category2} são quase tudo",
    content=Bars(
        {f"{years} anos": (1000, round(1000 * 1.1**years) - 1000) for years in YEARS},
        series=["aplicado", "juros"],
        measure="mil reais a 10% ao ano",
        unit="R$",
        stacked="values",
    ),
)

loan = Figure(
    number=2,
    name="parcelas",
    title="Tabela Price",
    headline="No começo, a parcela é quase só **juros**{category2}",
    content=Bars(
        # Of each of 360 equal payments, 1 % of what is still owed is interest.
        {
            f"parcela {month}": (1.01 ** (month - 361), 1 - 1.01 ** (month - 361))
            for month in (1, 120, 240, 360)
        },
        series=["amortização", "juros"],
        measure="cada parcela, em 30 anos a 1% ao mês",
        stacked="shares",
        highlighted="juros",
    ),
)

price = Figure(
    number=3,
    name="preco-do-pao",
    title="Preço de um pão",
    headline="Do preço, **um décimo**{response} é lucro",
    content=Flows(
        [
            Flow("preço", "impostos", 18),
            Flow("preço", "padaria", 82),
            Flow("padaria", "farinha", 30),
            Flow("padaria", "salários", 27),
            Flow("padaria", "aluguel", 15),
            Flow("padaria", "lucro", 10),
        ],
        nodes=[FlowNode("lucro", "response")],
        unit="centavos",
        highlight="lucro",
    ),
)

chapter = Chapter(number=70, title="Negócios", figures=[interest, loan, price])
