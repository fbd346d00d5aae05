"""Whoever changes a table of the app's knowledge is told where it is wrong, in one line an editor can jump to."""

import pytest

from bonecoach.core.errors import BoneCoachError, DiaryError, FaultyTable


def test_a_faulty_table_names_its_line_and_the_reason():
    fault = FaultyTable("repeated", table="foods/staples.csv", line=12, reason="'milk' stands in line 4 too")
    assert str(fault) == "foods/staples.csv:12: 'milk' stands in line 4 too"


def test_a_refusal_is_its_code_and_never_a_sentence():
    with pytest.raises(BoneCoachError) as refused:
        raise DiaryError("no_such_entry", id="zz")
    assert (str(refused.value), refused.value.facts) == ("no_such_entry", {"id": "zz"})
