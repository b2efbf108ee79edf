"""What the container of a lab is started with, and how a refusal is told."""

from __future__ import annotations

import errno
import json
import socket

import pytest

from netdocs.errors import AuthorError
from netdocs.lab import isolation
from netdocs.lab.settings import from_environ
from supervisor import world
from support import ROOT

PROFILE = json.loads((ROOT / "lab" / "seccomp.json").read_text(encoding="utf-8"))


def test_the_supervisor_runs_first() -> None:
    """What a lab runs is run by the supervisor, in a world."""
    assert isolation.command("userns", ["x"]) == ["python3", "-m", "supervisor", "userns", "x"]


def test_an_isolated_lab_is_filtered() -> None:
    """A filter and no new privileges; the engine's masks stay."""
    options = isolation.host_config("userns", "PROFILE")["security_opt"]
    assert "seccomp=PROFILE" in options
    assert "no-new-privileges" in options
    assert "MaskedPaths" not in isolation.without_masks("userns", {})


def test_without_isolation_an_engine_gets_what_it_needs() -> None:
    """As before there were user namespaces."""
    assert "seccomp=unconfined" in isolation.host_config("none", "PROFILE")["security_opt"]
    assert isolation.without_masks("none", {})["MaskedPaths"] == []


def test_the_world_sees_all_but_the_supervisor() -> None:
    """The supervisor's files are outside the machines' root."""
    assert isolation.place("supervisor/world.py") == ("lab/supervisor/world.py", 0)
    assert isolation.place("agent/run.py") == ("machine/lab/agent/run.py", isolation.WORLD_ROOT)


def test_three_places_agree_on_the_worlds_ids() -> None:
    """The image's files, the payload's and the map."""
    recipe = (ROOT / "lab" / "Dockerfile").read_text(encoding="utf-8")
    assert f"--chown={world.BASE}:{world.BASE} " in recipe
    assert isolation.WORLD_ROOT == world.BASE


def test_a_refusal_says_what_to_do() -> None:
    """Only the supervisor's own complaint is one."""
    error = isolation.refusal("no user namespace: No space left on device\n")
    assert error is not None
    assert "ISOLATION=none" in str(error)
    assert "No space left on device" in str(error)
    assert isolation.refusal("the lab could not be built") is None


def test_isolation_is_read_from_the_environment() -> None:
    """Isolated unless told otherwise; a value that is not there is named."""
    assert from_environ(ROOT, {}).isolation == "userns"
    assert from_environ(ROOT, {"NETDOCS_ISOLATION": "none"}).isolation == "none"
    assert from_environ(ROOT, {"NETDOCS_ISOLATION": "vm"}).isolation == "vm"
    with pytest.raises(AuthorError, match="NETDOCS_ISOLATION"):
        from_environ(ROOT, {"NETDOCS_ISOLATION": "chroot"})


def test_every_rule_of_the_filter_has_its_reason() -> None:
    """A call without a reason does not get in."""
    assert PROFILE["defaultAction"] == "SCMP_ACT_ERRNO"
    assert all(len(rule["comment"]) > 20 for rule in PROFILE["syscalls"])


@pytest.mark.parametrize(
    "name", ["bpf", "perf_event_open", "io_uring_setup", "userfaultfd", "kexec_load", "syslog", "open_by_handle_at"]
)
def test_the_filter_refuses(name: str) -> None:
    """Calls through which much of the kernel is reached, and which no lab needs."""
    assert name not in {call for rule in PROFILE["syscalls"] for call in rule["names"]}


def test_no_module_is_loaded_by_asking_for_a_socket() -> None:
    """The families that a lab is made of, each by its number; every other is refused before the kernel looks for it."""
    rules = [rule for rule in PROFILE["syscalls"] if "socket" in rule["names"]]
    families = (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET)

    assert [[(0, family, "SCMP_CMP_EQ")] for family in families] == [
        [(arg["index"], arg["value"], arg["op"]) for arg in rule["args"]] for rule in rules
    ]
    assert all(rule["args"] for rule in PROFILE["syscalls"] if "socketpair" in rule["names"])


def test_there_are_no_keys() -> None:
    """As on a kernel without them, which every runc can do without."""
    (rule,) = (rule for rule in PROFILE["syscalls"] if "keyctl" in rule["names"])

    assert (rule["action"], rule["errnoRet"]) == ("SCMP_ACT_ERRNO", errno.ENOSYS)
    assert {"add_key", "request_key"} <= {*rule["names"]}
