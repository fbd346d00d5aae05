"""Writes packaging/requirements*.txt from pyproject.toml: every package pinned, every file by its hash, no addresses.

They hold for Linux, macOS and Windows and for every Python from 3.11 on, as far as the packages do.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

HEADER = """\
# Pinned packages and the hashes of their files, {purpose}.
# Written from pyproject.toml by `make locks`; do not edit.
"""

OPTIONS = (
    "--quiet",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--only-binary=:all:",
    "--no-header",
    "--no-annotate",
    # `coverage[toml]` stays so: older pips hold a package asked for with an extra to a pin of that very name.
    "--no-strip-extras",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--upgrade",
)


def renew(root: Path, variables: Mapping[str, str]) -> int:
    """Writes both locks with the newest packages pyproject.toml allows; answers 1 and changes nothing if it cannot."""
    with tempfile.TemporaryDirectory(prefix="bonecoach-locks-") as folder:
        scratch = Path(folder)
        python = scratch / "tools" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        run, test = scratch / "requirements.txt", scratch / "requirements-test.txt"
        project = root / "pyproject.toml"
        compile_: list[str | Path] = [python, "-m", "uv", "pip", "compile", *OPTIONS, project]
        steps: tuple[list[str | Path], ...] = (
            [sys.executable, "-m", "venv", scratch / "tools"],
            [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "uv"],
            [*compile_, "-o", run],
            # The packages for testing hold those for running, pinned alike: one of the two files is enough to install.
            [*compile_, "--group", f"{project}:test", "-c", run, "-o", test],
        )
        for step in steps:
            if subprocess.run(step, env=variables, stdout=subprocess.DEVNULL, check=False).returncode != 0:
                print("The locks could not be written and stay as they are; what went wrong stands above.")
                return 1
        for made, purpose in ((run, "for running BoneCoach"), (test, "for running and testing BoneCoach")):
            text = HEADER.format(purpose=purpose) + made.read_text(encoding="utf-8")
            (root / "packaging" / made.name).write_text(text, encoding="utf-8")
    return 0
