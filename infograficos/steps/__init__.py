"""A figure step by step: how many steps it has, and what each of them shows."""

from infograficos.steps.frames import new_words, step_count, step_frames

__all__ = ["new_words", "step_count", "step_frames"]
