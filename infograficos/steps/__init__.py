"""Splits a placed figure into steps, each of which adds a part."""

from infograficos.steps.frames import new_texts, step_count, step_frames

__all__ = ["new_texts", "step_count", "step_frames"]
