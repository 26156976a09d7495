"""How many parameters GPT-2 has, and how many of them LoRA trains."""


def gpt2_size(layers: int = 12, width: int = 768) -> int:
    """Count the parameters of GPT-2, whose output layer shares the weights of the token embedding."""
    vocabulary, positions = 50_257, 1_024
    block = 12 * width * width + 13 * width
    return (vocabulary + positions) * width + layers * block + 2 * width


def lora_size(rank: int, layers: int = 12, width: int = 768) -> int:
    """Count what LoRA trains on the query and value projections of GPT-2.

    Each layer gets, for either projection, matrices of width × rank and rank × width.
    """
    return layers * 2 * 2 * width * rank
