"""Words that some elements write by themselves, and that the kinds made of them share."""

from infograficos.content.own_words import OwnWords

#: Of a table: how many rows are left out.
ROW_WORDS = OwnWords(more_rows=("… e mais {count} linha", "… e mais {count} linhas"))

#: Of a plane: what a dashed line is, and how many names have no place.
PLANE_WORDS = OwnWords(distance="distância", more_names=("… e mais {count} nome", "… e mais {count} nomes"))

#: Of a matrix: how much of it is drawn, and what its squares say.
MATRIX_WORDS = OwnWords(
    shown_cells="{height} de {rows} linhas e {width} de {columns} colunas",
    shown_square="{height} de {rows} linhas e colunas",
    larger_square="quadrado maior, valor maior",
    farther_square="área maior, mais longe de zero",
    nearer_square="quadrado maior, mais perto de zero",
    negative="negativo",
    row_sum="soma 1",
    rounded_row_sum="soma 1, arredondada",
)

#: Of a vocabulary: its name, and how many of its entries are drawn.
VOCABULARY_WORDS = OwnWords(
    vocabulary="vocabulário",
    entries="{total} entradas",
    some_entries="{shown} de {total} entradas",
    excerpt="trecho",
)
