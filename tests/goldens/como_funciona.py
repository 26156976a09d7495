"""How the library works, drawn by the library: the figure of the README's “Como funciona”."""

from infograficos import Chapter, Figure
from infograficos.builders import Pipeline, Stage

chapter = Chapter(
    number=0,
    title="infograficos",
    figures=[
        Figure(
            number=1,
            name="como-funciona",
            title="Como funciona",
            headline="Só sai figura conferida",
            content=Pipeline(
                [
                    Stage("Entram **conteúdo** e **tema**", "file-text", "instruction"),
                    Stage("O tipo de figura monta **elementos**", "workflow", "model"),
                    Stage("O leiaute arruma um **quadro**", "grid-3x3", "model"),
                    Stage("A conferência mede o **quadro**", "badge-check", "model"),
                    Stage("Saem SVG, PNG, PDF e artigo", "image", "response"),
                ]
            ),
        )
    ],
)
