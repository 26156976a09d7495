"""Splits a placed figure into steps, each showing one part more."""

from infograficos.steps.frames import new_words, step_count, step_frames

__all__ = ["new_words", "step_count", "step_frames"]
