"""The kinds of figure, one file each; a new file here is found without being listed anywhere."""

from infograficos.builders.kind import Builder, builders, examples

__all__ = ["Builder", "builders", "examples"]
