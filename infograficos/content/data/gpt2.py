"""How many parameters GPT-2 has, and how many of them LoRA trains."""

#: The sizes of GPT-2 by what they are called, each with its layers and its width.
GPT2_SHAPES = {"124 mi": (12, 768), "355 mi": (24, 1024), "774 mi": (36, 1280), "1,5 bi": (48, 1600)}


def gpt2_size(layers: int = 12, width: int = 768) -> int:
    """Count the parameters of GPT-2, whose output layer shares the weights of the token embedding."""
    vocabulary, positions = 50_257, 1_024
    block = 12 * width * width + 13 * width
    return (vocabulary + positions) * width + layers * block + 2 * width


def gpt2_matrices(layers: int = 12, width: int = 768) -> tuple[float, float, float]:
    """Return how many millions of weights the embeddings, attention and the FFN have, biases and norms aside.

    Each block has 4 matrices of width × width in attention, and 2 of width × 4 width after it.
    """
    square = layers * width * width / 1e6
    return (50_257 + 1_024) * width / 1e6, 4 * square, 8 * square


def lora_size(rank: int, layers: int = 12, width: int = 768) -> int:
    """Count what LoRA trains on the query and value projections of GPT-2.

    Each layer gets, for either projection, matrices of width × rank and rank × width.
    """
    return layers * 2 * 2 * width * rank
