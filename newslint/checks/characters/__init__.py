"""Characters that do not belong in the text, and what conversion left behind."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.characters import addresses, characters, fullwidth, labels, latin, markup, mojibake, script
from newslint.checks.characters.wrong_decoding import SIGNS
from newslint.checks.check import AnchorCheck, StructureCheck
from newslint.checks.gates import has_rare
from newslint.checks.registry import Declared
from newslint.document.view import GARBLED

_odd = characters.has_odd_characters

CHECKS: Mapping[str, Declared] = {
    "broken-address": StructureCheck(addresses.broken_addresses, gate=addresses.has_address_sign),
    "broken-emphasis": StructureCheck(markup.broken_emphasis, gate=markup.has_strong_emphasis, values=["right"]),
    "byte-order-mark": StructureCheck(characters.byte_order_marks, gate=_odd, values=["names"]),
    "column-label": StructureCheck(labels.column_labels, gate=labels.has_labels, values=["label"]),
    "combining": StructureCheck(characters.combining, gate=_odd, values=["names"]),
    "compatibility": StructureCheck(script.compatibility, gate=has_rare),
    "control": StructureCheck(characters.control, gate=_odd, values=["names"]),
    "direction": StructureCheck(characters.direction, gate=_odd, values=["names"]),
    "emoji": StructureCheck(characters.emoji, gate=_odd, values=["names"]),
    "fullwidth-alnum": AnchorCheck(fullwidth.fullwidth_alnum, fullwidth.WIDE, values=["count"], messages=["many"]),
    "fullwidth-in-latin": StructureCheck(latin.fullwidth_in_latin, gate=latin.has_wide_mark),
    "fullwidth-number": AnchorCheck(fullwidth.fullwidth_number, fullwidth.WIDE_MARKS),
    "halfwidth-kana": StructureCheck(characters.halfwidth_kana, gate=_odd, values=["names"]),
    "html-entity": AnchorCheck(markup.html_entities, "&", messages=["needless", "space"]),
    "html-tag": AnchorCheck(markup.html_tags, "<"),
    "mark-form": StructureCheck(characters.mark_form, gate=_odd, values=["names"]),
    "mojibake": AnchorCheck(mojibake.garbled_text, (*SIGNS, GARBLED), values=["shown", "original"], messages=["lost"]),
    "private-use": StructureCheck(characters.private_use, gate=_odd, values=["names"]),
    "radical": StructureCheck(script.radicals, gate=has_rare),
    "replacement": StructureCheck(characters.replacement_characters, gate=_odd, values=["names"]),
    "stray-letter": StructureCheck(latin.stray_letter, gate=latin.has_lone_letter),
    "traditional": StructureCheck(script.traditional, gate=has_rare, values=["shown", "simplified"]),
    "traditional-article": StructureCheck(script.traditional_article, gate=has_rare, values=["count"]),
    "traditional-name": StructureCheck(script.traditional_name, gate=has_rare, values=["shown", "simplified"]),
    "unspaced-latin-mark": StructureCheck(latin.unspaced_latin_mark, gate=latin.has_close_mark),
    "zero-width": StructureCheck(characters.zero_width, gate=_odd, values=["names"]),
}
