"""Following a packet: where it was seen, in order, with the addresses it had there."""

from __future__ import annotations

from netdocs.protocol.snapshot import PacketTrace
from support import Play


def traced(play: Play, text: str, request: str) -> PacketTrace:
    """The way that was seen at the end of step `all`, in a play without problems."""
    outcome = play(text)
    assert outcome.problems == ()
    assert outcome.recording is not None
    record = outcome.recording.step("all")
    capture = record.capture(request) if record else None
    assert capture is not None
    assert capture.trace is not None
    return capture.trace


def places(trace: PacketTrace) -> list[str]:
    return [f"{hop.namespace} {hop.interface} {hop.source}>{hop.destination}" for hop in trace.hops]


def test_a_ping_goes_out_under_the_hosts_address(play: Play) -> None:
    """Through the cable and the bridge, then with another source; an answer comes back."""
    request = "path alpha example.com"
    trace = traced(
        play, f"# Out.\n# nodes: server\n# %% all [{request}]\ndocker run -dit --name alpha busybox\n", request
    )
    port = trace.hops[1].interface

    assert trace.answered
    assert places(trace) == [
        "docker1/alpha eth0 172.17.0.2>203.0.113.10",
        f"docker1 {port} 172.17.0.2>203.0.113.10",
        "docker1 docker0 172.17.0.2>203.0.113.10",
        "docker1 eth0 192.0.2.11>203.0.113.10",
        "router eth0 192.0.2.11>203.0.113.10",
        "router eth1 192.0.2.11>203.0.113.10",
        "server eth0 192.0.2.11>203.0.113.10",
    ]
    assert port.startswith("veth")


def test_a_connection_to_a_published_port_is_sent_on(play: Play) -> None:
    """The host puts the container's address and port in place of its own."""
    request = "path client 192.0.2.11:8080"
    text = f"""# In.
# nodes: client
# %% all [{request}]
docker run -dit --name alpha -p 8080:80 busybox httpd -f -p 80
until curl -s -o /dev/null http://192.0.2.11:8080; do sleep 0.05; done
"""
    trace = traced(play, text, request)

    assert trace.answered
    assert places(trace)[:2] == [
        "client eth0 192.0.2.50>192.0.2.11:8080",
        "docker1 eth0 192.0.2.50>192.0.2.11:8080",
    ]
    assert places(trace)[-1] == "docker1/alpha eth0 192.0.2.50>172.17.0.2:80"


def test_a_packet_that_is_lost_is_followed_to_where_it_was(play: Play) -> None:
    """Without a route the LAN's router gets it, and nobody else."""
    request = "path client 198.51.100.7"
    trace = traced(play, f"# Lost.\n# nodes: client\n# %% all [{request}]\ntrue\n", request)

    assert not trace.answered
    assert places(trace) == ["client eth0 192.0.2.50>198.51.100.7", "router eth0 192.0.2.50>198.51.100.7"]


def test_where_nothing_leaves_the_play_fails(play: Play) -> None:
    """There is nothing to draw; the author is told what the command said."""
    outcome = play("# None.\n# %% all [path hermit 192.0.2.1]\ndocker run -dit --name hermit --network none busybox\n")
    (problem,) = outcome.problems

    assert problem.location == "snippets/test/case.sh:2"
    assert "Network is unreachable" in problem.actual


def test_following_leaves_nothing_behind(play: Play) -> None:
    """No process, no interface, no rule is there afterwards that was not before."""
    text = """# Clean.
# %% all [path alpha 192.0.2.1]
docker run -dit --name alpha busybox
before=$(ps -eo comm | sort; ls /sys/class/net; iptables-save | grep -v '^[#:]')
# %% after
[[ $(ps -eo comm | sort; ls /sys/class/net; iptables-save | grep -v '^[#:]') == "$before" ]]
"""
    assert play(text).problems == ()
