"""The files of a chapter's covers, all written or none."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.cover.composition import cover
from infograficos.export import Exported, WrittenFile
from infograficos.system.file_transaction import FileTransaction
from infograficos.theme import Theme, Variant, load_theme, pick_cover, pick_variant


@dataclass(frozen=True)
class CoverOptions:
    """Which covers to write, and where; a wrong value raises `InputError`.

    Args:
        folder: the output folder, with a subfolder for each size.
        presets: names of the sizes in the theme; by default all.
        figure: number or name of the figure whose shapes they show; by default the most colourful one.
        theme: the visual system; by default the series' own.
        variants: `light`, `dark` or both.
    """

    folder: Path = Path("dist")
    presets: tuple[str, ...] = ()
    figure: str | None = None
    theme: Theme = field(default_factory=load_theme)
    variants: tuple[Variant, ...] = ("light",)

    def __post_init__(self) -> None:
        for preset in self.presets:
            pick_cover(self.theme, preset)
        for variant in self.variants:
            pick_variant(variant)


def write_covers(chapter: Chapter, options: CoverOptions | None = None) -> Exported:
    """Write a chapter's covers as SVG and PNG, unless they are current."""
    chosen = options or CoverOptions()
    presets = [name for name in chosen.theme.covers if name in chosen.presets or not chosen.presets]
    first = [chosen.folder / preset / f"{chapter.number:02d}-capa.svg" for preset in presets]
    files: list[WrittenFile] = []
    with FileTransaction(chosen.folder, first) as transaction:
        for preset, variant in product(presets, dict.fromkeys(chosen.variants)):
            made = cover(chapter, preset, figure=chosen.figure, theme=chosen.theme, variant=variant)
            path = chosen.folder / preset / made.name
            for ending, data, pixels in (
                (".svg", made.svg().encode(), None),
                (".png", made.png(), (made.size.width, made.size.height)),
            ):
                target = path.with_suffix(ending)
                files.append(WrittenFile(target, len(data), pixels, transaction.stage(target, data)))
        transaction.commit()
    return Exported(tuple(files))
