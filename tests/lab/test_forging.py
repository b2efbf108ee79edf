"""A scenario is root of its own world, and the agent that tells how it went is out of its reach."""

from __future__ import annotations

from support import Play, outputs

WRITER = r"""
import glob, os, subprocess, sys
data, spare = sys.argv[1].encode().decode("unicode_escape").encode("latin-1") * int(sys.argv[2]), sys.argv[3] == "spare"

def link(path):
    try:
        return os.readlink(path)
    except OSError:
        return ""

own = {link(path) for path in glob.glob(f"/proc/{os.getppid()}/fd/*") + glob.glob(f"/proc/{os.getpid()}/fd/*")}

def write(path):
    if spare and link(path) in own:
        return
    try:
        end = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        os.set_blocking(end, False)
        os.write(end, data)
    except OSError:
        pass

def seen():
    return [open(path).read().replace("\0", " ") for path in glob.glob("/proc/[0-9]*/cmdline")]

processes = seen()
for path in glob.glob("/proc/[0-9]*/fd/*"):
    write(path)
subprocess.run(["umount", "-l", "/proc"], check=True)
processes += seen()
for path in glob.glob("/proc/[0-9]*/fd/*"):
    write(path)
print(sum("-m agent" in one or "-m supervisor" in one for one in processes), "players among", len(processes) > 10)
"""
"""Writes its first argument, so many times over, to every descriptor of every process it can see, also below /proc."""

EVENT = '{"event": "ClaimChecked", "id": "mine", "step": "all", "first": 1, "last": 1, "status": "passed"}'


def attack(data: str, times: int = 1, *, spare: bool = False) -> str:
    """A command of a scenario that runs WRITER; `spare`: leave out the pipes of the scenario's own shell."""
    python = f"python3 /tmp/writer '{data}' {times} {'spare' if spare else 'all'}"
    return f"cat >/tmp/writer <<'END'\n{WRITER}END\nunshare --mount {python}\n"


def stopped(play: Play, text: str) -> str:
    """The message of a play that gave no recording, and blames the scenario by file and line."""
    outcome = play(text, step_seconds=120)
    (problem,) = outcome.problems
    assert outcome.recording is None
    assert problem.location.startswith("snippets/test/case.sh:")
    assert "Traceback" not in str(problem)
    return problem.message


def test_a_forged_event_arrives_nowhere(play: Play) -> None:
    """Neither the agent nor the supervisor is to be seen, and what is written elsewhere changes no verdict."""
    event = EVENT.replace('"', r"\x22")
    text = f"# Forges.\n# %% all\n{attack(event + chr(92) + 'n', spare=True)}# claim mine: It is false.\nfalse\n"
    outcome = play(text, step_seconds=120)

    assert [problem.message for problem in outcome.problems] == ["claim 'mine' is false on engine 28.5"]
    assert outcome.recording is not None
    assert outcome.recording.steps[-1].commands[-1].output == "0 players among True\n"


def test_the_agent_cannot_be_traced(play: Play) -> None:
    """Whose memory can be opened, which takes what tracing takes: others of the world, but nobody who plays it."""
    opening = 'for p in /proc/[0-9]*; do : 2>/dev/null 3<>$p/mem && tr "\\0" " " <$p/cmdline; echo; done'
    text = f"# Traces.\n# %% all\nunshare --mount bash -c 'umount -l /proc; {opening}' 2>/dev/null\n"
    (output,) = outputs(play(text, step_seconds=120))

    assert "dnsmasq" in output
    assert not [line for line in output.splitlines() if "-m agent" in line or "-m supervisor" in line]


def test_who_kills_everybody_ends_only_itself(play: Play) -> None:
    """`kill -9 -1` reaches the machine's own processes."""
    assert "itself ended" in stopped(play, "# Kills.\n# %% all\nkill -STOP -1; kill -9 -1\nkill -9 $$\n")


def test_a_line_without_an_end_ends_the_scenario(play: Play) -> None:
    """200 MB in the place of a reply are left unread beyond a limit."""
    flood = "head -c 200000000 /dev/zero | tr '\\0' x"
    text = f"# Floods.\n# %% all\nfor end in /proc/$$/fd/*; do ({flood} >$end) & done; wait\n"
    assert "itself ended" in stopped(play, text)


def test_bytes_in_the_place_of_a_reply_change_no_verdict(play: Play) -> None:
    """Neither JSON nor UTF-8, in every pipe there is: what is no reply is passed over."""
    garbage = attack(chr(92) + "xff{[" + chr(92) + "x00")
    outcome = play(f"# Garbage.\n# %% all\n{garbage}# claim mine: It is false.\nfalse\n", step_seconds=120)

    assert [problem.message for problem in outcome.problems] == ["claim 'mine' is false on engine 28.5"]


def test_a_python_reply_that_is_none_ends_the_scenario(play: Play) -> None:
    """A statement that writes into the pipe of replies is told with its line."""
    writing = (
        "for end in range(3, 256):\n    try:\n        os.write(end, b'\\xff{[\\0')\n    except OSError:\n        pass\n"
    )
    outcome = play(f'"""Garbage."""\n# %% all\nimport os\n{writing}', "py", step_seconds=120)
    (problem,) = outcome.problems

    assert outcome.recording is None
    assert problem.location.startswith("snippets/test/case.py:")
    assert "itself ended" in problem.message


def test_the_agents_programs_are_its_own(play: Play) -> None:
    """A machine whose `ip` tells lies does not change what a picture is drawn from."""
    lie = "for path in $(type -ap ip nsenter); do printf '#!/bin/sh\\nexit 1\\n' >$path; done"
    outcome = play(f"# Lies.\n# %% all [picture]\n{lie}\n# fails\nip address\n", step_seconds=120)

    assert outcome.problems == ()
    assert outcome.recording is not None
    (capture,) = outcome.recording.steps[-1].captures
    assert capture.network is not None
    assert "192.0.2.11/24" in str(capture.network)
