"""Which bone broke is a fact of its own, in her words, and not a word in her note."""

import pytest

from bonecoach.core.entries import Event
from bonecoach.phrase.broken_bones import bone_words, site_of


@pytest.mark.parametrize(
    ("text", "site", "note"),
    [
        ("fracture wrist", "wrist", ""),
        ("fracture spine", "spine", ""),
        ("vertebral fracture", "spine", ""),
        ("broke my back", "spine", ""),
        ("fracture lower back", "spine", ""),
        ("fracture T12", "vertebra T12", ""),
        ("compression fracture of L1", "vertebra L1", "compression"),
        ("fractured vertebrae L2", "vertebra L2", ""),
        ("fracture L1 L2", "vertebra L1 and vertebra L2", ""),
        ("broke my left wrist", "left wrist", ""),
        ("wrist fracture", "wrist", ""),
        ("broke both wrists", "both wrists", ""),
        ("broke my upper arm", "upper arm", ""),
        ("broke left wrist and right ankle when I fell", "left wrist and right ankle", "when I fell"),
        ("cracked a rib coughing", "rib", "coughing"),
        ("fractured femoral neck", "hip", "neck"),
        ("fracture of the neck of femur", "hip", "of the neck"),
        ("broke my femur", "femur", ""),
        ("broke my neck", "neck", ""),
        ("fracture", None, ""),
        ("broke my wrist falling from standing height", "wrist", "falling from standing height"),
        ("tripped over the rug and broke my hip", "hip", "tripped over the rug"),
        ("slipped on ice, fractured ankle", "ankle", "slipped on ice"),
        ("stumbled and broke a rib", "rib", "stumbled"),
        ("slipped in the shower, broken wrist", "wrist", "slipped in the shower"),
        ("broke my wrist when i tripped", "wrist", "when i tripped"),
        ("broke my arm in a car crash", "arm", "in a car crash"),
        ("fracture found back in May", None, "found back in May"),
        ("fractured a bone", None, "bone"),
    ],
)
def test_a_fracture_holds_the_bone_that_broke(read, text, site, note):
    (entry,) = [each for part in read(text).parts for each in part.entries]
    assert isinstance(entry, Event)
    assert (entry.event, entry.site, entry.note) == ("fracture", site, note)
    assert entry.label == (f"Fracture: {site}" if site else "Fracture")


def test_a_fall_has_no_bone(read):
    (entry,) = [each for part in read("fell, bruised my knee").parts for each in part.entries]
    assert (entry.event, entry.site) == ("fall", None)


def test_what_is_joined_by_and_broke_too():
    keys = dict(enumerate("fracture wrist and the a ankle and".split()))
    assert site_of(keys, bone_words(keys, [0])) == "wrist and ankle"
    assert (bone_words({0: "fracture"}, [0]), site_of({}, [])) == ([], None)
