"""The chapters of the diary: each is made when it is first asked for, so that nobody reads in what nobody needs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from bonecoach.diary.arriving import Arriving
    from bonecoach.diary.beside import Beside
    from bonecoach.diary.bones import Bones
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.leaving import Leaving
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.new_medicines import NewMedicines
    from bonecoach.diary.pain_ask import PainAsk
    from bonecoach.diary.person import Person
    from bonecoach.diary.plans import Plans
    from bonecoach.diary.reader import Reader
    from bonecoach.diary.reminders import Reminders
    from bonecoach.diary.second_doses import SecondDoses
    from bonecoach.diary.spacing import Spacing
    from bonecoach.diary.summaries import Summaries
    from bonecoach.diary.upkeep import Upkeep
    from bonecoach.diary.usuals import Usuals
    from bonecoach.diary.visits import Visits


class Chapters:
    """What the diary holds besides entries. The diary itself is the only one made of it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @property
    def _whole(self) -> Diary:
        return cast("Diary", self)

    @cached_property
    def person(self) -> Person:
        """What the diary knows of her: facts, targets, products."""
        from bonecoach.diary.person import Person

        return Person(self._ledger)

    @cached_property
    def upkeep(self) -> Upkeep:
        """What keeps the file safe."""
        from bonecoach.diary.upkeep import Upkeep

        return Upkeep(self._ledger)

    @cached_property
    def usuals(self) -> Usuals:
        """What she logs again and again."""
        from bonecoach.diary.usuals import Usuals

        return Usuals(self._ledger, self._whole)

    @cached_property
    def pain_ask(self) -> PainAsk:
        """The weekly ask about joint pain."""
        from bonecoach.diary.pain_ask import PainAsk

        return PainAsk(self._ledger, self._whole)

    @cached_property
    def plans(self) -> Plans:
        """What she plans to take, to do, or to be told."""
        from bonecoach.diary.plans import Plans

        return Plans(self._ledger, self._whole)

    @cached_property
    def reminders(self) -> Reminders:
        """What the plans ask for now, and what she answers."""
        from bonecoach.diary.reminders import Reminders

        return Reminders(self._ledger, self._whole)

    @cached_property
    def bones(self) -> Bones:
        """What was measured of her bones, and how it changed."""
        from bonecoach.diary.bones import Bones

        return Bones(self._ledger, self._whole)

    @cached_property
    def arriving(self) -> Arriving:
        """What comes into it from files."""
        from bonecoach.diary.arriving import Arriving

        return Arriving(self._ledger)

    @cached_property
    def leaving(self) -> Leaving:
        """What leaves it as files."""
        from bonecoach.diary.leaving import Leaving

        return Leaving(self._ledger, self._whole)

    @cached_property
    def beside(self) -> Beside:
        """What takes long, done in another thread."""
        from bonecoach.diary.beside import Beside

        return Beside(self._ledger)

    @cached_property
    def spacing(self) -> Spacing:
        """What she takes too near to what, and when something new keeps its distance."""
        from bonecoach.diary.spacing import Spacing

        return Spacing(self._ledger, self._whole)

    @cached_property
    def new_medicines(self) -> NewMedicines:
        """What fills the form for something new that she takes."""
        from bonecoach.diary.new_medicines import NewMedicines

        return NewMedicines(self._ledger, self._whole)

    @cached_property
    def visits(self) -> Visits:
        """Her appointments, and what she wants to ask there."""
        from bonecoach.diary.visits import Visits

        return Visits(self._ledger, self._whole)

    @cached_property
    def summaries(self) -> Summaries:
        """The page for an appointment."""
        from bonecoach.diary.summaries import Summaries

        return Summaries(self._ledger, self._whole)

    @cached_property
    def second_doses(self) -> SecondDoses:
        """Which dose would be the second of its day, or of its week or longer."""
        from bonecoach.diary.second_doses import SecondDoses

        return SecondDoses(self._ledger, self.plans.versions)

    @cached_property
    def _reader(self) -> Reader:
        from bonecoach.diary.reader import Reader

        return Reader(self._ledger, self._whole)
