"""What is installed is what was locked: versions and digests for every package, and no check turned off."""

from __future__ import annotations

import json
import re

import pytest

from support import ROOT

UNCHECKED = re.compile(
    r"trusted=yes|allow-unauthenticated|AllowInsecure|no-check-gpg|no-check-certificate|curl[^|\n]*\|\s*(?:ba)?sh"
)
RECIPES = ("Makefile", "lab/Dockerfile", "lab/docker-packages.Dockerfile", "lab/emulated/Dockerfile", "lab/engine",
           "lab/make-venv", "tests/setup", "hooks/netdocs/lab/image.py")  # fmt: skip


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_python_package_has_a_version_and_digests(name: str) -> None:
    """Pip refuses what has another digest; an index in the file would send it elsewhere."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry and not entry.startswith("#")]

    assert len(entries) > 10
    assert [] == [
        entry for entry in entries if not re.match(r"[a-z0-9.-]+==\S+.*\\\n {4}--hash=sha256:[0-9a-f]{64}", entry)
    ]


def test_every_npm_package_has_a_version_and_a_digest() -> None:
    """Npm refuses what has another; no entry says where to load it from."""
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name: package for name, package in packages.items() if name}

    assert len(locked) > 10
    assert [] == [
        name
        for name, package in locked.items()
        if "version" not in package or "sha512-" not in package.get("integrity", "")
    ]
    assert [] == [name for name, entry in locked.items() if "resolved" in entry]


@pytest.mark.parametrize("name", RECIPES)
def test_no_recipe_turns_a_check_off(name: str) -> None:
    """Debian's archive has no digest to pin: apt and mmdebstrap verify its signature, and the hashes below it."""
    assert not UNCHECKED.search((ROOT / name).read_text(encoding="utf-8"))
