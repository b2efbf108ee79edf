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


def test_a_python_reply_that_is_none_is_passed_over(play: Play) -> None:
    """What a statement writes into the pipe of replies is neither its own reply nor the next one's."""
    writing = (
        "for end in range(3, 256):\n    try:\n        os.write(end, b'{}\\0')\n    except OSError:\n        pass\n"
    )
    check = "# claim mine: It is false.\nassert 1 == 2\n"
    text = f'"""Garbage."""\nimport os, time\n# %% all\n{writing}time.sleep(0.5)\n{check}'
    outcome = play(text, "py", step_seconds=120)

    assert [problem.message for problem in outcome.problems] == ["claim 'mine' is false on engine 28.5"]


def test_the_agents_programs_are_its_own(play: Play) -> None:
    """A machine whose `ip` tells lies does not change what a picture is drawn from."""
    lie = "for path in $(type -ap ip nsenter); do printf '#!/bin/sh\\nexit 1\\n' >$path; done"
    outcome = play(f"# Lies.\n# %% all [picture]\n{lie}\n# fails\nip address\n", step_seconds=120)

    assert outcome.problems == ()
    assert outcome.recording is not None
    (capture,) = outcome.recording.steps[-1].captures
    assert capture.network is not None
    assert "192.0.2.11/24" in str(capture.network)


ENGINE = """
import os, socket
os.unlink("/lab/state/socket/docker1")
server = socket.socket(socket.AF_UNIX)
server.bind("/lab/state/socket/docker1")
server.listen(50)
while True:
    client, _ = server.accept()
    client.recv(65536)
    client.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nContent-Length: 3\\r\\n\\r\\n[1]")
    client.close()
"""
"""Answers like an engine that has gone mad."""


def test_an_engine_that_is_none_ends_the_scenario(play: Play) -> None:
    """What it answers is no reason to end with a traceback."""
    lines = f"cat >/tmp/engine <<'END'\n{ENGINE}END\nsetsid python3 /tmp/engine >/dev/null 2>&1 &\nsleep 1\n"
    assert "cannot be drawn" in stopped(play, f"# Answers.\n# %% all [picture]\n{lines}")


def test_a_pipe_in_the_place_of_a_namespace_keeps_nobody_waiting(play: Play) -> None:
    """Opening it would; what is no namespace is left out of the picture."""
    text = "# Waits.\n# %% all [picture]\nmkdir -p /run/netns\nmkfifo /run/netns/pipe\ntouch /run/netns/file\n"
    outcome = play(text, step_seconds=60)

    assert outcome.problems == ()
    assert outcome.recording is not None
    (capture,) = outcome.recording.steps[-1].captures
    assert "netns" not in str(capture.network)


def test_who_takes_every_process_ends_only_itself(play: Play) -> None:
    """The agent cannot start what it needs for the next step, and says so with the step's line."""
    taking = "import os, time\nwhile True:\n    if not os.fork(): time.sleep(600)\n"
    lines = f"cat >/tmp/take <<'END'\n{taking}END\n# fails\npython3 /tmp/take 2>/dev/null\n"
    assert "itself ended" in stopped(play, f"# Takes.\n# %% all\n{lines}# %% next\nfor i in 1; do\n:\ndone\n")


def test_who_stops_its_shell_runs_out_of_time(play: Play) -> None:
    """Also where the next command is longer than the pipe to the shell."""
    long = "x" * 70 + "\n"
    text = f"# Stops.\n# %% all\n(sleep 1; kill -STOP $$) & sleep 0.5\n: '{long * 1500}'\n: '{long * 1500}'\nsleep 1\n"
    outcome = play(f"{text}: '{long * 1500}'\n", step_seconds=10)

    assert outcome.timed_out
    assert "ran out of time" in outcome.problems[0].message
