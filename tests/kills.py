"""`make kills`: end `make site` and `make record` at random moments, and see that nothing is left and all goes on.

Of a build that was killed (SIGKILL), labs and temporary files may be left until the next one starts. SIGTERM and SIGINT
leave nothing, whether the whole group gets them, as from Ctrl-C, or make alone.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netdocs.lab import outer_engine
from netdocs.recording import store
from netdocs.recording.model import Recording
from netdocs.recording.store import Store
from support import ROOT, project

ENDING_SECONDS = 5
SCENARIOS = {
    "kills/one.sh": "# One.\n# %% one\ndocker network ls\n",
    "kills/two.sh": "# Two.\n# %% two\ndocker run -d --rm --name one busybox sleep 60\ndocker rm -f one\n",
    "kills/three.py": '"""Three."""\nimport docker\n# %% three\nprint(len(docker.from_env().networks.list()))\n',
}


@dataclass(frozen=True, slots=True)
class Kill:
    """One end to try."""

    verb: str
    after: float
    """Seconds from the start."""
    number: signal.Signals
    whole_group: bool

    def __str__(self) -> str:
        return f"{self.number.name} to {'all of' if self.whole_group else 'the make alone of'} `make {self.verb}`"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was seen of it."""

    seconds: float
    """Until the last process had gone."""
    labs: int
    temporary: int
    faults: tuple[str, ...]


def start(folder: Path, verb: str) -> subprocess.Popen[str]:
    """`make site` or `make record` in a project, with this interpreter's packages."""

    def as_at_a_terminal() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)

    return subprocess.Popen(
        ["make", "--assume-old=.venv/site", f"VENV={Path(sys.executable).parent}", verb],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=as_at_a_terminal,  # noqa: PLW1509  (no other thread is here)
    )


def run(folder: Path, verb: str) -> tuple[float, str]:
    """How long it took, and what it printed if it failed."""
    began = time.monotonic()
    with start(folder, verb) as process:
        printed, _ = process.communicate()
    return time.monotonic() - began, printed if process.returncode else ""


def change(folder: Path, number: int) -> None:
    """Let every scenario be played by the next build."""
    for name, text in SCENARIOS.items():
        (folder / "snippets" / name).write_text(f"{text}# change {number}\n", encoding="utf-8")


def labs(client: Any) -> list[str]:
    """The labs of this program's projects."""
    leftovers = client.api.containers(all=True, filters={"label": "netdocs.lab"})
    return [lab["Id"] for lab in leftovers if lab["Labels"].get("netdocs.scenario", "").startswith("kills/")]


def temporary(folder: Path) -> list[Path]:
    """Files that were being written."""
    return [path for name in (".cache", "recordings") for path in (folder / name).rglob(f"*{store.TEMPORARY}")]


def damaged(folder: Path) -> Iterator[str]:
    """Recordings that are not whole."""
    for recordings in (Store(folder / ".cache" / "plays"), Store(folder / "recordings")):
        for name in recordings.names("28.5"):
            entry = recordings.load("28.5", name)
            if entry and not isinstance(entry, Recording):
                yield str(entry)


def end(kill: Kill, folder: Path, client: Any) -> Outcome:
    """Start it, end it, and see what is left."""
    with start(folder, kill.verb) as process:
        time.sleep(kill.after)
        busy = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
        began = time.monotonic()
        (os.killpg if kill.whole_group else os.kill)(process.pid, kill.number)
        printed, _ = process.communicate()  # until the last process that has its output is gone
    seconds = time.monotonic() - began
    faults = [*damaged(folder)]
    labs_left, files = labs(client), temporary(folder)
    # Python that is interrupted while it still imports prints where; nothing of ours has begun then.
    if "Traceback" in printed and "KeyboardInterrupt" not in printed:
        faults.append(printed)
    if seconds > ENDING_SECONDS * busy:
        faults.append(f"it ended after {seconds:.1f} s")
    if kill.number != signal.SIGKILL:
        faults += [f"left: {path}" for path in files]
        faults += ["left: a lab"] if not all_labs_end(client, 20 * busy) else []
    return Outcome(seconds, len(labs_left), len(files), tuple(faults))


def all_labs_end(client: Any, seconds: float) -> bool:
    """Whether no lab is left after a while: the engine goes on removing when the build is over."""
    limit = time.monotonic() + seconds
    while labs(client):
        if time.monotonic() > limit:
            return False
        time.sleep(0.2)
    return True


def go_on(folder: Path, client: Any) -> Iterator[str]:
    """What is wrong with the next build: it must work, and remove what was left."""
    for path in temporary(folder):  # as if its time were over
        os.utime(path, (0, 0))
    for verb in ("site", "record"):
        _, printed = run(folder, verb)
        if printed:
            yield f"the next `make {verb}` failed:\n{printed}"
    yield from damaged(folder)
    yield from (f"left after the next build: {path}" for path in temporary(folder))
    if not all_labs_end(client, 20):
        yield "left after the next build: a lab"
    if not (folder / "site" / "en" / "index.html").is_file():
        yield "there is no site"


def plan(times: int, seconds: dict[str, float], dice: random.Random) -> Iterator[Kill]:
    """As many ends, evenly over what can be ended and how, at any moment of a run."""
    kinds = [
        (verb, number, group)
        for verb in ("site", "record")
        for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
        for group in (True, False)
    ]
    dice.shuffle(kinds)
    for count in range(times):
        verb, number, group = kinds[count % len(kinds)]
        yield Kill(verb, dice.uniform(0.2, seconds[verb]), number, group)


def main() -> int:
    """Try as many as asked for; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="netdocs-kills-"))
    try:
        with closing(outer_engine.require_engine(ROOT, os.environ)) as client:
            return try_all(arguments.times, arguments.seed, project(folder / "p", SCENARIOS), client)
    finally:
        shutil.rmtree(folder)


def try_all(times: int, seed: int, folder: Path, client: Any) -> int:
    """End builds of a project in a temporary folder, print what was seen, and count the faults."""
    shutil.copy(ROOT / "Makefile", folder)
    seconds = {}
    for verb in ("site", "record"):
        seconds[verb], printed = run(folder, verb)
        if printed:
            print(printed)
            return 1
    print(f"seed {seed}; undisturbed: " + ", ".join(f"make {verb} {took:.1f} s" for verb, took in seconds.items()))
    leftovers, faults = Counter[str](), 0
    longest: dict[str, float] = {}
    for number, kill in enumerate(plan(times, seconds, random.Random(seed)), 1):  # noqa: S311  (moments, not secrets)
        change(folder, number)
        outcome = end(kill, folder, client)
        wrong = [*outcome.faults, *go_on(folder, client)]
        faults += bool(wrong)
        leftovers += Counter({"labs": outcome.labs, "temporary files": outcome.temporary})
        longest[kill.number.name] = max(longest.get(kill.number.name, 0), outcome.seconds)
        print(
            f"{number}/{times} {kill} after {kill.after:.1f} s: gone in {outcome.seconds:.1f} s, labs: {outcome.labs}"
        )
        print("".join(f"  FAULT: {fault}\n" for fault in wrong), end="", flush=True)
    print("longest: " + ", ".join(f"{name} {took:.1f} s" for name, took in sorted(longest.items())))
    print(f"left at the end of a run: {dict(leftovers)}; {faults} of {times} with a fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
