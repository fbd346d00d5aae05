"""Figures, units, dates and lists as a person reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Profile
from bonecoach.words import Words, capital, quotable, unbroken
from bonecoach.words.conventions import conventions_of, language_and_region, system_locale
from bonecoach.words.plurals import plural_form

MONDAY = date(2026, 11, 23)


@pytest.fixture
def words() -> Words:
    return Words()


@pytest.mark.parametrize(
    ("figure", "said"),
    [(1200, "1200"), (30_000, "30,000"), (2.5, "2.5"), (25.0, "25"), (0, "0"), (-2.5, "\u22122.5"), (0.125, "0.125")],
)
def test_numbers_are_grouped_from_five_digits_and_have_no_trailing_zeros(
    words: Words, figure: float, said: str
) -> None:
    assert words.number(figure) == said


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (1e300, "1e300"),
        (-1.25e300, "\u22121.25e300"),
        (123_456 * 10**395, "1.23e400"),
        (float("inf"), "Infinity"),
        (float("-inf"), "\u2212Infinity"),
        (float("nan"), "NaN"),
        (999_999_999_999_999, "999,999,999,999,999"),
        (10**15, "1e15"),
        (1e-300, "0"),
    ],
)
def test_a_figure_that_nobody_can_read_out_is_said_by_its_size(words: Words, figure: float, said: str) -> None:
    assert words.number(figure) == said
    assert words.error(InvalidEntry("impossible_weight", weight_kg=figure)).endswith(".")


def test_the_size_of_a_figure_follows_the_place_too() -> None:
    assert Words("de_DE").number(1.25e300) == "1,25e300"


def test_halves_are_rounded_upwards_as_people_do(words: Words) -> None:
    assert [words.number(x, 0) for x in (0.5, 1.5, 2.5)] == ["1", "2", "3"]
    assert words.number(0.15, 1) == "0.2"


def test_numbers_follow_the_place() -> None:
    assert Words("fi_FI.UTF-8").number(12345.5) == "12\u00a0345,5"
    assert Words("de_DE").number(12345.5) == "12.345,5"
    assert Words("de_CH").number(12345.5) == "12\u2019345.5"


@pytest.mark.parametrize(
    ("nutrient", "ng", "said"),
    [
        (Nutrient.CALCIUM, 551_440_000, "551 mg"),
        (Nutrient.CALCIUM, 400_000, "0.4 mg"),  # never "0 mg" for something that is there
        (Nutrient.VITAMIN_D, 6_344, "6.3 μg"),
        (Nutrient.VITAMIN_D, 25_000, "25 μg"),
        (Nutrient.VITAMIN_K2, 100_000, "100 μg"),
        (Nutrient.ZINC, 11_340_000, "11.3 mg"),
        (Nutrient.PROTEIN, 7_700_000_000, "7.7 g"),
        (Nutrient.PROTEIN, 69_400_000_000, "69 g"),
        (Nutrient.MAGNESIUM, 0, "0 mg"),
    ],
)
def test_amounts_are_rounded_to_what_a_reader_can_use(words: Words, nutrient: Nutrient, ng: int, said: str) -> None:
    assert words.amount(nutrient, ng) == said


def test_vitamin_d_is_said_in_the_unit_she_chose(words: Words) -> None:
    # 6.344 μg x 40 = 253.76 IU
    assert words.amount(Nutrient.VITAMIN_D, 6_344, both=True) == "6.3 μg (254 IU)"
    in_iu = words.with_units_of(Profile(vitamin_d_unit="iu"))
    assert in_iu.amount(Nutrient.VITAMIN_D, 25_000, both=True) == "1000 IU (25 μg)"
    assert in_iu.unit(Nutrient.VITAMIN_D) == "IU"
    assert in_iu.amount(Nutrient.CALCIUM, 500_000_000, both=True) == "500 mg"


def test_weights_are_said_in_the_unit_she_chose(words: Words) -> None:
    assert words.weight(20) == "20 kg"
    assert words.with_units_of(Profile(weight_unit="lb")).weight(20) == "44 lb"  # 20 kg / 0.45359237


def test_days_near_today_have_names(words: Words) -> None:
    said = [words.date(date(2026, 11, day), MONDAY) for day in (21, 22, 23, 24)]
    assert said == ["Saturday 21 November", "yesterday", "today", "tomorrow"]


def test_the_year_is_said_where_it_is_another(words: Words) -> None:
    assert words.date(date(2025, 11, 23), MONDAY) == "Sunday 23 November 2025"
    assert words.date(MONDAY) == "Monday 23 November 2026"


def test_dates_and_times_follow_the_place() -> None:
    american = Words("en_US")
    assert american.date(date(2026, 11, 20), MONDAY) == "Friday, November 20"
    assert american.short_date(MONDAY) == "Nov 23, 2026"
    assert [american.time(time(h, 5)) for h in (0, 7, 12, 19)] == ["12:05 am", "7:05 am", "12:05 pm", "7:05 pm"]
    assert Words("sv_SE").short_date(MONDAY) == "2026-11-23"
    assert Words("en_GB").time(time(7, 5)) == "07:05"


def test_weeks_are_said_by_their_first_and_last_day(words: Words) -> None:
    assert words.week_title(date(2026, 11, 16), MONDAY) == "16 to 22 November"
    assert words.week_title(date(2026, 9, 28), MONDAY) == "28 September to 4 October"
    assert words.week_title(date(2025, 12, 29), date(2025, 12, 30)) == "29 December to 4 January 2026"
    assert Words("en_US").week_title(date(2026, 11, 16), MONDAY) == "November 16 to 22"


def test_facts_of_every_type_are_put_into_words(words: Words) -> None:
    shown = [True, None, 3, 2.5, Nutrient.CALCIUM, Load.BALANCE, Intensity.LIGHT, MONDAY, time(8), ("a", 2, "c")]
    assert [words.shown(value) for value in shown] == [
        "yes", "", "3", "2.5", "calcium", "balance", "light", "Monday 23 November 2026", "08:00", "a, 2 and c",
    ]  # fmt: skip
    assert words.shown(datetime(2026, 11, 23, 8, 30, tzinfo=UTC)) == "Monday 23 November 2026 at 08:30"
    with pytest.raises(TypeError):
        words.shown(object())


def test_small_counts_are_spelled(words: Words) -> None:
    assert [words.spelled(n) for n in (1, 2, 12, 13)] == ["one", "two", "twelve", "13"]


@pytest.mark.parametrize(
    ("locale", "parts"),
    [
        ("en_GB.UTF-8", ("en", "GB")),
        ("C", ("en", "")),
        ("", ("en", "")),
        ("zh-Hant-TW", ("zh", "TW")),
        ("fi", ("fi", "")),
    ],
)
def test_locales_are_read_in_the_spellings_systems_use(locale: str, parts: tuple[str, str]) -> None:
    assert language_and_region(locale) == parts


def test_the_system_names_its_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    assert system_locale() == "en"
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("LC_TIME", "fi_FI.UTF-8")
    assert system_locale() == "fi_FI.UTF-8"
    assert conventions_of(system_locale()).decimal == ","


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", {0: "other", 1: "one", 2: "other"}),
        ("fr", {0: "one", 1: "one", 1.5: "one", 2: "other"}),
        ("pl", {1: "one", 3: "few", 13: "many", 22: "few", 5: "many", 1.5: "other"}),
        ("ru", {1: "one", 21: "one", 11: "many", 2: "few", 12: "many", 1.5: "other"}),
        ("cs", {1: "one", 3: "few", 5: "other", 1.5: "many"}),
        ("ja", {1: "other"}),
        ("es", {1: "one", 1.5: "other"}),
    ],
)
def test_plurals_follow_the_rules_of_the_language(language: str, counts: dict[float, str]) -> None:
    assert {count: plural_form(language, count) for count in counts} == counts


@given(st.text(max_size=400))
def test_whatever_was_typed_fits_in_a_sentence(typed: str) -> None:
    said = quotable(typed)
    assert len(said) <= 60
    assert said.isprintable()


def test_long_text_is_cut_where_it_is_quoted() -> None:
    assert quotable("milk " * 1_000_000).endswith("\u2026")
    assert quotable("two\nlines\tand a bell \x07") == "two lines and a bell \ufffd"


def test_figures_stay_with_their_units_where_a_label_wraps() -> None:
    assert unbroken("milk 2 × 244 g") == "milk 2\u00a0×\u00a0244\u00a0g"
    assert capital("") == ""
