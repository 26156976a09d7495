import sys
from pathlib import Path

import pytest

from infograficos.errors import MachineError
from infograficos.theme import load_theme


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("\n[type", "tema.toml, linha 2, no fim do arquivo: faltou fechar o nome da tabela com “]”"),
        (
            "[sheet]\nwidth 700",
            "tema.toml, linha 2, coluna 7: faltou o sinal “=” depois do nome",
        ),
        (
            "a = 1 2",
            "tema.toml, linha 1, coluna 7: esperado o fim da linha depois do valor",
        ),
        (
            "a = red",
            "tema.toml, linha 1, coluna 5: falta o valor, ou ele não é válido; um texto fica entre aspas",
        ),
        ("a = 1\na = 2", "tema.toml, linha 2, no fim do arquivo: este nome já recebeu um valor antes"),
        ("[a]\n[a]", "tema.toml, linha 2, coluna 3: esta tabela já foi aberta antes"),
        (
            'a = "x\n"',
            "tema.toml, linha 1, coluna 7: há um caractere que não pode ficar aqui; "
            "um texto em várias linhas pede três aspas",
        ),
        ('a = "x', "tema.toml, linha 1, no fim do arquivo: faltou fechar as aspas"),
        (
            "a = [1 2]",
            "tema.toml, linha 1, coluna 8: faltou fechar a lista com “]”, ou uma vírgula entre os itens",
        ),
        (
            "a = {b = 1 c = 2}",
            "tema.toml, linha 1, coluna 12: faltou fechar a tabela com “}”, ou uma vírgula entre os valores",
        ),
        (f"a = {'[' * 9000}", "tema.toml: há listas ou tabelas demais umas dentro das outras"),
        (f"a = 1{'0' * 5000}", "tema.toml: há um número com algarismos demais"),
        (
            b"a = 1\nb = '\xff'",
            "tema.toml, linha 2: esperado texto em UTF-8; salve o arquivo nessa codificação",
        ),
    ],
)
@pytest.mark.skipif(sys.version_info >= (3, 14), reason="newer readers count columns in another way")
def test_slips_of_syntax_are_reported_with_their_place(content, message, written, refusal_of):
    assert refusal_of(written(content)) == message


def test_a_file_that_is_not_there(tmp_path, written, refusal_of):
    missing = tmp_path / "meu.toml"
    assert refusal_of(missing) == f"o arquivo de tema “{missing}” não existe"
    inside_a_file = written("") / "meu.toml"
    assert refusal_of(inside_a_file) == f"o arquivo de tema “{inside_a_file}” não existe"
    assert refusal_of(Path("a\0b")) == "o arquivo de tema “a\0b” não existe"


def test_a_folder_is_no_theme(tmp_path, refusal_of):
    assert refusal_of(tmp_path) == f"“{tmp_path}” é uma pasta; esperado um arquivo .toml"


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        (PermissionError(13, "denied"), "sem permissão para ler “{}”; libere a leitura do arquivo"),
        (OSError(5, "broken"), "a leitura de “{}” falhou (erro 5 do sistema)"),
    ],
)
def test_the_machine_s_refusals_are_not_the_author_s_fault(
    problem, message, written, monkeypatch, refusal_of
):
    def refuse(_path):
        raise problem

    path = written("")
    load_theme()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert refusal_of(path, MachineError) == message.format(path)
