"""A value is a frozen dataclass in all that can be seen of it from outside."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.values import Value


class Glass(Value):
    """A glass of something, as a value."""

    of: str
    ml: int = 250
    warm: bool = False


@dataclass(frozen=True)
class PlainGlass:
    """The same as an ordinary frozen dataclass."""

    of: str
    ml: int = 250
    warm: bool = False


class Full(Value, kw_only=True):
    """It refuses to be empty."""

    ml: int = 250

    def __post_init__(self) -> None:
        if self.ml <= 0:
            raise ValueError("empty")


class Labelled(Full, kw_only=True):
    """What is handed down comes first, as in a dataclass."""

    label: str

    def __post_init__(self) -> None:
        Full.__post_init__(self)
        object.__setattr__(self, "label", self.label.strip())


SOME = st.fixed_dictionaries({"of": st.text(max_size=5)}, optional={"ml": st.integers(), "warm": st.booleans()})


@given(SOME, SOME)
def test_it_is_equal_hashed_said_and_changed_as_a_dataclass_is(one, other):
    value, plain = Glass(**one), PlainGlass(**one)

    assert repr(value) == repr(plain).replace("PlainGlass", "Glass")
    assert hash(value) == hash(plain)
    assert asdict(value) == asdict(plain)
    assert [field.name for field in fields(value)] == ["of", "ml", "warm"]
    assert (value == Glass(**other)) is (plain == PlainGlass(**other))
    assert asdict(replace(value, **other)) == asdict(replace(plain, **other))
    assert copy.deepcopy(value) == value == pickle.loads(pickle.dumps(value))


def test_its_fields_come_in_order_or_by_name():
    assert Glass("milk", 200) == Glass(of="milk", ml=200) == Glass("milk", ml=200, warm=False)
    assert Glass("milk").ml == 250
    match Glass("milk", 200):
        case Glass(of, ml):
            assert (of, ml) == ("milk", 200)


@pytest.mark.parametrize(
    ("args", "given"),
    [
        ((), {}),
        (("milk", 200, False, 4), {}),
        (("milk",), {"of": "tea"}),
        (("milk",), {"litres": 2}),
        ((), {"ml": 200, "litres": 2}),
    ],
)
def test_a_field_too_many_too_few_or_twice_is_a_mistake(args, given):
    with pytest.raises(TypeError, match="Glass takes"):
        Glass(*args, **given)


def test_nobody_changes_it():
    glass = Glass("milk")
    with pytest.raises(FrozenInstanceError, match=r"Glass\.ml"):
        glass.ml = 300  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match=r"Glass\.ml"):
        del glass.ml
    assert glass == Glass("milk", 250)


def test_it_refuses_what_cannot_be_also_when_it_is_replaced():
    with pytest.raises(ValueError, match="empty"):
        Labelled(ml=0, label="milk")
    with pytest.raises(ValueError, match="empty"):
        replace(Labelled(label="milk"), ml=-1)
    assert repr(Labelled(label=" milk ")) == "Labelled(ml=250, label='milk')"


def test_another_kind_with_the_same_fields_is_not_equal():
    assert Glass("milk") != PlainGlass("milk")
    assert Full(ml=250) != Labelled(ml=250, label="")
