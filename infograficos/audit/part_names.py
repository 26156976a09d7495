"""What the parts of a figure are called where a finding says which one it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from infograficos.language.messages import mark_message, message

#: The names that the kinds of figure give to their parts, in Portuguese; `{}` is a number.
_NUMBERED = (
    mark_message("alvo {}"), mark_message("aprendido {}"), mark_message("ator {}"), mark_message("camada {}"),
    mark_message("camada {} do bloco"), mark_message("camada {} do bloco, {}"), mark_message("cartão {}"),
    mark_message("comando {}"), mark_message("célula {} {}"), mark_message("data {}"),
    mark_message("depois {}"), mark_message("entrada {}"), mark_message("etapa {}"), mark_message("item {}"),
    mark_message("lido {}"), mark_message("linha {}"), mark_message("mensagem {}"),
    mark_message("modelo {}"), mark_message("novo {}"),
    mark_message("nota {}"), mark_message("nota, linha {}"), mark_message("nota, número {}"),
    mark_message("painel {}"),
    mark_message("parada {}"),
    mark_message("passagem {}"), mark_message("passo {}"), mark_message("posição {} {}"),
    mark_message("ramo {}"), mark_message("rio do bloco {}"), mark_message("soma {}"),
    mark_message("soma {}, {}"), mark_message("source {}"),
    mark_message("target {}"), mark_message("token {}"),
)  # fmt: skip

#: Those of which there is one.
_SINGLE = (
    mark_message("alinhamento"), mark_message("além da folha"), mark_message("analogia"),
    mark_message("antes"), mark_message("balança"), mark_message("barras"), mark_message("cabeçalho"),
    mark_message("camadas"), mark_message("centro"), mark_message("começo"), mark_message("contexto"),
    mark_message("corte"), mark_message("curvas"), mark_message("código"), mark_message("dados"),
    mark_message("depois"), mark_message("distribuição"), mark_message("entrada"), mark_message("fita"),
    mark_message("fluxos"), mark_message("fora da loss"), mark_message("fórmula"), mark_message("gráfico"),
    mark_message("início"), mark_message("janelas"),
    mark_message("legenda"), mark_message("matrizes"), mark_message("modelo"), mark_message("média"),
    mark_message("notas"), mark_message("painel"), mark_message("pares"), mark_message("passos"),
    mark_message("pedido"), mark_message("rede"),
    mark_message("placa aberta"), mark_message("plano"), mark_message("ponte"),
    mark_message("primeiro lugar"), mark_message("registro"), mark_message("segundo lugar"),
    mark_message("soma"), mark_message("tabela"), mark_message("terminal"), mark_message("texto do modelo"),
    mark_message("tokens"), mark_message("valores"), mark_message("vocabulário"), mark_message("volta"),
)  # fmt: skip

#: Those with a name of the author's in them.
_FIELDS = (
    mark_message("campo {}"), mark_message("grupo {}"), mark_message("nó {}"), mark_message("trecho {}"),
)  # fmt: skip


#: Those that another language calls otherwise than it would elsewhere: a line of a table is a row.
_INSIDE = (mark_message("tabela › linha {}"),)


def translate_path(path: Sequence[str]) -> str:
    """Return where a part is, from the outside in, in the language of messages."""
    names = list(map(translate_part, path))
    for i, pair in enumerate(map(" › ".join, pairwise(path)), 1):
        if find_part(pair):
            names[i] = translate_part(pair).partition(" › ")[2]
    return " › ".join(names)


def translate_part(name: str) -> str:
    """Return a part's name in the language of messages; one that the author gave stays as it is."""
    found = find_part(name)
    return message(found[0]).format(*found[1]) if found else name


def find_part(name: str) -> tuple[str, Sequence[str]] | None:
    """Return the name without what stands for its `{}`, and those; None for a name that the author gave."""
    matches = ((source, pattern.fullmatch(name)) for source, pattern in _patterns().items())
    return next(((source, match.groups()) for source, match in matches if match), None)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    parts = dict.fromkeys((*_SINGLE, *_NUMBERED, *_INSIDE), r"(\d+)") | dict.fromkeys(_FIELDS, "(.+)")
    return {source: re.compile(re.escape(source).replace(r"\{\}", part)) for source, part in parts.items()}
