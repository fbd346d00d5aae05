"""Frozen values: facts that the whole house hands around and nobody changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import Field


class _Fields:
    """What `dataclasses` wants to know of a class: found out when it asks, for `replace` or `asdict`."""

    def __get__(self, value: object, cls: type) -> dict[str, Field[Any]]:
        from dataclasses import dataclass  # late, as all of it: the start replaces nothing

        dataclass(init=False, repr=False, eq=False, match_args=False)(cls)  # puts what it finds in the place of this
        found: dict[str, Field[Any]] = cls.__dict__["__dataclass_fields__"]
        return found


_set = object.__setattr__


@dataclass_transform(frozen_default=True)
class Value:
    """A frozen dataclass by inheritance: `class Week(Value): first: date`.

    Fields, defaults, `__post_init__`, equality, hash and `dataclasses.replace` are those of any frozen dataclass. What
    differs is that its methods are the ones here: `@dataclass` writes and compiles six new ones for every class, and
    for those the first painting needs that was a tenth of the start. Raises TypeError for a field too many or too few.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()
    __dataclass_fields__: ClassVar[Any]
    _names: ClassVar[tuple[str, ...]] = ()
    _known: ClassVar[frozenset[str]] = frozenset()
    _checks: ClassVar[bool] = False
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        own = tuple(name for name in cls.__annotations__ if name not in cls._known)
        cls.__match_args__ += () if kw_only else own  # type: ignore[misc]
        cls._names += own
        cls._known = frozenset(cls._names)
        cls._checks = cls.__post_init__ is not Value.__post_init__
        cls._defaults = cls._defaults | {name: cls.__dict__[name] for name in cls._names if name in cls.__dict__}
        cls.__dataclass_fields__ = _Fields()

    def __init__(self, *args: Any, **given: Any) -> None:
        names, held = self._names, given
        if args:
            held = dict(zip(names, args, strict=False))
            if len(args) > len(self.__match_args__) or (given and not given.keys().isdisjoint(held)):
                raise TypeError(self._refusal(args, given))
            if given:
                held |= given
        if len(held) != len(names):
            held = self._defaults | held
        if len(held) != len(names) or not self._known.issuperset(held):
            raise TypeError(self._refusal(args, given))
        _set(self, "__dict__", held)
        if self._checks:
            self.__post_init__()

    def _refusal(self, args: tuple[Any, ...], given: dict[str, Any]) -> str:
        return f"{type(self).__name__} takes {self._names}, not {args} and {given}"

    def __post_init__(self) -> None:
        """For a class that refuses what cannot be."""

    def __setattr__(self, name: str, value: object) -> None:
        self.__delattr__(name)

    def __delattr__(self, name: str) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"{type(self).__name__}.{name} stays as it is")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(map(self.__dict__.__getitem__, self._names)))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self._names)
        return f"{type(self).__name__}({said})"
