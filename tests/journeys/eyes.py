"""Reads and presses the real window through the accessibility tree, as a screen reader does.

Run with the system's Python (it has pyatspi): one JSON command a line in, one JSON answer a line out.
"""

import json
import sys
import time

import pyatspi

POLL_SECONDS = 0.05
STATES = {
    "showing": pyatspi.STATE_SHOWING,
    "focused": pyatspi.STATE_FOCUSED,
    "checked": pyatspi.STATE_CHECKED,
    "enabled": pyatspi.STATE_ENABLED,
    "active": pyatspi.STATE_ACTIVE,
}


def program(pid):
    """The application of that process, or None while it is not there yet."""
    for app in pyatspi.Registry.getDesktop(0):
        try:
            if app is not None and app.get_process_id() == pid:
                return app
        except Exception:  # an application that is leaving answers with whatever it likes
            continue
    return None


def walk(node):
    """Every accessible thing below `node`, itself first."""
    yield node
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield from walk(child)


def said(node):
    """What a screen reader would say of it: its name, and its text where it has one."""
    name = node.name or ""
    try:
        text = node.queryText().getText(0, -1)
    except NotImplementedError:
        text = ""
    return name, text


def labels_of(node):
    """What the labels say that belong to a thing: a combo box is named by its choice, and asked for by its label."""
    found = []
    for relation in node.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            found += [relation.getTarget(index).name for index in range(relation.getNTargets())]
    return " ".join(found)


def role_of(node):
    """The name of its role; newer versions of AT-SPI call a push button a button."""
    name = node.getRoleName()
    return "push button" if name == "button" else name


def describe(node):
    """Role, name, text, description and states of a thing."""
    name, text = said(node)
    held = node.getState()
    return {
        "role": role_of(node),
        "name": name,
        "text": text,
        "description": node.description or "",
        "label": labels_of(node),
        "states": [word for word, state in STATES.items() if held.contains(state)],
    }


def matches(node, wish):
    """Whether a thing is showing and is what was asked for."""
    try:
        if not node.getState().contains(pyatspi.STATE_SHOWING):
            return False
        if "state" in wish and not node.getState().contains(STATES[wish["state"]]):
            return False
        if "role" in wish and role_of(node) != wish["role"]:
            return False
        name, text = said(node)
        if "name" in wish and name != wish["name"]:
            return False
        return (
            "has" not in wish or wish["has"] in name or wish["has"] in text or wish["has"] in (node.description or "")
        )
    except Exception:  # it went away while we looked: then it is not what we want
        return False


def find(pid, wish, patience):
    """The first thing that matches, waiting so many seconds for it; None when it does not come."""
    deadline = time.monotonic() + patience
    while True:
        app = program(pid)
        if app is not None:
            try:
                for node in walk(app):
                    if matches(node, wish):
                        return node
            except Exception:
                pass  # the tree changed under us: look again
        if time.monotonic() > deadline:
            return None
        time.sleep(POLL_SECONDS)


def tree(pid):
    """Every showing thing that has a name or a text."""
    app = program(pid)
    told = []
    for node in walk(app) if app is not None else ():
        try:
            if node.getState().contains(pyatspi.STATE_SHOWING):
                told.append(describe(node))
        except Exception:
            continue
    return told


def longest_wait(pid, seconds):
    """Asks the window something small again and again for so many seconds; the longest it took to answer, in seconds.

    Only its event loop can answer: while it is busy or waits for anything, the question waits, too.
    """
    window = next(node for node in walk(program(pid)) if node.getRoleName() == "frame")
    longest, end = 0.0, time.monotonic() + seconds
    while (asked := time.monotonic()) < end:
        window.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        longest = max(longest, time.monotonic() - asked)
        time.sleep(POLL_SECONDS / 10)
    return longest


def act(command):
    """Do one command and answer it."""
    if command["do"] == "tree":
        return {"tree": tree(command["pid"])}
    if command["do"] == "wait":
        return {"found": longest_wait(command["pid"], command["patience"])}
    wish = {**command.get("wish", {}), **({"state": "enabled"} if command["do"] == "press" else {})}
    node = find(command["pid"], wish, command.get("patience", 10))
    if node is None:
        return {"found": None}
    if command["do"] == "press":
        action = node.queryAction()
        names = [action.getName(i).lower() for i in range(action.nActions)]
        wanted = next((i for i, name in enumerate(names) if name in ("press", "toggle", "check", "showmenu")), 0)
        answer = describe(node)
        action.doAction(wanted)
        return {"found": answer}
    if command["do"] == "write":
        node.queryEditableText().setTextContents(command["text"])
    if command["do"] == "focus":
        node.queryComponent().grabFocus()
    return {"found": describe(node)}


def main():
    """Answer commands until the input ends."""
    for line in sys.stdin:
        try:
            answer = act(json.loads(line))
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
