"""The sentences of one language, as they stand in resources/i18n."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bonecoach.paths import resources
from bonecoach.words.conventions import language_and_region
from bonecoach.words.plurals import Count, plural_form

FALLBACK = "en"


class Catalogue:
    """Sentences by key ("error.nothing_to_undo").

    A sentence whose form hangs on a count is a mapping of plural forms, with the name of the counted fact under "by".
    """

    __slots__ = ("language", "sentences")

    def __init__(self, language: str, sentences: Mapping[str, str | Mapping[str, str]]) -> None:
        self.language = language
        self.sentences = sentences

    def __contains__(self, key: str) -> bool:
        return key in self.sentences

    def pattern(self, key: str, facts: Mapping[str, object]) -> str:
        """The sentence of a key with its placeholders open, in the form its count asks for. Raises KeyError."""
        found = self.sentences[key]
        if isinstance(found, str):
            return found
        count = facts[found["by"]]
        assert isinstance(count, Count), f"{key} counts by {found['by']}"
        return found.get(plural_form(self.language, count), found["other"])


@lru_cache(maxsize=4)
def catalogue(locale: str) -> Catalogue:
    """The catalogue of a locale's language; English where there is none."""
    import json

    language, _ = language_and_region(locale)
    folder = resources() / "i18n"
    path = folder / f"{language}.json"
    if not path.is_file():
        language, path = FALLBACK, folder / f"{FALLBACK}.json"
    return Catalogue(language, flat(json.loads(path.read_text(encoding="utf-8"))))


def flat(tree: Mapping[str, object], under: str = "") -> dict[str, str | Mapping[str, str]]:
    """Nested sections as dotted keys; plural forms (with "by") stay together."""
    keys: dict[str, str | Mapping[str, str]] = {}
    for name, value in tree.items():
        key = f"{under}{name}"
        if isinstance(value, str) or (isinstance(value, dict) and "by" in value):
            keys[key] = value
        elif isinstance(value, dict):
            keys.update(flat(value, f"{key}."))
    return keys
