"""The data of plots from files, training logs, data frames and records."""

from __future__ import annotations

import json
import math

import pytest
from refusals import refusal

from infograficos.builders import Area, Line, Scatter

HISTORY = [
    {"step": 10, "loss": 2.5},
    {"step": 10, "eval_loss": 2.75},
    {"step": 20, "loss": 2.0},
    {"step": 20, "eval_loss": 2.25},
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "step,loss,other\n10,2.5,x\n20,2.0,\n"),
        ("a.csv", "\ufeffstep;loss\n10;2,5\n20;2,0\n"),
        ("a.tsv", "step\tloss\n10\t2.5\n20\t2.0\n"),
        ("a.jsonl", "\n".join(map(json.dumps, HISTORY))),
        ("a.json", json.dumps(HISTORY)),
        ("trainer_state.json", json.dumps({"epoch": 1, "log_history": HISTORY})),
    ],
)
def test_a_file_gives_the_rows_that_have_both_columns(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    assert Line.read(name, "step", "loss", "treino").points == ((10, 2.5), (20, 2))


def test_the_losses_of_evaluation_have_rows_of_their_own():
    assert Scatter.read(HISTORY, "step", "eval_loss").points == ((10, 2.75), (20, 2.25))


def test_nan_in_a_file_is_a_gap_and_an_empty_cell_is_no_row(folder):
    (folder / "a.csv").write_text("x,y\n1,1\n2,nan\n3,\n4,2\n", encoding="utf-8")
    path = Line.read("a.csv", "x", "y").path
    assert [x for x, _ in path] == [1, 2, 4]
    assert path[1][1] is None


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_data_frame_gives_its_columns(library):
    frames = pytest.importorskip(library)
    frame = frames.DataFrame({"x": [1, 2, 3], "y": [1.5, 2.5, 4.0]})
    assert Area.read(frame, "x", "y", role="model").points == ((1, 1.5), (2, 2.5), (3, 4))
    assert Line(frame["x"], frame["y"]).points == ((1, 1.5), (2, 2.5), (3, 4))


def test_a_dict_of_columns_gives_them_too():
    assert Line.read({"x": [1, 2], "y": [3, math.pi]}, "x", "y").points == ((1, 3), (2, math.pi))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "step,loss\n1,dois\n", "Line.read: na linha 1, “loss” é “dois”, e não um número"),
        ("a.csv", "step,los\n1,2\n", "Line.read: a coluna “loss” não existe; você quis dizer “los”?"),
        ("a.csv", "step,loss\n1,\n", "Line.read: nenhuma linha tem “step” e “loss”"),
        (
            "a.json",
            "{",
            "Line.read: não foi possível ler “a.json”; esperado um arquivo CSV, TSV, JSON, JSONL",
        ),
        (
            "a.json",
            "3",
            "Line.read: esperada uma lista de registros, cada um com os nomes das colunas e seus valores",
        ),
        (
            "a.xlsx",
            "",
            "Line.read: “a.xlsx” não é de um formato que se leia; esperado CSV, TSV, JSON, JSONL",
        ),
    ],
)
def test_a_file_that_gives_no_numbers_is_refused_word_for_word(folder, name, text, message):
    (folder / name).write_text(text, encoding="utf-8")
    assert refusal(lambda: Line.read(name, "step", "loss")) == message


def test_a_file_that_is_not_there_is_refused(folder):
    assert refusal(lambda: Line.read("nada.csv", "x", "y")) == "o arquivo “nada.csv” não existe"
