"""Activities are found by whatever people call them, and by what they almost called them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.food_words import plain
from bonecoach.reference.movement_words import movement_stem

TABLE = ActivityTable()


@pytest.mark.parametrize(
    ("words", "activity_id"),
    [
        ("walk", "walk"),
        ("WALKED", "walk"),
        ("went for a walk", "walk"),
        ("brisk walk", "walk_brisk"),
        ("walk brisk", "walk_brisk"),
        ("briskly walked", "walk_brisk"),
        ("Walking briskly", "walk_brisk"),
        ("power walking", "walk_brisk"),
        ("strolled", "walk_slow"),
        ("walked my dog", "walk_dog"),
        ("walk the dogs", "walk_dog"),
        ("nordic walking", "nordic_walk"),
        ("climbed the stairs", "stairs"),
        ("walked down the stairs", "stairs_down"),
        ("carried groceries upstairs", "stairs_with_shopping"),
        ("jogged", "jog"),
        ("ran", "run"),
        ("skipped", "jump_rope"),
        ("jumping rope", "jump_rope"),
        ("hops", "jumps"),
        ("stomping", "stamps"),
        ("heel-drops", "heel_drops"),
        ("zumba class", "zumba"),
        ("danced", "dance"),
        ("salsa", "dance"),
        ("line-dancing", "folk_dance"),
        ("played tennis", "tennis"),
        ("doubles tennis", "tennis_doubles"),
        ("ping-pong", "table_tennis"),
        ("lawn bowling", "bowls"),
        ("bowls", "bowls"),
        ("bowling", "bowling"),
        ("lifted weights", "strength"),
        ("weightlifting", "strength"),
        ("the gym", "strength"),
        ("theraband", "bands"),
        ("pushups", "push_ups"),
        ("press ups", "push_ups"),
        ("wall push-up", "wall_push_ups"),
        ("sit to stand", "chair_stands"),
        ("heel raises", "calf_raises"),
        ("rows", "rows"),
        ("rowed", "rowing"),
        ("physio", "physiotherapy"),
        ("taichi", "tai_chi"),
        ("tai-chi", "tai_chi"),
        ("qigong", "qi_gong"),
        ("tai chi seated", "tai_chi_seated"),
        ("stood on one leg", "single_leg_stance"),
        ("heel-to-toe walking", "tandem_walk"),
        ("stretched", "stretching"),
        ("swam", "swim"),
        ("swam laps", "swim_laps"),
        ("aqua-aerobics", "water_aerobics"),
        ("walked in the water", "aqua_walk"),
        ("cycled", "cycle"),
        ("rode my bike", "cycle"),
        ("gentle cycling", "cycle_easy"),
        ("ebike", "e_bike"),
        ("exercise bike", "stationary_bike"),
        ("skied", "ski"),
        ("cross country skiing", "cross_country_ski"),
        ("dug the garden", "digging"),
        ("mowed the lawn", "mowing"),
        ("raked the leaves", "raking"),
        ("hoovered", "vacuuming"),
        ("cleaned the house", "housework"),
    ],
)
def test_an_activity_is_found_by_its_everyday_words(words, activity_id):
    assert TABLE.named(words).id == activity_id


@pytest.mark.parametrize(
    "words", ["", " ", "brisk", "the", "walk 30", "frobnicate", "exercise", "rope walk", "🚶", "🥛"]
)
def test_what_is_no_name_is_nobodys(words):
    assert TABLE.named(words) is None


def test_no_two_activities_share_a_name():
    owners = {}
    for activity in TABLE.all():
        for name in activity.names:
            assert owners.setdefault(plain(name), activity.id) == activity.id, name


def test_every_name_finds_its_activity_in_any_case_and_order():
    for activity in TABLE.all():
        for name in activity.names:
            assert TABLE.named(name.upper()) is activity, name
            turned = TABLE.named(" ".join(reversed(name.split())))
            assert turned in (activity, None), name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wlak", "Walk"),
        ("pilatess", "Pilates"),
        ("wlak brisk", "walk brisk"),
        ("swiming", "swimming"),
        ("joging", "jogging"),
        ("cyling", "Cycling"),
        ("gardning", "Gardening"),
        ("badmington", "Badminton"),
    ],
)
def test_a_slip_of_the_finger_offers_what_was_meant(typed, meant):
    assert TABLE.near(typed)[0] == meant
    assert TABLE.named(TABLE.near(typed)[0]) is not None


def test_what_is_like_nothing_offers_nothing():
    assert TABLE.near("frobnicate") == []
    assert TABLE.near("") == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("w", "walk"),
        ("walk", "walk"),
        ("walk b", "walk_brisk"),
        ("tai", "tai_chi"),
        ("nord", "nordic_walk"),
        ("dog", "walk_dog"),
    ],
)
def test_as_it_is_typed_the_plainest_comes_first(typed, first):
    assert TABLE.search(typed)[0].id == first


def test_a_search_gives_as_many_as_asked_and_each_once():
    found = TABLE.search("w", 5)
    assert len({each.id for each in found}) == len(found) == 5
    assert TABLE.search("walk", 0) == TABLE.search("", 8) == []


@given(st.text(max_size=60))
def test_any_text_is_answered(text):
    TABLE.named(text)
    assert len(TABLE.search(text, 3)) <= 3
    for name in TABLE.near(text):
        assert TABLE.named(name) is not None


@pytest.mark.parametrize(
    "forms",
    [
        ("walk", "walks", "walked", "walking"),
        ("jog", "jogs", "jogged", "jogging"),
        ("cycle", "cycles", "cycled", "cycling"),
        ("swim", "swims", "swam", "swum", "swimming"),
        ("dance", "dances", "danced", "dancing"),
        ("press", "presses", "pressed", "pressing"),
        ("stretch", "stretches", "stretched", "stretching"),
        ("carry", "carries", "carrying"),
        ("ski", "skis", "skied", "skiing"),
        ("row", "rows", "rowed", "rowing"),
        ("lunge", "lunges", "lunged", "lunging"),
        ("box", "boxed", "boxing"),
        ("roll", "rolls", "rolled", "rolling"),
    ],
)
def test_forms_of_one_word_share_a_stem(forms):
    assert len({movement_stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["tennis", "bus", "swing", "bed", "up", "ring", "gas"])
def test_words_that_only_look_like_forms_stay_what_they_are(word):
    assert movement_stem(word) == word


# -- looking around, without typing ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "first", "among"),
    [
        ("strength", "strength", {"bands", "squats", "chair_stands"}),
        ("balance", "balance", {"tai_chi", "yoga"}),
        ("dance", "dance", {"zumba", "ballet"}),
        ("stairs", "stairs", {"stairs_down"}),
    ],
)
def test_whoever_looks_around_finds_what_is_called_so_and_what_loads_the_same(word, first, among):
    found = [activity.id for activity in TABLE.browse(word)]
    assert found[0] == first
    assert among <= set(found)
    assert len(found) == len(set(found))


def test_without_a_word_all_are_there_and_with_a_strange_one_none():
    assert TABLE.browse("") == list(TABLE.all())
    assert TABLE.browse("frobnicate") == []
