"""Facts about the person, and the days they hold on."""

from datetime import date

import pytest

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.profile import FACT_KEYS, Fact, Profile, fact_value, profile_on

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("birth_date", "1961", date(1961, 7, 1)),
        ("birth_date", "1961-03-04", date(1961, 3, 4)),
        ("sex", " Female ", "female"),
        ("weight_kg", "68,5", 68.5),
        ("weight_kg", "62 kg", 62.0),
        ("weight_kg", "137 lb", 62.14),
        ("weight_kg", "9 st 11", 62.14),
        ("height_cm", "164 cm", 164.0),
        ("height_cm", "5 ft 4", 162.6),
        ("warfarin", "yes", True),
        ("kidney_stones", "No", False),
        ("aromatase_inhibitor", "letrozole", "letrozole"),
        ("week_starts", "sunday", "sunday"),
        ("falls_last_year", "2", 2.0),
        ("weight_kg", "  ", None),
    ],
)
def test_facts_are_read_as_people_say_them(key, text, value):
    assert fact_value(key, text, today=TODAY) == value


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("shoe_size", "39", "unknown_fact"),
        ("sex", "tall", "not_a_choice"),
        ("warfarin", "sometimes", "not_yes_or_no"),
        ("weight_kg", "heavy", "not_a_number"),
        ("weight_kg", "nan", "out_of_range"),
        ("weight_kg", "6850", "out_of_range"),
        ("weight_kg", "1370 lb", "out_of_range"),
        ("weight_kg", "62 apples", "not_a_weight"),
        ("weight_kg", "9 st 15", "not_a_weight"),
        ("height_cm", "5 ft 12", "not_a_height"),
        ("height_cm", "tall", "not_a_number"),
        ("falls_last_year", "2 or 3", "not_a_number"),
        ("birth_date", "2027", "out_of_range"),
        ("birth_date", "1850", "out_of_range"),
        ("birth_date", "31.2.1961", "not_a_date"),
        ("therapy_start", "1961", "not_a_date"),
    ],
)
def test_nonsense_is_refused_by_name(key, text, code):
    with pytest.raises(InvalidEntry) as refused:
        fact_value(key, text, today=TODAY)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "limits"),
    # 20 kg are 44.1 lb and 3.15 st, 400 kg are 881.8 lb and 63.0 st less a little
    [("4 kg", (20, 400)), ("4", (20, 400)), ("1370 lb", (45, 881)), ("3 st", (4, 62))],
)
def test_the_limits_of_a_weight_are_in_the_unit_that_was_written(text, limits):
    with pytest.raises(InvalidEntry) as refused:
        fact_value("weight_kg", text, today=TODAY)
    assert (refused.value.facts["low"], refused.value.facts["high"]) == limits


@pytest.mark.parametrize(
    ("key", "text", "likely"),
    [
        ("birth_date", "66", "1966"),
        ("birth_date", "5", "2005"),
        ("birth_date", "26", "1926"),
        ("birth_date", "09", "1909"),
        ("birth_date", "66-05-20", "1966"),
        ("therapy_start", "24-03-01", "2024"),
        ("therapy_start", "98-01-01", "1998"),
        ("therapy_start", "26-01-01", "2026"),
    ],
)
def test_two_figures_are_never_guessed_to_be_a_year(key, text, likely):
    with pytest.raises(InvalidEntry) as refused:
        fact_value(key, text, today=TODAY)
    assert refused.value.code == "short_year"
    assert refused.value.facts["likely"] == likely


def test_the_first_weight_holds_for_the_days_before_and_a_change_from_its_day():
    facts = [Fact("weight_kg", 70.0, date(2026, 6, 1)), Fact("weight_kg", 66.0, date(2026, 9, 1))]
    assert profile_on(date(2026, 1, 1), facts).weight_kg == 70
    assert profile_on(date(2026, 8, 31), facts).weight_kg == 70
    assert profile_on(date(2026, 9, 1), facts).weight_kg == 66


def test_a_fact_taken_back_is_unsaid_again():
    facts = [Fact("warfarin", True, date(2026, 6, 1)), Fact("warfarin", None, date(2026, 9, 1))]
    assert profile_on(date(2026, 9, 2), facts).warfarin is None


def test_unsaid_she_is_on_an_inhibitor_and_of_the_middle_band():
    nobody = profile_on(TODAY, [])
    assert nobody == Profile()
    assert nobody.on_inhibitor is True
    assert nobody.age_on(TODAY) == 51
    assert Profile(aromatase_inhibitor="none").on_inhibitor is False
    assert Profile(birth_date=date(1961, 7, 1)).age_on(TODAY) == 65


def test_every_key_of_the_contract_is_a_field_of_the_profile():
    assert set(FACT_KEYS) == set(Profile.__dataclass_fields__)
