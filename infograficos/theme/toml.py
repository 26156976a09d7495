"""Parses TOML, with error messages in the author's language."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from infograficos.errors import InputError
from infograficos.language.messages import mark_message, message
from infograficos.system.files import ReadErrors

READ_ERRORS = ReadErrors(
    missing=mark_message("o arquivo de tema “{path}” não existe"),
    folder=mark_message("“{path}” é uma pasta; esperado um arquivo .toml"),
    rights=mark_message("sem permissão para ler “{path}”; libere a leitura do arquivo"),
    broken=mark_message("a leitura de “{path}” falhou (erro {code} do sistema)"),
)

#: Messages by the start of those of `tomllib`.
SYNTAX: dict[str, str] = {
    "Expected '=' after a key": mark_message("faltou o sinal “=” depois do nome"),
    "Expected newline or end of document": mark_message("esperado o fim da linha depois do valor"),
    "Expected ']": mark_message("faltou fechar o nome da tabela com “]”"),
    "Expected": mark_message("faltou fechar as aspas"),
    "Found invalid character": mark_message("há um caractere que não pode ficar aqui"),
    "Illegal character": mark_message(
        "há um caractere que não pode ficar aqui; um texto em várias linhas pede três aspas"
    ),
    "Invalid statement": mark_message("esperado um nome, uma [tabela] ou um # comentário"),
    "Invalid initial character": mark_message("este nome precisa de aspas"),
    "Invalid value": mark_message("falta o valor, ou ele não é válido; um texto fica entre aspas"),
    "Invalid date": mark_message("esta data não existe"),
    "Invalid hex value": mark_message("o código do caractere não é válido"),
    "Escaped character": mark_message("o código do caractere não é válido"),
    "Unescaped": mark_message("num texto, a barra “\\” se escreve “\\\\”"),
    "Unterminated string": mark_message("faltou fechar as aspas"),
    "Unclosed array": mark_message("faltou fechar a lista com “]”, ou uma vírgula entre os itens"),
    "Unclosed inline table": mark_message(
        "faltou fechar a tabela com “{brace}”, ou uma vírgula entre os valores"
    ),
    "Cannot declare": mark_message("esta tabela já foi aberta antes"),
    "Cannot overwrite": mark_message("este nome já recebeu um valor antes"),
    "Cannot mutate": mark_message("esta tabela já foi fechada antes"),
    "Cannot redefine": mark_message("este nome já recebeu um valor antes"),
    "Duplicate inline table key": mark_message("este nome já recebeu um valor antes"),
    "Exceeds the limit": mark_message("há um número com algarismos demais"),
}


def parse_toml(path: Path, text: str) -> dict[str, object]:
    """Parse a TOML text; invalid syntax raises `InputError` with line and column."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise InputError(
            "{file}: há listas ou tabelas demais umas dentro das outras", file=path.name
        ) from None
    except ValueError as error:
        raise InputError(f"{path.name}{_location(str(error), text)}: {_translate(str(error))}") from None


def _location(error: str, text: str) -> str:
    if error.endswith("(at end of document)"):
        return message(", linha {line}, no fim do arquivo", line=text.rstrip().count("\n") + 1)
    position = re.search(r"\(at line (\d+), column (\d+)\)$", error)
    if not position:
        return ""
    return message(", linha {line}, coluna {column}", line=position[1], column=position[2])


def _translate(error: str) -> str:
    known = (source for start, source in SYNTAX.items() if error.startswith(start))
    return message(next(known, None) or mark_message("isto não é TOML válido"), brace="}")
