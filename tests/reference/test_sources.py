"""Every figure has a source that can be looked up."""

import re

import pytest

from bonecoach.core.errors import FaultyTable
from bonecoach.paths import resources
from bonecoach.reference.sources import known_sources, source, sources


def test_a_source_has_a_citation_and_a_doi_where_there_is_one():
    found = source("ESCEO2014")
    assert found.citation == "Rizzoli and others, Maturitas 2014;79:122-132"
    assert found.doi == "10.1016/j.maturitas.2014.07.005"
    assert source("ODS").doi == ""


def test_several_ids_are_several_sources():
    assert [each.id for each in sources("IOM1997 ODS")] == ["IOM1997", "ODS"]
    assert sources("") == ()


def test_an_unknown_id_is_refused():
    with pytest.raises(FaultyTable) as fault:
        source("SMITH1999")
    assert fault.value.code == "unknown_source"


def test_the_app_shows_no_addresses():
    for source_id in known_sources(resources()):
        assert "http" not in source(source_id).citation
        assert "www." not in source(source_id).citation


def test_every_source_that_advice_names_is_known():
    known = known_sources(resources())
    folder = resources().parent / "bonecoach" / "coach"
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.py")]
    named = {
        each
        for text in texts
        for ids in re.findall(r'"([A-Z0-9 -]+)", "(?:confirmed|secondary)"', text)
        for each in ids.split()
    }
    assert named
    assert named <= known
