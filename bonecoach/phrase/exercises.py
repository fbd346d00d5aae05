"""Single exercises of a strength session by their everyday names."""

from __future__ import annotations

_EXERCISES = {
    "squat": "squats; air squats; body-weight squats; goblet squat; goblet squats; front squats; back squats",
    "wall squat": "wall squats; wall sit; wall sits",
    "lunge": "lunges; reverse lunges; side lunges; walking lunges; split squats",
    "deadlift": "deadlifts; dead lift; dead lifts; romanian deadlifts; rdl",
    "press-up": "press-ups; press up; press ups; push-up; push-ups; pushup; pushups; push up; push ups; knee push-ups",
    "wall press-up": "wall press-ups; wall push-ups; wall push ups; wall pushups; wall press ups",
    "sit to stand": "sit-to-stand; sit-to-stands; sit to stands; chair stand; chair stands; chair squats; chair rises",
    "heel raise": "heel raises; calf raise; calf raises; calf-raises; heel-raises; toe stands; heel lifts",
    "step-up": "step-ups; step up; step ups; stepups",
    "bridge": "bridges; glute bridge; glute bridges; hip bridge; hip bridges; hip thrust; hip thrusts",
    "plank": "planks; side plank; side planks",
    "bicep curl": "bicep curls; biceps curl; biceps curls; curls; arm curls; hammer curls; dumbbell curls",
    "triceps extension": "triceps extensions; tricep extensions; triceps dips; tricep dips; dips; tricep kickbacks",
    "overhead press": "overhead presses; presses; band presses; shoulder press; shoulder presses; military press",
    "bench press": "bench; bench presses; chest press; chest presses; floor press",
    "row": "rows; seated row; seated rows; dumbbell row; dumbbell rows; bent over rows; band rows; cable rows",
    "lat pulldown": "lat pulldowns; pulldown; pulldowns; lat pull-downs; pull-downs",
    "pull-up": "pull-ups; pull ups; pullups; chin-ups; chin ups",
    "leg press": "leg presses",
    "leg extension": "leg extensions; knee extension; knee extensions; quad extensions",
    "leg curl": "leg curls; hamstring curl; hamstring curls",
    "leg raise": "leg raises; side leg raises; hip abductions; hip abduction; clamshells; hip extensions",
    "back extension": "back extensions; supermans; superman; bird dog; bird dogs; prone back lifts",
    "lateral raise": "lateral raises; side raises; front raises",
    "chest fly": "chest flys; chest flies; flyes; dumbbell flys; reverse flys",
    "face pull": "face pulls; band pull aparts; pull aparts",
    "kettlebell swing": "kettlebell swings; kb swings",
    "farmer's carry": "farmers carry; farmer's walk; farmers walk; loaded carry; loaded carries",
    "grip squeeze": "grip squeezes; hand grips; hand gripper; ball squeezes",
    "sit-up": "sit-ups; sit ups; situps; crunches; crunch; curl-ups; curl ups; ab curls",
}

_BY_NAME = {
    name.strip().replace("-", " "): exercise
    for exercise, names in _EXERCISES.items()
    for name in (exercise, *names.split(";"))
}


def exercise_named(words: str) -> str | None:
    """The exercise that is called so, in the singular ("squats" is "squat"); None when none is."""
    return _BY_NAME.get(words.replace("-", " "))


def exercise_names() -> tuple[str, ...]:
    """Every exercise by its plainest name."""
    return tuple(_EXERCISES)
