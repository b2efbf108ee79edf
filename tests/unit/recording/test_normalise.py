"""Normalising: two plays of one truth are equal, two truths are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factories import FINGERPRINT, command, one_step, recording
from netdocs.protocol.snapshot import Capture, Link, Namespace, Snapshot
from netdocs.recording.model import ClaimResult, Recording, StepResult
from netdocs.recording.normalise import Placeholders, normalise, normalise_text

ID, OTHER_ID = "3f1a9c0b2d4e" + "5" * 52, "b7d2e8f01a3c" + "6" * 52


def equal(first: str, second: str) -> bool:
    """Whether two outputs of the same command count as the same."""
    return normalise(one_step("cmd", first)) == normalise(one_step("cmd", second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ID, OTHER_ID),
        (ID[:12], OTHER_ID[:12]),
        (f"sha256:{ID}", f"sha256:{OTHER_ID}"),
        (f"br-{ID[:12]}: <UP>", f"br-{OTHER_ID[:12]}: <UP>"),
        (f'"Id": "{ID}",', f'"Id": "{OTHER_ID}",'),
        ("0k3v2m5q8x1y4z7a6b9c0d1e2", "zk3v2m5q8x1y4z7a6b9c0d1e9"),
        ("sc9ve0v62oio   web   replicated", "vwllqdavhsyy   web   replicated"),
        ("SWMTKN-1-0abc-1def", "SWMTKN-1-9xyz-8uvw"),
        ("link/ether 02:42:ac:11:00:02", "link/ether 9a:5e:00:b1:33:7f"),
        ("inet6 fe80::42:acff:fe11:2/64 scope link", "inet6 fe80::985e:ff:feb1:337f/64 scope link"),
        ("subnet fd5c:11aa:22bb::/64", "subnet fdff:aa11:22bb::/64"),
        ("vethd5a1c3f@if4: <UP>", "veth00ab12c@if12: <UP>"),
        ("5: eth0@if6: <UP>", "11: eth0@if12: <UP>"),
        ("12: docker0: <UP>", "3: docker0: <UP>"),
        ("net:[4026532281]", "net:[4026533001]"),
        ("4026532281 net 2 100 root", "4026533001 net 2 100 root"),
        ("64 bytes from 172.17.0.3: seq=0 ttl=64 time=0.101 ms", "64 bytes from 172.17.0.3: seq=0 ttl=64 time=12.9 ms"),
        ("icmp_seq=1 ttl=64 time<1 ms", "icmp_seq=1 ttl=64 time=3 ms"),
        ("round-trip min/avg/max = 0.1/0.2/0.3 ms", "round-trip min/avg/max = 1.1/2.2/3.3 ms"),
        ("rtt min/avg/max/mdev = 0.1/0.2/0.3/0.1 ms", "rtt min/avg/max/mdev = 1.1/1.2/1.3/2.1 ms"),
        ("1 received, 0% packet loss, time 0ms", "1 received, 0% packet loss, time 1004ms"),
        ("0.0.0.0:32768->80/tcp", "0.0.0.0:32771->80/tcp"),
        ("80/tcp -> [::]:49153", "80/tcp -> [::]:60999"),
        ("[::ffff:192.0.2.50]:38424: GET /", "[::ffff:192.0.2.50]:56420: GET /"),
        ("Created 2026-11-23T22:41:05.123456789Z", "Created 2027-01-02T03:04:05Z"),
        ("2026-11-23 22:41:05 +0000 UTC", "2027-01-02 03:04:05.5 +0100 UTC"),
        ("Up 2 seconds   0.0.0.0", "Up About a minute   0.0.0.0"),
        ("Up Less than a second", "Up 3 hours"),
        ("Running less than a second ago", "Running about a minute ago"),
        ("IP 192.0.2.11.56403 > 192.0.2.12.4789: VXLAN", "IP 192.0.2.11.38001 > 192.0.2.12.4789: VXLAN"),
        ("IP 192.0.2.12.4789 > 192.0.2.11.56403: UDP", "IP 192.0.2.12.4789 > 192.0.2.11.38001: UDP"),
        ("ICMP echo reply, id 30, seq 0, length 64", "ICMP echo reply, id 7, seq 0, length 64"),
        ("ESP(spi=0x0b38c2cd,seq=0x2), length 140", "ESP(spi=0x73f783c9,seq=0x11), length 140"),
        ("bridge: 12.3 Gbit/s, from 9.8 Gbit/s to 13 Gbit/s", "bridge: 1.0 Gbit/s, from 0.5 Gbit/s to 2.2 Gbit/s"),
        ("docker-proxy took 83 ticks", "docker-proxy took 7 ticks"),
        ("valid_lft forever preferred_lft 86398sec", "valid_lft forever preferred_lft 3sec"),
        ("-P INPUT ACCEPT -c 48 2737", "-P INPUT ACCEPT -c 30 1837"),
        (
            "Failed to connect to 192.0.2.11:8080 after 1 ms: Could",
            "Failed to connect to 192.0.2.11:8080 after 0 ms: Could",
        ),
        (f"container:{ID} {{}}", f"container:{OTHER_ID} {{}}"),
        ("NAME    DRIVER\nweb     bridge", "NAME  DRIVER\nweb   bridge"),
    ],
)
def test_what_differs_between_two_plays_is_taken_out(first: str, second: str) -> None:
    """Ids, MACs, times, durations, ports, tokens, device numbers and the width of columns."""
    assert first != second
    assert equal(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("inet 172.17.0.2/16", "inet 172.17.0.3/16"),
        ("inet6 2001:db8:1::11/64", "inet6 2001:db8:1::12/64"),
        ("eth0", "eth1"),
        ("bridge   bridge   local", "mybridge bridge   local"),
        ("link/ether 52:54:00:00:02:0b", "link/ether 52:54:00:00:02:0c"),
        ("link/ether ff:ff:ff:ff:ff:ff", "link/ether 02:42:ac:11:00:02"),
        ("0.0.0.0:8080->80/tcp", "0.0.0.0:8081->80/tcp"),
        ("1 packets transmitted, 1 packets received", "1 packets transmitted, 0 packets received"),
        ("IP 192.0.2.11.4789 > 192.0.2.12.4789: VXLAN", "IP 192.0.2.11.4790 > 192.0.2.12.4789: VXLAN"),
        ("ICMP echo reply, id 30, seq 0, length 64", "ICMP echo reply, id 30, seq 1, length 64"),
        ("ttl=64", "ttl=63"),
        ("mtu 1500", "mtu 1450"),
        ("bad address 'beta'", "bad address 'alpha'"),
        ("a\nb", "b\na"),
        ("pong", ""),
        (f"{ID}\n{ID}", f"{ID}\n{OTHER_ID}"),
        (f"{ID} {OTHER_ID} {ID}", f"{ID} {OTHER_ID} {OTHER_ID}"),
        ("eth0 02:42:ac:11:00:02\neth1 02:42:ac:11:00:02", "eth0 02:42:ac:11:00:02\neth1 02:42:ac:11:00:03"),
    ],
)
def test_what_really_changed_is_kept(first: str, second: str) -> None:
    """Another address, name, count or order, and the same id where another was."""
    assert not equal(first, second)


def test_an_id_is_known_in_each_of_its_forms() -> None:
    """Sixty-four digits, the first twelve of them, a digest and a bridge's name are one id."""
    names = Placeholders()

    assert "<id-1> <id-1> <id-1> br-<id-1> <id-2>" == normalise_text(
        f"{ID} {ID[:12]} sha256:{ID} br-{ID[:12]} {OTHER_ID[:12]}", names
    )


def test_ids_are_known_from_output_to_output() -> None:
    """An id printed by one command and shown by a later one of another step is the same id."""
    same_id = recording(StepResult("a", (), (command("run", ID),)), StepResult("b", (), (command("ps", ID[:12]),)))
    new_id = recording(StepResult("a", (), (command("run", ID),)), StepResult("b", (), (command("ps", OTHER_ID[:12]),)))

    assert normalise(same_id) != normalise(new_id)


@pytest.mark.parametrize("word", ["deadbeefcafe", "123456789012", "abc123", "172.17.0.2", "aa:bb", "ID"])
def test_ordinary_words_stay(word: str) -> None:
    """A word of letters alone, a number, an address: none is an id."""
    assert word == normalise_text(word, Placeholders())


def test_circumstances_are_taken_out() -> None:
    """When, how fast, on which kernel and by which player something was played changes no truth."""
    today = one_step("cmd", "out")
    later = replace(
        one_step("cmd", "out", seconds=9.9),
        version="28.5.9",
        kernel="7.0",
        recorded_at="2027-01-01T00:00:00Z",
        seconds=99.0,
        fingerprint=replace(FINGERPRINT, player="p", image="i"),
    )

    assert normalise(today) == normalise(later)


@pytest.mark.parametrize(
    "changed",
    [
        one_step("cmd", "out", exit_code=1),
        one_step("changed", "out"),
        one_step("cmd", "out", node="docker2"),
        one_step("cmd", "out", truncated_bytes=7),
        replace(one_step("cmd", "out"), fingerprint=replace(FINGERPRINT, scenario="another")),
        replace(one_step("cmd", "out"), skipped_reason="this kernel has no ip_vs"),
        replace(one_step("cmd", "out"), engine="26.1"),
        replace(one_step("cmd", "out"), state_lines=("docker1: network mine bridge local",)),
        replace(one_step("cmd", "out"), claims=(ClaimResult("a", "start", 3, "passed"),)),
    ],
)
def test_facts_are_kept(changed: Recording) -> None:
    """Exit code, command, machine, scenario, claims: a change of any is a change."""
    assert normalise(one_step("cmd", "out")) != normalise(changed)


FRAGMENTS = st.sampled_from(
    [
        ID, ID[:12], OTHER_ID[:12], f"sha256:{OTHER_ID}", "br-3f1a9c0b2d4e", "vethd5a1c3f@if4:", "5: eth0@if6:",
        "02:42:ac:11:00:02", "fe80::1", "fd00::1", "net:[4026532281]", "4026532281", "time=0.1 ms", ", time 3ms",
        "rtt min/avg/max/mdev = 0.1/0.2/0.3/0.1 ms", "0.0.0.0:32768->80/tcp", ":49153", "2026-11-23T22:41:05Z",
        "2 seconds", "About a minute ago", "valid_lft 3sec", "packets 3", "SWMTKN-1-a-b", "\n", " ", "172.17.0.2",
    ]
)  # fmt: skip


@given(st.lists(FRAGMENTS | st.text(max_size=3), max_size=12).map(" ".join))
def test_normalising_twice_changes_nothing_more(output: str) -> None:
    """What is left has nothing volatile in it, and is not taken for something volatile."""
    normalised = normalise(one_step("cmd", output))

    assert normalised == normalise(normalised)


def test_the_verdict_after_a_counter_is_kept() -> None:
    """`nft list ruleset` writes counters before the verdict."""
    assert not equal(
        "oifname docker0 counter packets 3 bytes 252 drop", "oifname docker0 counter packets 5 bytes 9 accept"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2 containers", "3 containers"),
        ("0 packets captured", "5 packets captured"),
        ("64 bytes from 172.17.0.3: seq=0", "1400 bytes from 172.17.0.3: seq=0"),
        ("2001:db8:1::11 dev eth0", "3001:db8:1::11 dev eth0"),
    ],
)
def test_a_number_that_begins_a_line_is_kept(first: str, second: str) -> None:
    """Only `5: eth0` and `@if6` are numbers of devices."""
    assert not equal(first, second)


def test_an_id_may_happen_to_have_no_letter() -> None:
    """A network's id of digits alone is an id, at least where its long form was seen before."""
    assert equal(f"{ID}\n{ID[:12]}", f"{'1' * 12}{'a' * 52}\n{'1' * 12}")


def test_a_picked_port_in_json_is_taken_out() -> None:
    """`docker inspect` writes the port the engine picked as a string of its own."""
    assert equal('"HostPort": "32768"', '"HostPort": "32769"')


def test_the_time_of_a_captured_packet_is_taken_out() -> None:
    """`tcpdump` begins each line with the time of day."""
    assert equal("22:41:05.123456 IP 172.17.0.2 > 172.17.0.3: x", "03:04:05.654321 IP 172.17.0.2 > 172.17.0.3: x")


def test_a_chosen_local_address_is_kept() -> None:
    """Within one subnet, container ::2 is not container ::3."""
    assert not equal("inet6 fd00:cafe::2/64", "inet6 fd00:cafe::3/64")


@pytest.mark.parametrize(
    "output",
    [
        "a" * 64_000,
        "0a" * 32_000,
        "aa:" * 22_000,
        "1" * 64_000,
        "time=" + "1." * 32_000,
        " " * 64_000,
        "fe80::" * 10_000,
    ],
)
@pytest.mark.timeout(5)
def test_hostile_output_is_normalised_in_no_time(output: str) -> None:
    """As much as a recording keeps of one command, made to be slow."""
    assert equal(output, output)


def test_ports_in_a_list_are_taken_out() -> None:
    """lab/agent/engine_state.py writes all bindings of a port in a row."""
    assert equal("80/tcp->0.0.0.0:32768,:::32768", "80/tcp->0.0.0.0:32770,:::32770")


def looked(veth: str, bridge: str, port: str = "veth0") -> Recording:
    """A recording of two steps: one prints names that the engine made up, the other's picture shows them."""
    links = (
        Link(f"br-{bridge}", "bridge", network="mynet"),
        Link(veth, "veth", master=f"br-{bridge}", peer="docker1/alpha eth0"),
    )
    inner = Link("eth0", "veth", addresses=("172.18.0.2/16",), peer=f"docker1 {veth}")
    port_of_overlay = Namespace("docker1/overlay mesh", "docker1", "overlay", (Link(port, "veth", master="br0"),))
    spaces = (
        Namespace("docker1", "docker1", "machine", links),
        Namespace("docker1/alpha", "docker1", "container", (inner,)),
    )
    step = StepResult("start", (), (command("ip link", f"5: {veth}@if4\n6: br-{bridge}"),))
    return recording(step, StepResult("then", (), (), (Capture("picture", Snapshot((*spaces, port_of_overlay))),)))


def test_names_in_a_picture_are_those_in_the_output() -> None:
    """Two plays agree if the same made-up name stands at the same places; and the picture is still one of it."""
    first, second = looked("veth1a2b3c4", "0123456789ab"), looked("veth9f8e7d6", "fedcba987654", "veth1")

    assert normalise(first) == normalise(second)
    assert normalise(first).steps[1].captures[0].network != first.steps[1].captures[0].network


def test_a_made_up_name_of_digits_alone_is_one_too() -> None:
    """A host's cable may be called veth1234567; an overlay's ports veth0, veth1, and those are numbered by chance."""
    assert normalise(looked("veth1234567", "0123456789ab")) == normalise(
        looked("vethabcdefa", "0123456789ab", "veth12")
    )


def test_a_picture_of_another_network_is_another_picture() -> None:
    """A cable that leads elsewhere is no volatile word."""
    recorded = looked("veth1a2b3c4", "0123456789ab")
    step = replace(recorded.steps[0], commands=(command("ip link", "5: veth5555555@if4\n6: br-0123456789ab"),))

    assert normalise(recorded) != normalise(replace(recorded, steps=(step, recorded.steps[1])))


def test_the_order_in_which_interfaces_were_made_may_vary() -> None:
    """Compose makes a project's networks at the same time."""

    def with_networks(*networks: str) -> Recording:
        links = tuple(Link(f"br-{number}23456789abc", "bridge", network=name) for number, name in enumerate(networks))
        look = Capture("picture", Snapshot((Namespace("docker1", "docker1", "machine", links),)))
        return recording(StepResult("up", (), (), (look,)))

    assert normalise(with_networks("back", "front")) == normalise(with_networks("front", "back"))
    assert normalise(with_networks("back", "front")) != normalise(with_networks("back", "side"))


def test_random_names_in_a_sorted_list_have_no_order() -> None:
    """`ls` sorts what Docker named at random: which of two known names comes first means nothing."""
    placeholders = Placeholders()
    normalise_text("veth00ab12c veth11ab12c", placeholders)
    listed = normalise_text("lo\nveth00ab12c\nveth11ab12c\n", placeholders)

    assert normalise_text("lo\nveth11ab12c\nveth00ab12c\n", placeholders) == listed
    assert normalise_text("veth11ab12c\nlo\nveth00ab12c\n", placeholders) != listed


def test_the_networks_of_a_container_have_no_order() -> None:
    """`docker ps` prints them as they come; which ones they are still counts."""
    assert equal("alpha: mynet,garden", "alpha: garden,mynet")
    assert not equal("alpha: mynet,garden", "alpha: garden")


def test_an_end_and_a_reset_are_one_refusal() -> None:
    """Which of them `curl` sees first is chance; what else it says still counts."""
    reset = one_step("cmd", "curl: (56) Recv failure: Connection reset by peer\n", exit_code=56)

    assert normalise(reset) == normalise(one_step("cmd", "curl: (52) Empty reply from server\n", exit_code=52))
    assert normalise(reset) != normalise(one_step("cmd", "curl: (7) Failed to connect\n", exit_code=7))
