"""A block in the pieces that paper keeps whole, in words."""

from bonecoach.exchange.summary.page import Fact, Facts, Lines, Section, Table
from bonecoach.exchange.summary.text import heading_as_text, pieces_as_text


def test_each_row_fact_and_sentence_is_a_piece():
    table = Table(
        "Doses", ("Date", "What", "State"), (("1 May", "letrozole", "taken"), ("2 May", "letrozole", "missed"))
    )
    assert pieces_as_text(table) == ["- 1 May: What letrozole; State taken", "- 2 May: What letrozole; State missed"]
    assert pieces_as_text(Facts((Fact("Resistance", "1.6\u00a0days", "of 2"), Fact("Walks", "3")))) == [
        "- Resistance: 1.6 days, of 2",
        "- Walks: 3",
    ]
    assert pieces_as_text(Lines(("One.", "Two."))) == ["One.", "Two."]
    assert pieces_as_text(Lines(("word " * 30,)))[0].count("\n") == 1  # broken as in the text, and one piece


def test_a_heading_has_what_stands_beside_it():
    assert heading_as_text(Section("pain", "Pain", "in 3 weeks", ())) == "PAIN (in 3 weeks)"
