"""An entry that is edited is offered as a text that says it again, with its note, and nothing is lost on the way."""

from dataclasses import replace

import pytest

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.supplements import Product
from tests.makers import only, session


def logged(diary, line):
    (entry,) = diary.entries_of(diary.log_text(line, confirmed=True))
    return entry


def read_again(diary, entry, text):
    """The one entry that an edit to this text would put in the place of the old one, under the old id."""
    (read,) = diary.read_edit(entry, text).entries
    return replace(read, id=entry.id, together=entry.together)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        # Movement: what the table takes for granted goes without saying.
        ("walk 30", "walk 30 min"),
        ("walk 30 hard", "walk 30 min hard"),
        ("50 jumps", "50 jumps"),
        ("squats 3x10 20kg 25 min", "squats 3x10 20kg 25 min"),
        ("bench press 3 sets", "bench press 3 sets"),
        ("strength training: bench press 3x8 40kg", "strength training bench press 3x8 40kg"),
        ("walk 6000 steps 40 min", "walk 40 min (6000 steps)"),
        ("walk 30 with Anna", "walk 30 min (with Anna)"),
        # Falls, fractures and notes.
        ("fell", "fall"),
        ("fell no injury", "fall no injury"),
        ("fell hurt", "fall (hurt)"),
        ("near fall", "near fall"),
        ("broke my wrist", "fracture wrist"),
        ("fell on the stairs, bruised my knee", "fall (on the stairs bruised my knee)"),
        ("note: slept badly, milk upset me", "note: slept badly, milk upset me"),
        # Intakes of which figures were said.
        ("vitamin d 50000 iu weekly", "Vitamin D 50000 IU weekly"),
        ("vitamin d 50000 iu monthly", "Vitamin D 50000 IU monthly"),
        ("protein 20 g", "Protein 20 g"),
        ("fibre 10 g", "Fibre 10 g"),
        ("sodium 500 mg", "Sodium 500 mg"),
        ("yogurt 300 mg calcium 20 g protein", "Plain yogurt 300 mg calcium 20 g protein"),
        # Foods.
        ("2 cups chopped kale", "2 cups chopped Cooked kale"),
        ("coffee no sugar", "1 cup Black coffee (no sugar)"),
        # The rest.
        ("missed letrozole", "missed letrozole 2.5 mg"),
        ("knee pain 4", "knees joint pain 4"),
        ("hip pain 2 after walk", "hip pain 2 (after walk)"),
    ],
)
def test_an_edit_that_changes_nothing_says_the_same(diary, line, offered):
    entry = logged(diary, line)
    assert diary.text_of(entry) == offered
    assert read_again(diary, entry, offered) == entry


@pytest.mark.parametrize(
    ("food", "portion", "count", "offered"),
    [
        ("cheddar", "slice", 1, "1 × slice Cheddar"),
        ("cheddar", "matchbox", 2, "2 × matchbox Cheddar"),
        # Portions of USDA hold commas and inches, which would part the line or mean something else in it.
        ("cheddar", "1 cup, diced", 1, "132 g Cheddar"),
        ("broccoli", '1 stalk, small (5" long)', 1, "140 g Cooked broccoli"),
    ],
)
def test_a_portion_is_offered_as_it_is_typed_and_by_its_weight_where_it_cannot_be(diary, food, portion, count, offered):
    found = next(f for f in diary.foods(food) if any(p.name == portion for p in f.portions))
    (eaten,) = diary.entries_of(diary.log_food(found.id, portion=portion, count=count))
    assert diary.text_of(eaten) == offered
    again = read_again(diary, eaten, offered)
    assert (again.thing, again.grams, again.amounts) == (eaten.thing, eaten.grams, eaten.amounts)


def test_a_food_whose_name_holds_commas_is_quoted(diary):
    (tofu,) = diary.foods("mori-nu silken firm", 1)
    (eaten,) = diary.entries_of(diary.log_food(tofu.id, grams=100))
    assert diary.text_of(eaten) == f'100 g "{tofu.name}"'
    assert read_again(diary, eaten, diary.text_of(eaten)) == eaten


def test_a_note_that_would_be_read_as_something_else_stays_where_it_is(diary):
    (walk,) = diary.entries_of(diary.log([replace(session(30), name="Walk", note="3x10, milk")]))
    assert diary.text_of(walk) == "walk 30 min"
    diary.edit(walk.id, "walk 45")
    edited = diary.entry(walk.id)
    assert (edited.minutes, edited.note) == (45, "3x10, milk")


def test_a_note_that_stays_where_it_is_may_be_written_anew(diary):
    (walk,) = diary.entries_of(diary.log([replace(session(30), name="Walk", note="3x10, milk")]))
    diary.edit(walk.id, "walk 45 with Anna")
    assert diary.entry(walk.id).note == "with Anna"


def test_a_note_that_was_offered_is_gone_when_it_is_struck_out(diary):
    walk = logged(diary, "walk 30 with Anna")
    diary.edit(walk.id, "walk 30 min")
    assert diary.entry(walk.id).note == ""


def test_an_entry_that_no_text_says_any_more_is_offered_as_it_was_called(diary):
    kept = diary.person.save_product(Product("", ("White ones",), "tablet", only(calcium_mg=500)))
    tablet = logged(diary, "2 white ones")
    assert tablet.amounts.in_unit(Nutrient.CALCIUM) == 1000
    diary.person.remove_product(kept.id)
    text = diary.text_of(tablet)
    assert text.startswith("White ones")
    assert not diary.read_edit(tablet, text).understood
