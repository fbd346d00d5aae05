"""Falls, fractures and near falls; whatever else was said of them is kept as a note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bonecoach.core.entries import Event, Symptom
from bonecoach.phrase.broken_bones import BETWEEN, BONES, bone_words, site_of
from bonecoach.phrase.context import Context
from bonecoach.phrase.felt import read_symptom
from bonecoach.phrase.felt_words import FELT, PAIN, SIDES, SITES
from bonecoach.phrase.lexicon import FILLERS
from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.wordlist import words

_FALL = words("fall fell fallen tripped stumbled tumbled slipped tumble gestürzt sturz")
_OPEN = frozenset({"tripped", "stumbled", "slipped"})
"""Whoever says only this may have fallen or not; falls are counted, so it is asked."""

_FRACTURE = words("fracture fractured fractures broke broken cracked")
_NEAR = frozenset({"nearly", "almost", "near"})
_STAYED_UP = frozenset({"not", "without", "didn't", "didnt", "never"})
_CAUGHT = frozenset({"caught", "steadied", "saved"})
"""Behind "tripped but", or with "myself", these say that she did not go down."""

_OTHERWISE = frozenset({"asleep", "ill", "sick", "behind", "apart", "pregnant", "short"})
"""Behind "fell" these speak of no fall."""
_TEETH = frozenset({"tooth", "teeth", "hair", "filling", "crown"})
"""What falls out, not down."""

_OTHERS = words(
    "husband hubby wife partner mum mother mom dad father son daughter sister brother granny gran grandma grandad"
    " grandpa grandson granddaughter grandchild grandchildren friend neighbour neighbor baby toddler child children"
    " dog cat cats dogs horse he she they it price prices temperature"
)
"""Whoever or whatever fell where only these stand before it: her own falls are counted, and only they."""
_WHOSE = frozenset({"my", "our", "the", "a", "her", "his", "poor", "old", "today", "and"})

_HURT = PAIN | words(
    "injury injuries injured hurt bruise bruised bruises bruising cut cuts bleeding grazed graze sprained sprain"
    " swollen swelling harm harmed bump bumped bumps twisted dislocated scraped scratched stitches hospital ambulance"
    " limp limping wound hit banged head can't cannot unable stand walk"
)
_ONLY_DENIED = frozenset({"stand", "walk"})
"""These tell of an injury only behind "can't"; "fell, walk 30" is a fall and a walk."""

_UNHURT = frozenset({"unhurt", "uninjured", "unharmed"})
_NOT = frozenset({"no", "not", "without", "wasn't", "wasnt", "didn't", "didnt", "never", "nothing"})
_DENIED = frozenset({*_NOT, "haven't", "havent"} - {"wasn't", "wasnt", "nothing"})
_BONES = frozenset(BONES) | {"bone"}


_NEAR_SCORE = 6
_SCORE_WORDS = frozenset({"10", "ten", "level", "score"})
_OPENING = ("i", "and", "so", "well", "but", "then", "had", "a", "the", "oh")


def goes_on_from(before: Said, after: Said) -> bool:
    """Whether the second only says more of a fall in the first: "fell on ice, bruised my knee", "fell, hip 6"."""
    fell = any(token.key in _FALL for token in before.tokens)
    keys = {token.key for token in after.tokens}
    hurt = bool(keys & (PAIN | _UNHURT | _HURT - _ONLY_DENIED))
    scored = bool(keys & SITES.keys()) and any(token.kind in (Kind.NUMBER, Kind.RATIO) for token in after.tokens)
    caught = bool(keys & _CAUGHT) and "myself" in keys
    broke = bool(keys & _FRACTURE) and bool(keys & _BONES or any(key.startswith("fracture") for key in keys))
    went_on = any(token.key in _OPEN for token in before.tokens) and (bool(keys & _FALL) or broke)  # "tripped and fell"
    return fell and (hurt or scored or caught or went_on)


def read_event(said: Said, ctx: Context) -> Outcome | None:
    """The part as a fall or a fracture; None where it speaks of neither."""
    if is_note(said.tokens):
        return _note(said, ctx)
    keys = {index: said.tokens[index].key for index in said.free()}
    falls = [index for index, key in keys.items() if key in _FALL]
    breaks = [index for index, key in keys.items() if key in _FRACTURE]
    bones = [index for index, key in keys.items() if key in _BONES]
    if breaks and (bones or any(keys[index].startswith("fracture") for index in breaks)):
        places = bone_words(keys, breaks)
        whose = [index for index in keys if index - 1 in breaks and index + 1 in places and keys[index] in BETWEEN]
        said.take([*breaks, *whose, *places], "name")  # "broke my wrist"
        return _made(said, ctx, "fracture", "Fracture", injury=True, site=site_of(keys, places))
    falls = [index for index in falls if keys.get(index + 1) not in _OTHERWISE and keys.get(index - 1) not in _TEETH]
    if not falls:
        return None
    unfallen = [index for index in falls if _is_denied(keys, index)]
    if len(unfallen) == len(falls):  # "no fall", "didn't fall": nothing happened
        return None
    if unfallen:  # "stumbled but didn't fall"
        said.take([*falls, *(i for i in keys if i < falls[-1] and keys[i] in _STAYED_UP)], "name")
        return _made(said, ctx, "other", "Near fall", injury=None)
    if _is_anothers(keys, falls[0]):
        facts = {"words": said.words(range(falls[0] + 1))}
        said.take(said.free(), "unread")
        return Outcome(said, trouble=Trouble("anothers_fall", 0, falls[0], facts))
    said.take(falls, "name")
    pain = _scored_pain(said, ctx)
    near = [i for i in said.free() if keys[i] in _NEAR or (keys[i], keys.get(i + 1)) == ("without", "falling")]
    if {"but", "myself"} & set(keys.values()) and _CAUGHT & set(keys.values()):
        near.extend(i for i in said.free() if keys[i] in _CAUGHT or keys[i] == "myself")
    if near:
        said.take(near, "name")
        return _with(_made(said, ctx, "other", "Near fall", injury=None), pain)
    injury = _take_injury(said)
    if injury is None and pain is None and all(keys[index] in _OPEN and not _went_down(keys, index) for index in falls):
        said.take(said.free(), "unread")
        first = falls[0]
        facts = {"words": said.tokens[first].text}
        fix = said.replaced(first, first, "fell")
        return Outcome(said, trouble=Trouble("fell_or_not", first, first, facts, fix))
    return _with(_made(said, ctx, "fall", "Fall", injury=True if pain and injury is None else injury), pain)


def _is_anothers(keys: Mapping[int, str], fall: int) -> bool:
    """ "my husband fell", "the dog fell"; "the dog and I fell" and "over the dog, fell" are falls of hers."""
    before = {key for index, key in keys.items() if index < fall}
    return bool(before & _OTHERS) and before <= _OTHERS | _WHOSE


def _went_down(keys: Mapping[int, str], index: int) -> bool:
    return keys.get(index + 1) in ("down", "up") or (keys[index] == "slipped" and keys.get(index + 1) == "over")


def _scored_pain(said: Said, ctx: Context) -> Outcome | None:
    """ "fell, wrist pain 6": what hurts and how much, used; it is kept beside the fall. None where it is not scored."""
    free = said.free()
    for number in free:
        for run in _around(said, free, number):
            words = said.copy()
            words.take([i for i in free if i not in run], "filler")
            felt = read_symptom(words, ctx)
            if felt is not None and felt.trouble is None and _says_all(felt):
                said.take(run, "name")
                return felt
    return None


def _around(said: Said, free: Sequence[int], number: int) -> Iterator[list[int]]:
    """Runs of words with a score in them, the widest first, that begin and end with it or with what is felt."""
    if said.tokens[number].kind not in (Kind.NUMBER, Kind.RATIO):
        return
    near = [i for i in free if abs(i - number) <= _NEAR_SCORE]
    ends = [i for i in near if i == number or said.tokens[i].key in FELT | SIDES | _SCORE_WORDS]
    for first in ends:
        for last in reversed(ends):
            run = [i for i in near if first <= i <= last]
            if number in run and any(said.tokens[i].key in PAIN or said.tokens[i].key in SITES for i in run):
                yield run


def _says_all(felt: Outcome) -> bool:
    scored = all(isinstance(entry, Symptom) and entry.score is not None for entry in felt.entries)
    return scored and all(felt.said.tokens[i].key in FILLERS or felt.said.tokens[i].key == "," for i in felt.unread)


def _with(fall: Outcome, pain: Outcome | None) -> Outcome:
    """The fall with the pain that came of it."""
    if pain is not None:
        fall.entries = (*fall.entries, *pain.entries)
        fall.notes = (*fall.notes, *pain.notes)
    return fall


def _is_denied(keys: Mapping[int, str], fall: int) -> bool:
    """Whether one of the two words before says that there was no fall."""
    return any(keys.get(index) in _DENIED for index in (fall - 1, fall - 2))


def is_note(tokens: Sequence[Token]) -> bool:
    """ "note: slept badly": a note of its own, whatever it says."""
    return len(tokens) > 1 and tokens[0].key in ("note", "notes") and tokens[1].text == ":"


def _note(said: Said, ctx: Context) -> Outcome | None:
    said.take([0], "name")
    words = [index for index in range(2, len(said.tokens)) if not said.tokens[index].silent]
    if all(said.tokens[index].kind is Kind.MARK for index in words):
        return None
    said.take(words, "note")
    entry = Event(moment=ctx.moment, name="Note", event="other", note=said.words([2, len(said.tokens) - 1]))
    return Outcome(said, (entry,))


def _take_injury(said: Said) -> bool | None:
    """Whether an injury was said, or that there was none; None where nothing was said of it."""
    for index in said.free():
        key = said.tokens[index].key
        if key in _UNHURT:
            said.take([index], "manner")
            return False
        if key in _HURT:
            before = [i for i in said.free() if i < index and said.tokens[i].key in _NOT]
            if before:
                said.take([*before, index], "manner")
                return False
            return True  # the word stays, for the note
    return None


def _made(said: Said, ctx: Context, event: str, name: str, *, injury: bool | None, site: str | None = None) -> Outcome:
    words = [i for i in said.free() if _may_be_noted(said, i)]
    while words and said.tokens[words[-1]].key in FILLERS:
        words.pop()
    while words and said.tokens[words[0]].key in _OPENING:
        words.pop(0)
    telling = any(said.tokens[i].key not in FILLERS for i in words)
    note = said.words(words) if telling and len(words) == words[-1] - words[0] + 1 else _pieces(said, words)
    if telling:
        said.take(words, "note")
    note = "; ".join(filter(None, (ctx.meal, note)))
    entry = Event(moment=ctx.moment, name=name, event=event, injury=injury, site=site, note=note)
    flag = (Note("red_flag", {"flag": "fall_or_fracture"}),) if injury and event != "other" else ()
    return Outcome(said, (entry,), flag)


def _may_be_noted(said: Said, index: int) -> bool:
    """Words, and numbers that count something: "down 2 steps"."""
    kind = said.tokens[index].kind
    counts = index + 1 < len(said.tokens) and said.tokens[index + 1].kind is Kind.WORD and index + 1 in said.free()
    return kind in (Kind.WORD, Kind.QUOTED) or (kind is Kind.NUMBER and counts)


def _pieces(said: Said, words: list[int]) -> str:
    telling = [i for i in words if said.tokens[i].key not in FILLERS]
    return " ".join(said.tokens[i].text for i in words) if telling else ""
