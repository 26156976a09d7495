"""Names that no author can shorten: ChatML, hyperparameters and modules fit the sheet of a phone."""

import pytest

from infograficos import Figure
from infograficos.builders import (
    Cards,
    ChatTemplate,
    Conversation,
    Curves,
    Hub,
    Item,
    KeyValues,
    Matrix,
    Message,
    Pipeline,
    Series,
    Spoke,
    Stage,
)

NAMES = ("gradient_accumulation_steps", "torch.nn.functional.cross_entropy")
CHAT_ML = Conversation(
    [Message("user", "Oi!"), Message("assistant", "Olá!")],
    template=ChatTemplate("<|im_start|>{speaker}", "<|im_end|>"),
)


@pytest.mark.parametrize(
    "content",
    [
        CHAT_ML,
        KeyValues(dict.fromkeys(NAMES, 4)),
        KeyValues({"modelo": "meta-llama/Llama-3.1-8B-Instruct"}),
        Cards([Item(name, "input") for name in NAMES]),
        Curves([Series("AutoModelForCausalLM", [3, 2, 1], "model")], "passo", "loss"),
        Hub("LLM", [Spoke(name, "input") for name in NAMES]),
        Matrix([[1, 2], [3, 4]], rows=NAMES, columns=["a", "b"]),
        Pipeline([Stage(name, "tokens", "input") for name in (*NAMES, "Interopera\u00adbilidade")]),
    ],
)
def test_a_long_name_is_broken_after_its_signs_to_fit_a_phone(content):
    findings = Figure(1, "nomes", "Nomes", "Nomes longos cabem", content).draw(width=360).findings
    assert [each.message for each in findings if each.severity == "error"] == []
