"""Parses TOML, with error messages in Portuguese."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from infograficos.errors import InputError
from infograficos.system.files import ReadErrors

READ_ERRORS = ReadErrors(
    missing="o arquivo de tema “{path}” não existe",
    folder="“{path}” é uma pasta; esperado um arquivo .toml",
    rights="sem permissão para ler “{path}”; libere a leitura do arquivo",
    broken="a leitura de “{path}” falhou (erro {code} do sistema)",
)

#: Messages in Portuguese, by the start of those of `tomllib`.
SYNTAX: dict[str, str] = {
    "Expected '=' after a key": "faltou o sinal “=” depois do nome",
    "Expected newline or end of document": "esperado o fim da linha depois do valor",
    "Expected ']": "faltou fechar o nome da tabela com “]”",
    "Expected": "faltou fechar as aspas",
    "Found invalid character": "há um caractere que não pode ficar aqui",
    "Illegal character": "há um caractere que não pode ficar aqui; um texto em várias linhas pede três aspas",
    "Invalid statement": "esperado um nome, uma [tabela] ou um # comentário",
    "Invalid initial character": "este nome precisa de aspas",
    "Invalid value": "falta o valor, ou ele não é válido; um texto fica entre aspas",
    "Invalid date": "esta data não existe",
    "Invalid hex value": "o código do caractere não é válido",
    "Escaped character": "o código do caractere não é válido",
    "Unescaped": "num texto, a barra “\\” se escreve “\\\\”",
    "Unterminated string": "faltou fechar as aspas",
    "Unclosed array": "faltou fechar a lista com “]”, ou uma vírgula entre os itens",
    "Unclosed inline table": "faltou fechar a tabela com “}”, ou uma vírgula entre os valores",
    "Cannot declare": "esta tabela já foi aberta antes",
    "Cannot overwrite": "este nome já recebeu um valor antes",
    "Cannot mutate": "esta tabela já foi fechada antes",
    "Cannot redefine": "este nome já recebeu um valor antes",
    "Duplicate inline table key": "este nome já recebeu um valor antes",
    "Exceeds the limit": "há um número com algarismos demais",
}


def parse_toml(path: Path, text: str) -> dict[str, object]:
    """Parse a TOML text; invalid syntax raises `InputError` with line and column."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise InputError(f"{path.name}: há listas ou tabelas demais umas dentro das outras") from None
    except ValueError as error:
        raise InputError(f"{path.name}{_location(str(error), text)}: {_translate(str(error))}") from None


def _location(message: str, text: str) -> str:
    if message.endswith("(at end of document)"):
        last = text.rstrip().count("\n") + 1
        return f", linha {last}, no fim do arquivo"
    position = re.search(r"\(at line (\d+), column (\d+)\)$", message)
    return f", linha {position[1]}, coluna {position[2]}" if position else ""


def _translate(message: str) -> str:
    known = (translation for start, translation in SYNTAX.items() if message.startswith(start))
    return next(known, "isto não é TOML válido")
