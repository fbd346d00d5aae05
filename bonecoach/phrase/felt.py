"""Pain and other symptoms, scored 0 to 10 where a number was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from bonecoach.core.entries import Entry, Symptom
from bonecoach.phrase.amounts import amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.felt_words import (
    BACK_AND_NERVES,
    FLAG_OF_OTHER,
    FLAG_OF_SITE,
    NERVES,
    NEVER,
    OF_THE_LEGS,
    OTHER,
    PAIN,
    SEVERE,
    SEVERE_FROM,
    SEVERITY,
    SIDES,
    SITES,
    STIFF,
)
from bonecoach.phrase.how_often import how_often, several_times
from bonecoach.phrase.lexicon import FILLERS
from bonecoach.phrase.manner import take_note
from bonecoach.phrase.outcome import Outcome, Trouble, titled
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind

HIGHEST = 10
_NAMES = {
    "joint_pain": "Joint pain",
    "back_pain": "Back pain",
    "bone_pain": "Bone pain",
    "jaw_pain": "Jaw pain",
}
"""What an entry is called; one of another site is called by it ("Hip pain", "Headache")."""

_SAID_BY_NAME = ("joints", "back", "bones", "jaw")
"""Sites that say no more than the name already does."""

_SCORED_ALONE = ("joint_pain", "back_pain", "thigh_hip_pain", "jaw_pain")
"""Symptoms whose sites are no food or exercise, so that a number beside one is its score."""

_BAD = frozenset({"bad", "terrible", "awful", "dreadful", "worse", "again"})
_ACHES = ("backache", "toothache", "headache", "headaches", "migraine", "stomachache")
_LONGEST_OTHER = 5


@dataclass(slots=True)
class _Felt:
    """What was said of how it feels."""

    score: int | None = None
    sites: list[tuple[str, str]] = field(default_factory=list)
    other: str = ""
    stiff: bool = False
    severe: bool = False
    nerves: bool = False
    how: list[str] = field(default_factory=list)


def read_symptom(said: Said, ctx: Context) -> Outcome | None:
    """The part as symptoms, one for each site; None where it speaks of none."""
    several = _scored_in_turn(said)
    if several:
        return _each_scored(said, several, ctx)
    felt = _Felt(nerves=any(said.tokens[index].key in NERVES for index in said.free()))
    if not _take_kind(said, felt):
        return None
    often = how_often(said) or several_times(said)
    if often is not None:
        felt.how.append(said.words(range(often.first, often.end)))
        said.take(range(often.first, often.end), "manner")
    none = _take_words(said, felt)
    trouble = _take_score(said, felt)
    if trouble is not None:
        return Outcome(said, trouble=trouble)
    if none and felt.score is None:
        felt.score = 0
    note = "; ".join(filter(None, (ctx.meal, " ".join(felt.how), take_note(said))))
    entries = tuple(
        Symptom(moment=ctx.moment, name=name, symptom=symptom, score=felt.score, site=site or None, note=note)
        for name, symptom, site in _symptoms(felt)
    )
    return Outcome(said, entries, tuple(_flags(entries, felt)))


def _scored_in_turn(said: Said) -> list[tuple[int, int]]:
    """ "hands 3 knees 4": places that may hurt, each with its number, and nothing else but "pain"."""
    telling = [i for i in said.free() if said.tokens[i].key not in FILLERS | SIDES | PAIN]
    pairs = list(zip(telling[::2], telling[1::2], strict=False))
    each_scored = all(
        SITES.get(said.tokens[site].key, ("", ""))[0] in _SCORED_ALONE and said.tokens[score].value is not None
        for site, score in pairs
    )
    return pairs if len(pairs) > 1 and len(telling) == 2 * len(pairs) and each_scored else []


def _each_scored(said: Said, pairs: list[tuple[int, int]], ctx: Context) -> Outcome:
    """Each place read by itself, with the words up to its number."""
    entries: list[Entry] = []
    notes: list[Note] = []
    for (_, before), (_, score) in pairwise([(-1, -1), *pairs]):
        one = Said(said.line, said.tokens[before + 1 : score + 1], said.roles[before + 1 : score + 1])
        outcome = read_symptom(one, ctx)
        if outcome is None or outcome.trouble is not None:
            return Outcome(said, trouble=Trouble("impossible_score", score, score, {"score": said.tokens[score].text}))
        entries.extend(outcome.entries)
        notes.extend(note for note in outcome.notes if note not in notes)
        said.roles[before + 1 : score + 1] = one.roles
    return Outcome(said, tuple(entries), tuple(notes))


def flags_in_note(said: Said, ctx: Context) -> tuple[Note, ...]:
    """Red flags in what was noted beside something else ("walk 20 with chest pain")."""
    noted = tuple(said.tokens[index] for index in said.taken("note"))
    felt = read_symptom(Said(said.line, noted), ctx) if noted else None
    return () if felt is None else felt.notes


def _take_kind(said: Said, felt: _Felt) -> bool:
    """Whether the words speak of a symptom at all; the words that do are used."""
    free = said.free()
    telling = [i for i in said.free() if said.tokens[i].key in ("score", "scored", "level")]
    for length in range(_LONGEST_OTHER, 0, -1):
        for at in range(len(free) - length + 1):
            run = free[at : at + length]
            words = " ".join(said.tokens[index].key for index in run)
            if words in OTHER and not felt.other:
                felt.other = OTHER[words]
                said.take(run, "name")
    pains = [index for index in said.free() if said.tokens[index].key in PAIN or said.tokens[index].key in STIFF]
    aches = any(said.tokens[index].key in _ACHES for index in said.free())
    felt.stiff = bool(pains) and all(said.tokens[index].key in STIFF for index in pains)
    said.take(pains, "name")
    if pains or felt.other:
        said.take(telling, "filler")
    return bool(pains or aches or felt.other) or _is_scored_site(said)


def _is_scored_site(said: Said) -> bool:
    """ "knees 5", "my knees are bad": a place that may hurt with a number, or with how bad it is, and nothing else."""
    telling = [said.tokens[index] for index in said.free() if said.tokens[index].key not in FILLERS | SIDES]
    sites = [token for token in telling if SITES.get(token.key, ("", ""))[0] in _SCORED_ALONE]
    others = [token for token in telling if token not in sites]
    if sites and others and all(token.key in _BAD for token in others):
        return True
    if not sites or len(others) != 1:
        return False
    number = others[0]
    return number.kind is Kind.RATIO or (number.kind is Kind.NUMBER and (number.value or 0) <= HIGHEST)


def _take_words(said: Said, felt: _Felt) -> bool:
    """Sites with their side, words for how it is; True where there is none of it ("no pain")."""
    none = False
    sites = [index for index in said.free() if said.tokens[index].key in SITES]
    for index in said.free():
        key = said.tokens[index].key
        if key in SITES:
            symptom, site = SITES[key]
            beside = (index - 1, index + 1) if len(sites) > 1 else (index - 1, index + 1, *said.free())
            side = next((i for i in beside if i in said.free() and said.tokens[i].key in SIDES), None)
            spelled = said.tokens[index].key if key in _ACHES else site
            felt.sites.append((symptom, spelled if side is None else f"{said.tokens[side].key} {key}"))
            said.take([index] if side is None else [side, index], "name")
        elif key == "over" and felt.how[-1:] == ["all"]:
            felt.how.append("over")
            said.take([index], "manner")
        elif key in NEVER:
            none = True
            said.take([index], "manner")
        elif key in SEVERITY or key in NERVES:
            felt.severe = felt.severe or key in SEVERE
            felt.how.append(said.tokens[index].text)
            said.take([index], "manner")
    return none


def _take_score(said: Said, felt: _Felt) -> Trouble | None:
    """ "4", "4/10", "4 of 10", "4 out of 10"."""
    for index in said.free():
        token = said.tokens[index]
        if token.kind is Kind.RATIO and token.pair is not None:
            said.take([index], "amount")
            score, most = token.pair
            return _scored(felt, index, index, score if most == HIGHEST else token.text)
    for amount in amounts_in(said):
        if amount.unit is not None or amount.article or amount.times:
            continue
        names = said.taken("name")
        if felt.other and names and amount.last < names[0]:  # "6 hot flushes" are counted, not scored
            felt.how.append(said.words(amount.tokens))
            said.take(amount.tokens, "manner")
            continue
        last = amount.last
        behind = [token.key for token in said.tokens[last + 1 : last + 4]]
        for words in (["out", "of", "10"], ["of", "10"], ["out", "of", "ten"], ["of", "ten"]):
            if behind[: len(words)] == words:
                last += len(words)
                break
        said.take(range(amount.first, last + 1), "amount")
        whole = amount.value.denominator == 1
        return _scored(felt, amount.first, last, int(amount.value) if whole else float(amount.value))
    return None


def _scored(felt: _Felt, first: int, last: int, score: object) -> Trouble | None:
    if isinstance(score, float) and 0 < score < HIGHEST:
        return Trouble("score_not_whole", first, last, {"score": score})
    if not isinstance(score, int) or not 0 <= score <= HIGHEST:
        return Trouble("impossible_score", first, last, {"score": score})
    felt.score = score
    return None


def _symptoms(felt: _Felt) -> list[tuple[str, str, str]]:
    """Name, code and site of each symptom: a bare pain is joint pain, another site is never mapped to it."""
    if felt.other:
        return [(felt.other, "other", ", ".join(site for _, site in felt.sites))]
    if felt.stiff:
        return [("Stiffness", "other", ", ".join(site for _, site in felt.sites))]
    if not felt.sites:
        return [(_NAMES["joint_pain"], "joint_pain", "")]
    grouped: dict[tuple[str, str], list[str]] = {}
    for symptom, site in felt.sites:
        name = _NAMES.get(symptom) or titled(site if site in _ACHES else f"{site} pain")
        grouped.setdefault((name, symptom), [])
        if symptom in _NAMES and site not in (*_SAID_BY_NAME, *grouped[name, symptom]):
            grouped[name, symptom].append(site)
    return [(name, symptom, ", ".join(sites)) for (name, symptom), sites in grouped.items()]


def _is_swollen_leg(entry: Symptom) -> bool:
    """A swollen calf is an emergency (evidence 10); who says "leg" may mean it."""
    return entry.name == "Swelling" and any(site in (entry.site or "") for site in ("calf", "leg"))


def _flags(entries: tuple[Symptom, ...], felt: _Felt) -> list[Note]:
    """Red flags of evidence 10, each once; a score of 0 raises none."""
    if felt.score == 0:
        return []
    severe = felt.severe or (felt.score or 0) >= SEVERE_FROM
    flags: list[str] = []
    for entry in entries:
        flag = FLAG_OF_SITE.get(entry.symptom) or FLAG_OF_OTHER.get(entry.name)
        if felt.nerves and any(symptom == "back_pain" for symptom, _ in felt.sites):
            flag = BACK_AND_NERVES
        elif entry.symptom == "back_pain" and severe:
            flag = "sudden_back_pain"
        elif entry.symptom == "other" and (
            set(entry.name.lower().split()) & {"chest", "calf"} or _is_swollen_leg(entry)
        ):
            flag = "chest"
        of_the_legs = entry.name in OF_THE_LEGS and "leg" in (entry.site or "")
        for each in (BACK_AND_NERVES if of_the_legs else None, flag):
            if each is not None and each not in flags:
                flags.append(each)
    return [Note("red_flag", {"flag": flag}) for flag in flags]
