"""The LaTeX commands that a formula may have, and what each stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from infograficos.formula.names import GREEK, kind_of
from infograficos.formula.tree import AccentMark, SymbolKind
from infograficos.language.numbers import MINUS

#: Commands of one sign by its kind, each with its sign.
_SIGNS: dict[SymbolKind, str] = {
    "relation": """
        leq≤ le≤ leqslant≤ geq≥ ge≥ geqslant≥ neq≠ ne≠ approx≈ approxeq≊ equiv≡ sim∼ thicksim∼ simeq≃ cong≅
        propto∝ ll≪ gg≫ prec≺ succ≻ preceq≼ succeq≽ lesssim≲ gtrsim≳ in∈ notin∉ ni∋ subset⊂ subseteq⊆
        subsetneq⊊ supset⊃ supseteq⊇ mid| parallel∥ perp⊥ asymp≍ doteq≐ triangleq≜ coloneqq≔ coloneq≔
        defeq≝ models⊧ vdash⊢ to→ rightarrow→ longrightarrow⟶ leftarrow← gets← longleftarrow⟵ leftrightarrow↔
        longleftrightarrow⟷ Rightarrow⇒ implies⟹ Longrightarrow⟹ Leftarrow⇐ impliedby⟸ Leftrightarrow⇔ iff⟺
        Longleftrightarrow⟺ mapsto↦ longmapsto⟼ hookrightarrow↪ rightharpoonup⇀ rightleftharpoons⇌ uparrow↑
        downarrow↓ updownarrow↕ nearrow↗ searrow↘ rightsquigarrow⇝ leadsto⇝ lt< gt>
    """,
    "operator": """
        cdot· times× div÷ pm± mp∓ ast∗ star⋆ circ∘ bullet∙ odot⊙ otimes⊗ oplus⊕ ominus⊖ oslash⊘ cup∪ cap∩
        setminus∖ wedge∧ land∧ vee∨ lor∨ sqcup⊔ sqcap⊓ diamond⋄ amalg⨿
    """,
    "large": """
        sum∑ prod∏ coprod∐ int∫ iint∬ iiint∭ oint∮ bigcup⋃ bigcap⋂ bigvee⋁ bigwedge⋀ bigoplus⨁ bigotimes⨂
        bigodot⨀
    """,
    "prefix": "nabla∇ partial∂ neg¬ lnot¬ forall∀ exists∃ nexists∄",
    "sign": """
        infty∞ ell_ℓ hbarℏ Re_ℜ Im_ℑ emptyset∅ varnothing∅ top⊤ bot⊥ angle∠ dagger† ddagger‡ ldots… dots…
        dotsc… dotsb⋯ dotsm⋯ cdots⋯ vdots⋮ ddots⋱ prime′ checkmark✓ triangle△ square□ blacksquare■
        therefore∴ because∵ degree° S_§ P_¶
    """,
    "punctuation": "colon:",
}

#: Letters whose LaTeX names are not those of the plain notation, or that have a second shape.
_LETTERS = {
    "varepsilon": "ε", "vartheta": "ϑ", "varpi": "ϖ", "varrho": "ϱ", "varsigma": "ς", "varphi": "φ",
    "varkappa": "ϰ", "imath": "ı", "jmath": "ȷ",
}  # fmt: skip

#: Names set apart from their arguments; those of more words have spaces.
_FUNCTIONS = """
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim ln log max min Pr
    sec sin sinh sup tan tanh argmax argmin
""".split()


def _read_signs() -> Iterator[tuple[str, tuple[str, SymbolKind]]]:
    for kind, words in _SIGNS.items():
        for word in words.split():
            yield word[:-1].rstrip("_"), (word[-1], kind)
    # Δ goes before what changes, as ∇ does.
    for name, letter in {**GREEK, **_LETTERS}.items():
        yield name, (letter, "prefix" if letter == "Δ" else "identifier")
    for name in _FUNCTIONS:
        yield name, (name, "function")


#: Commands that stand for one sign, letter or name.
SYMBOLS: Mapping[str, tuple[str, SymbolKind]] = {
    **dict(_read_signs()),
    "limsup": ("lim sup", "function"), "liminf": ("lim inf", "function"), "bmod": ("mod", "operator"),
    "minus": (MINUS, "operator"),
    **{each: (each, "sign") for each in "%$&#_"},
}  # fmt: skip

ACCENTS: Mapping[str, AccentMark] = {
    "hat": "hat", "tilde": "tilde", "bar": "bar", "vec": "vector", "dot": "dot", "ddot": "two dots",
    "dddot": "three dots", "check": "check", "breve": "breve", "mathring": "ring", "widehat": "wide hat",
    "widetilde": "wide tilde", "overline": "bar", "underline": "underline", "overrightarrow": "vector",
    "boxed": "frame", "fbox": "frame",
}  # fmt: skip

#: Spaces in times the size of the letters; upright letters are near enough without negative ones.
SPACES: Mapping[str, float] = {
    ",": 1 / 6, "thinspace": 1 / 6, ":": 2 / 9, ">": 2 / 9, "medspace": 2 / 9, ";": 5 / 18,
    "thickspace": 5 / 18, "!": 0.0, "negthinspace": 0.0, " ": 0.25, "~": 0.25,
    "quad": 1.0, "qquad": 2.0, "enspace": 0.5,
}  # fmt: skip

#: Brackets that are commands, and their signs; a bar may be either half.
OPENINGS: Mapping[str, str] = {
    "{": "{", "lbrace": "{", "lbrack": "[", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lvert": "|",
    "lVert": "‖", "(": "(", "[": "[",
}  # fmt: skip
CLOSINGS: Mapping[str, str] = {
    "}": "}", "rbrace": "}", "rbrack": "]", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rvert": "|",
    "rVert": "‖", ")": ")", "]": "]",
}  # fmt: skip
BARS: Mapping[str, str] = {"|": "‖", "Vert": "‖", "vert": "|"}

#: The least sizes of `\big` and the like.
SIZES: Mapping[str, int] = {
    f"{name}{side}": size
    for size, name in enumerate(("big", "Big", "bigg", "Bigg"), 1)
    for side in ("", *"lrm")
}

#: Commands whose argument is words, and the kind that these become.
TEXTS: Mapping[str, SymbolKind] = {
    "text": "words", "textrm": "words", "textnormal": "words", "mbox": "words", "textit": "words",
    "textsf": "words", "texttt": "words", "emph": "words", "textup": "words", "hbox": "words",
    "textbf": "bold",
}  # fmt: skip

#: Commands that choose the letters of their argument.
ALPHABETS = frozenset(
    "mathrm mathsf mathtt mathit mathnormal mathbf boldsymbol bm pmb mathcal mathscr mathbb mathbbm mathds "
    "operatorname operatornamewithlimits".split()
)

#: The alphabets of old commands, which last until the end of their group.
SWITCHES: Mapping[str, str] = {
    "rm": "mathrm", "bf": "mathbf", "it": "mathit", "cal": "mathcal", "sf": "mathsf", "tt": "mathtt",
}  # fmt: skip

#: Commands that change nothing that is drawn, by how many arguments go with them.
IGNORED: Mapping[str, int] = {
    **dict.fromkeys(("displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle"), 0),
    **dict.fromkeys(("nonumber", "notag", "hline", "limits", "nolimits", "allowbreak", "relax", "/"), 0),
    **dict.fromkeys(("label", "tag", "tag*", "color", "vspace", "phantom", "hphantom", "vphantom"), 1),
    **dict.fromkeys(("tiny", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge"), 0),
}

#: The environments with their columns and brackets; the cells of equations are displayed formulas.
TABLES: Mapping[str, tuple[str, str, str]] = {
    "matrix": ("c", "", ""), "smallmatrix": ("c", "", ""), "pmatrix": ("c", "(", ")"),
    "bmatrix": ("c", "[", "]"), "Bmatrix": ("c", "{", "}"), "vmatrix": ("c", "|", "|"),
    "Vmatrix": ("c", "‖", "‖"), "array": ("c", "", ""), "cases": ("l", "{", ""), "dcases": ("l", "{", ""),
    "rcases": ("l", "", "}"), "subarray": ("c", "", ""),
}  # fmt: skip
EQUATIONS: Mapping[str, str] = {
    **dict.fromkeys(("align", "aligned", "split", "alignat", "alignedat", "flalign"), "rl"),
    **dict.fromkeys(("gather", "gathered", "multline", "multlined"), "c"),
    "eqnarray": "rcl",
}
#: Environments that hold one formula, and those with an argument of their own.
WRAPPERS, WITH_ARGUMENT = (
    frozenset(("equation", "displaymath", "math")),
    frozenset(("array", "alignat", "alignedat", "subarray")),
)

_STRUCTURES = (
    "frac dfrac tfrac cfrac binom dbinom tbinom sqrt left right middle begin end overset underset stackrel "
    "overbrace underbrace substack not pmod mod textcolor xrightarrow xleftarrow hspace"
).split()

#: Every command that is read, those of small letters last, which of two alike are suggested.
KNOWN = tuple(
    sorted(
        {*SYMBOLS, *ACCENTS, *SPACES, *OPENINGS, *CLOSINGS, *BARS, *SIZES, *TEXTS, *ALPHABETS, *SWITCHES}
        | {*IGNORED, *_STRUCTURES},
        key=lambda name: (name.islower(), name),
    )
)

#: Relations with a line through them.
NEGATED = {"=": "≠", "∈": "∉", "⊂": "⊄", "⊆": "⊈", "≡": "≢", "∼": "≁", "≈": "≉", "∣": "∤", "∥": "∦", "∃": "∄"}


def sign_of(character: str) -> tuple[str, SymbolKind]:
    """Return the sign of a plain character of LaTeX, with its kind."""
    sign = {"-": MINUS, "*": "∗"}.get(character, character)
    return sign, "operator" if sign == "∗" else kind_of(sign)
