"""A search looks at few names, and misses none."""

from hypothesis import given
from hypothesis import strategies as st

from bonecoach.reference.beginnings import Beginnings

NAMES = ["whole milk", "milk chocolate", "almond milk", "ham", "a b c", "milkshake"]
WORDS = st.text(alphabet="abcdef", min_size=1, max_size=6)


def among(*words):
    return [NAMES[place] for place in Beginnings(NAMES).of_all([(word,) for word in words])]


def test_names_are_found_by_how_their_words_begin():
    assert among("mil") == ["whole milk", "milk chocolate", "almond milk", "milkshake"]
    assert among("milk", "choc") == ["milk chocolate"]
    assert among("b") == ["a b c"]
    assert among("zebra") == []
    assert among() == []


def test_any_form_of_a_word_will_do():
    found = Beginnings(NAMES).of_all([("ham", "hamm", "al")])
    assert [NAMES[place] for place in found] == ["almond milk", "ham"]


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), max_size=12),
    st.lists(WORDS, min_size=1, max_size=3),
)
def test_none_that_fits_is_left_out(names, typed):
    fitting = {
        place for place, name in enumerate(names) if all(any(w.startswith(t) for w in name.split()) for t in typed)
    }
    places = Beginnings(names).of_all([(word,) for word in typed])
    assert fitting <= set(places)
    assert list(places) == sorted(set(places))
