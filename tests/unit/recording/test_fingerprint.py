"""Keys: equal as long as nothing that could change an output has changed."""

from __future__ import annotations

from netdocs.recording.fingerprint import digest, fingerprint, player_digest
from netdocs.scenario.parser import parse


def test_a_digest_is_the_texts() -> None:
    """Text is taken as UTF-8, whatever its line ends; bytes are taken as they are."""
    assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" == digest("abc")
    assert digest("a\nb") == digest("a\r\nb")
    assert digest("ä") == digest("ä".encode())
    assert digest(b"a\nb") != digest(b"a\r\nb")


def test_the_players_digest_knows_names_and_contents() -> None:
    """A file renamed or changed makes another player; the order in which files are found does not."""
    files = {"a.py": b"1", "b.py": b"2"}

    assert player_digest(files) == player_digest(dict(reversed(files.items())))
    assert player_digest(files) != player_digest({"a.py": b"2", "b.py": b"1"})
    assert player_digest(files) != player_digest({"a.py": b"1", "c.py": b"2"})


def test_a_key_changes_with_scenario_player_and_image() -> None:
    """Each of the three makes a recording stale, and nothing else does: not the scenario's name."""
    scenario, changed = parse("snippets/a/b.sh", "true\n"), parse("snippets/a/b.sh", "false\n")

    assert fingerprint(scenario, "player", "image") == fingerprint(
        parse("snippets/c/d.sh", "true\n"), "player", "image"
    )
    assert 4 == len(
        {
            fingerprint(scenario, "p", "i"),
            fingerprint(changed, "p", "i"),
            fingerprint(scenario, "q", "i"),
            fingerprint(scenario, "p", "j"),
        }
    )
