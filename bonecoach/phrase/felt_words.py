"""Words for what is felt: kinds of pain, where it is, how bad, and other symptoms worth keeping."""

from __future__ import annotations

from bonecoach.phrase.lexicon import FILLERS
from bonecoach.phrase.wordlist import words

PAIN = words(
    """
    pain pains painful ache aches aching achy ached sore soreness hurt hurts hurting tender tenderness throbbing
    twinge twinges discomfort arthralgia splints schmerzen
    """
)
STIFF = frozenset({"stiff", "stiffness"})

SITES: dict[str, tuple[str, str]] = {
    word: (symptom, site)
    for symptom, sites in {
        "joint_pain": (
            "joints joint; hands hand; fingers finger; knuckles knuckle; thumbs thumb; wrists wrist; elbows elbow; "
            "shoulders shoulder; knees knee; ankles ankle; feet foot; toes toe"
        ),
        "back_pain": "back backache spine; lower-back; upper-back",
        "bone_pain": "bones bone; ribs rib; shin shins; breastbone sternum",
        "thigh_hip_pain": "hip hips; thigh thighs; groin",
        "jaw_pain": "jaw; tooth teeth toothache; gums gum",
        "other": (
            "neck; leg legs; calf calves; arm arms; muscles muscle; chest; head headache headaches migraine; "
            "stomach tummy stomachache; throat; breast; scar; heel heels; abdomen; lips lip; face; mouth; bottom"
        ),
    }.items()
    for group in sites.split(";")
    for word in group.split()
    for site in (group.split()[0],)
}
"""Where it may hurt, and which symptom that is. A site that is not a joint is never joint pain."""

SIDES = frozenset({"left", "right", "both", "lower", "mid", "upper", "big", "little", "middle", "index"})

OTHER = {
    name: symptom
    for symptom, names in {
        "Hot flushes": "hot flush; hot flushes; hot flash; hot flashes; flushes; flushing",
        "Night sweats": "night sweats; night sweat; sweats",
        "Tiredness": "fatigue; tired; tiredness; exhausted; exhaustion; fatigued; weary",
        "Nausea": "nausea; nauseous; queasy; sick; feeling sick",
        "Dizziness": "dizzy; dizziness; light-headed; giddy; vertigo; lightheaded",
        "Poor sleep": "insomnia; bad night; rough night; poor night; "
        "poor sleep; bad sleep; slept badly; slept poorly; could not sleep; couldn't sleep; can't sleep; "
        "cannot sleep; sleepless; "
        "awake all night; hardly slept; no sleep; restless night",
        "Low mood": "low mood; feeling low; felt low; feel low; feeling down; feeling blue; weepy; tearful; "
        "depressed; sad; down; anxious; anxiety",
        "Swelling": "swelling; swollen; lymphoedema; lymphedema",
        "Lump": "lump; lumps; new lump",
        "Chest tightness": "chest tightness; tight chest; chest tight; chest pressure; pressure in my chest; "
        "tightness in my chest; tightness in chest; pressure in chest",
        "Tingling": "tingling; pins and needles; numb; numbness; tingle",
        "Weak legs": "weak legs; weak leg; leg weakness; legs weak; legs are weak; legs feel weak; legs felt weak",
        "Weakness": "weakness; weak arms; weak hands; weak grip; feeling weak; feel weak; felt weak",
        "Numb legs": (
            "numb legs; numb leg; legs numb; can't feel my legs; cannot feel my legs; can't feel my leg; "
            "cannot feel my leg; can't feel legs; no feeling in my legs; no feeling in legs"
        ),
        "Saddle numbness": (
            "numb saddle; saddle numb; saddle numbness; numb bottom; bottom numb; numb buttocks; numb groin; "
            "numb between the legs; numb between my legs; numb down below; numb private parts"
        ),
        "Bladder trouble": (
            "lost control of bladder; lost control of my bladder; lost bladder control; can't pee; cannot pee; "
            "can't pass urine; cannot pass urine; wet myself; "
            "bladder trouble; bladder problem; bladder problems; bladder leaking; loss of bladder control; "
            "no bladder control; incontinence; incontinent"
        ),
        "Bowel trouble": "lost control of bowels; lost control of my bowels; lost bowel control; soiled myself; "
        "bowel trouble; bowel problem; bowel problems; loss of bowel control; no bowel control",
        "Cramps": "cramp; cramps; spasm; spasms; muscle cramps; leg cramps",
        "Constipation": "constipation; constipated",
        "Thirst": "thirst; thirsty",
        "Confusion": "confusion; confused",
        "Breathlessness": "can't breathe; cannot breathe; hard to breathe; trouble breathing; breathing trouble; "
        "difficulty breathing; out of breath; breathless; breathlessness; short of breath; shortness of breath",
        "Heartburn": "heartburn; reflux; acid reflux",
        "Painful swallowing": "painful swallowing; pain swallowing; pain on swallowing; trouble swallowing",
        "Loose tooth": "loose tooth; loose teeth; wobbly tooth; tooth fell out; teeth fell out; tooth came out; "
        "lost a tooth; tooth is loose",
        "Bare bone": "exposed bone; bare bone; bone exposed; bone showing; gum not healing; gums not healing; "
        "gums do not heal; gum won't heal",
        "Dry eyes": "dry eyes; sore dry eyes",
        "Dry mouth": "dry mouth",
        "Dryness": "dryness",
        "Vaginal dryness": "vaginal dryness; dry vagina",
        "Hair loss": "hair loss; hair thinning; thinning hair",
        "Brain fog": "brain fog; foggy; forgetful; poor memory; poor concentration",
        "Rash": "rash; itching; itchy",
        "Height loss": "height loss; lost height; shorter; stoop; new stoop; stooped; stooping; hunched",
    }.items()
    for name in names.split("; ")
}

FELT = (PAIN | STIFF | frozenset(SITES) | words(" ".join(OTHER)) | {"upset"}) - FILLERS - words("no not could")
"""Every word that tells of something felt."""

SEVERITY = words(
    """
    mild slight slightly moderate bad badly severe severely terrible awful awfully worst worse better sharp dull
    constant persistent sudden suddenly new burning stabbing shooting chronic acute intense horrible
    unbearable strong strongly weak night nightly lot much again all day everywhere
    """
)
"""Words for how it is; they are kept as a note."""

SEVERE = words(
    "severe severely terrible awful awfully worst horrible unbearable excruciating agonising sudden suddenly acute"
)
NEVER = frozenset({"no", "not", "without", "free", "none", "zero", "gone"})

SEVERE_FROM = 7
"""A score from here on is severe (evidence 3.6, unconfirmed)."""

NERVES = words("weak weakness numb numbness saddle bladder bowel bowels incontinence incontinent tingling tingle")
"""Beside back pain these are an emergency (evidence 10)."""

BACK_AND_NERVES = "back_and_nerves"
OF_THE_LEGS = frozenset({"Weakness", "Tingling"})
"""Of the legs these tell what they mean beside back pain, though the pain was not said in this line."""

FLAG_OF_SITE = {
    "bone_pain": "bone_pain",
    "jaw_pain": "jaw",
    "thigh_hip_pain": "thigh_hip",
}
"""Red flags that stand by any pain of a site (evidence 10)."""

FLAG_OF_OTHER = {
    "Tingling": "low_calcium",
    "Cramps": "low_calcium",
    "Confusion": "low_calcium",
    "Breathlessness": "chest",
    "Painful swallowing": "swallowing",
    "Heartburn": "swallowing",
    "Loose tooth": "jaw",
    "Bare bone": "jaw",
    "Chest tightness": "chest",
    "Numb legs": BACK_AND_NERVES,
    "Saddle numbness": BACK_AND_NERVES,
    "Height loss": "sudden_back_pain",
    "Constipation": "high_calcium",
    "Thirst": "high_calcium",
    "Weak legs": BACK_AND_NERVES,
    "Bladder trouble": BACK_AND_NERVES,
    "Bowel trouble": BACK_AND_NERVES,
}
"""Red flags of other symptoms (evidence 10)."""
