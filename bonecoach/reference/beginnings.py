"""Names by how their words begin, so that a search looks at few of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_LETTERS = 3


class Beginnings:
    """Places of names by the first one, two and three letters of each of their words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._places: dict[str, list[int]] = {}
        for place, name in enumerate(names):
            begun = {word[:letters] for word in name.split() for letters in range(1, _LETTERS + 1)}
            for beginning in begun:
                self._places.setdefault(beginning, []).append(place)

    def of_all(self, words: Sequence[Sequence[str]]) -> Sequence[int]:
        """Places among which are all names that have, for each of `words`, a word that begins like one of its forms.

        In order, each once. Others are among them: whoever asks looks closer.
        """
        found = [self._of_any(forms) for forms in words]
        return min(found, key=len, default=())

    def _of_any(self, forms: Sequence[str]) -> Sequence[int]:
        lists = [self._places.get(form[:_LETTERS], ()) for form in dict.fromkeys(forms)]
        return lists[0] if len(lists) == 1 else sorted({place for places in lists for place in places})
