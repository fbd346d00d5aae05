"""What every command works with: the diary of a folder, a clock, a zone, words, and where the answer goes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bonecoach.core.days import moment_at, zone_named
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.texts import is_writable
from bonecoach.words import Words, system_locale

if TYPE_CHECKING:
    from bonecoach.clock import Clock
    from bonecoach.core.changes import Step
    from bonecoach.diary.diary import Diary

LONGEST_TYPED = 20_000
"""Characters of a line that are looked at; the entry line has a limit of its own below this."""


class Desk:
    """One run of the command line. The diary is opened when it is first asked for."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.as_json = False
        self._data_dir: Path | None = None
        self._zone: str | None = None
        self._diary: Diary | None = None
        self._wrote = False
        self._words = Words(system_locale())

    def choose(self, option: str, value: str) -> None:
        """Takes a global option. Raises InvalidEntry("unknown_zone", "unreadable_text")."""
        if option == "as_json":
            self.as_json = True
        elif option == "zone":
            zone_named(value)
            self._zone = value
        elif option == "data_dir":
            if not value or "\0" in value:
                raise InvalidEntry("unreadable_text")
            self._data_dir = Path(value)

    # -- where and when ----------------------------------------------------------------------------------------

    @property
    def data_dir(self) -> Path:
        """The folder of the diary."""
        if self._data_dir is None:
            from bonecoach.paths import default_data_dir

            self._data_dir = default_data_dir()
        return self._data_dir

    @property
    def zone(self) -> str:
        """The zone to answer and to log in."""
        if self._zone is None:
            from bonecoach.clock import system_zone

            self._zone = system_zone()
        return self._zone

    @property
    def now(self) -> datetime:
        """The present instant."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """The present day in the zone."""
        return moment_at(self.now, self.zone).date

    def moment(self, text: str | None) -> datetime | None:
        """The instant that `--at` names, None where it was not given."""
        from bonecoach.terminal.arguments import moment_said

        return None if text is None else moment_said(text, self.now, self.zone)

    def day(self, text: str | None, *, come: bool = False) -> date:
        """The day that an option names, today where it was not given. `come`: it must have come."""
        from bonecoach.terminal.arguments import day_not_ahead, day_said

        if text is None:
            return self.today
        return day_not_ahead(text, self.today) if come else day_said(text, self.today)

    def span(self, first: str | None, last: str | None) -> tuple[date | None, date | None]:
        """The first and last day that options name. Raises InvalidEntry("days_reversed")."""
        begin = None if first is None else self.day(first)
        end = None if last is None else self.day(last)
        if begin is not None and end is not None and end < begin:
            raise InvalidEntry("days_reversed")
        return begin, end

    # -- the diary and its words -------------------------------------------------------------------------------

    @property
    def diary(self) -> Diary:
        """The diary, opened. Raises DiaryError."""
        if self._diary is None:
            from bonecoach.diary import open_diary

            self._diary = open_diary(self.data_dir, self.clock, self.zone, self._note)
        return self._diary

    @property
    def words(self) -> Words:
        """Words in the person's units, once her diary is open; neutral ones before."""
        if self._diary is not None:
            self._words = self._words.with_units_of(self._diary.person.profile(self.today))
        return self._words

    def close(self) -> None:
        """Gives the file back."""
        if self._diary is not None:
            if self._wrote:
                self._back_up_once_a_day(self._diary)
            self._diary.close()
            self._diary = None

    def _note(self, _: Step) -> None:
        self._wrote = True

    def _back_up_once_a_day(self, diary: Diary) -> None:
        """The first change of a day is followed by the day's backup. Where it fails, that is said."""
        try:
            if diary.upkeep.backup_due():
                diary.upkeep.backup()
        except DiaryError as error:
            print(self.words.error(error), file=sys.stderr)

    # -- in and out --------------------------------------------------------------------------------------------

    def typed(self, words: Iterable[str]) -> str:
        """The text of a command's words; a lone "-" is read from standard input.

        Raises InvalidEntry("line_too_long", "unreadable_text").
        """
        text = " ".join(words)
        if text == "-" and sys.stdin is not None:
            text = sys.stdin.read(LONGEST_TYPED + 1).rstrip("\n")
        if len(text) > LONGEST_TYPED:
            raise InvalidEntry("line_too_long", longest=LONGEST_TYPED)
        if not is_writable(text):
            raise InvalidEntry("unreadable_text")
        return text

    def answer(self, shape: Mapping[str, object], lines: Iterable[str]) -> None:
        """Prints the JSON document, or the lines for people."""
        if self.as_json:
            _print_json(shape)
        else:
            print("\n".join(lines))

    def refuse(self, code: str, sentence: str, more: Mapping[str, object] | None = None) -> None:
        """Says on standard error what was refused; with `--json` on standard output as well."""
        if self.as_json:
            _print_json({"error": {"code": code, "message": sentence, **(more or {})}})
        print(sentence, file=sys.stderr)


def _print_json(shape: Mapping[str, object]) -> None:
    import json

    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(shape, ensure_ascii=plain, indent=2))
