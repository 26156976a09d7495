import pytest

from infograficos.errors import InputError
from infograficos.fonts import default_fonts
from infograficos.scene.glyph_run import FontStyle

FONTS = default_fonts()
SANS = FontStyle()
MONO = FontStyle("mono")

REFUSALS = {
    "isto ficou muito ótimo 😀 e ninguém vai reclamar": (
        "o caractere “😀” (U+1F600, GRINNING FACE) não existe nas fontes da biblioteca; "
        "troque-o no texto “… o ficou muito ótimo 😀 e ninguém vai recla …”"
    ),
    "😀": (
        "o caractere “😀” (U+1F600, GRINNING FACE) não existe nas fontes da biblioteca; "
        "troque-o no texto “😀”"
    ),
    "ok 漢": (
        "o caractere “漢” (U+6F22, CJK UNIFIED IDEOGRAPH-6F22) não existe nas fontes da biblioteca; "
        "troque-o no texto “ok 漢”"
    ),
    "um\ndois": (
        "o caractere U+000A (quebra de linha) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “um[U+000A]dois”"
    ),
    "um\tdois": (
        "o caractere U+0009 (tabulação) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “um[U+0009]dois”"
    ),
    "a\u0007": (
        "o caractere U+0007 (caractere de controle) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “a[U+0007]”"
    ),
    "co\u00adsseno": (
        "o caractere U+00AD (SOFT HYPHEN) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “co[U+00AD]sseno”"
    ),
    "a\u202eb": (
        "o caractere U+202E (RIGHT-TO-LEFT OVERRIDE) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “a[U+202E]b”"
    ),
    "a\ud83d": (
        "o caractere U+D83D (metade de um par substituto) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “a[U+D83D]”"
    ),
    "a\uffff": (
        "o caractere U+FFFF (código sem caractere) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “a[U+FFFF]”"
    ),
    "a\ue000": (
        "o caractere U+E000 (caractere de uso privado) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “a[U+E000]”"
    ),
    "θ\u0302 = 1": (
        "nenhuma fonte da biblioteca desenha a combinação “θ\u0302” (U+03B8 + U+0302); "
        "troque-a no texto “θ\u0302 = 1”"
    ),
    "\u0303a": (
        "o caractere U+0303 (COMBINING TILDE) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “\u0303a”"
    ),
}


@pytest.mark.parametrize("text", list(REFUSALS), ids=ascii)
@pytest.mark.parametrize("style", [SANS, MONO], ids=["sans", "mono"])
def test_what_cannot_be_drawn_is_named(text, style):
    with pytest.raises(InputError) as refusal:
        FONTS.shape(text, style)
    assert str(refusal.value) == REFUSALS[text]


SHAPELESS = [
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    *(0xAD, 0x61C, 0xFEFF, 0xD800, 0xDFFF, 0xE000, 0xF8FF),
    *(0xFDD0, 0xFFFE, 0x1FFFF, 0x10FFFF, 0xE0001),
]


@pytest.mark.parametrize("code", SHAPELESS, ids=hex)
def test_shapeless_characters_are_refused_wherever_they_stand(code):
    for text in (chr(code), f"a{chr(code)}", f"{chr(code)}a"):
        with pytest.raises(InputError, match=f"U\\+{code:04X}") as refusal:
            FONTS.shape(text, SANS)
        assert chr(code) not in str(refusal.value)
