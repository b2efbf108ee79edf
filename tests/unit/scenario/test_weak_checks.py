"""Lint: checks that cannot fail, or that a command which printed nothing would pass."""

from __future__ import annotations

import pytest

from netdocs.scenario.parser import parse
from netdocs.scenario.weak_checks import ABSENCE, BYPASS, CONSTANT, ITSELF, STATUS, weak_checks


def shell(check: str, above: str = "") -> list[str]:
    return list(weak_checks(parse("snippets/a/b.sh", f"# %% one\nls\n{above}# claim c: So.\n{check}\n")))


def python(check: str) -> list[str]:
    return list(weak_checks(parse("snippets/a/b.py", f'"""A."""\n\nx = 1\n# claim c: So.\n{check}\n')))


@pytest.mark.parametrize(
    ("check", "fault"),
    [
        ("true", CONSTANT),
        ("[[ a == b ]]", CONSTANT),
        ("[[ $status == 0 ]]", STATUS),
        ('[[ "$status" -ne 0 ]]', STATUS),
        ("[[ $out == $out ]]", ITSELF),
        ('[[ $out == *"$out"* ]]', ITSELF),
        ("[[ x == y || $(hostname) == $(hostname) ]]", CONSTANT),
        ("[[ $out != *saved* ]]", ABSENCE),
        ("[[ $status != 0 && $out != *saved* ]]", ABSENCE),
        ("[[ -z $(docker ps -q) ]]", ABSENCE),
        ("! docker network rm bridge", ABSENCE),
        ('[[ $(docker ps -q) == "" ]]', ABSENCE),
        ("[[ $out != *a* ]] && ! ping -c 1 b", ABSENCE),
        ("address=${out##* }; [[ $address != a ]]", ABSENCE),
        ("[[ $(sysctl -n net.x) == 0 || $out == *lost* ]]", BYPASS),
    ],
)
def test_what_is_weak_about_a_shell_check(check: str, fault: str) -> None:
    """With its file and line."""
    assert [f"snippets/a/b.sh:4: the check of claim 'c' {fault}"] == shell(check)


@pytest.mark.parametrize(
    "check",
    [
        "[[ $out == web ]]",
        "[[ $out != *a* && $out == *b* ]]",
        "[[ -z $out ]] && ping -c 1 a",
        "[[ $status == 52 || $status == 56 ]]",
        "[[ $status == 28 ]]",
        "[[ $(a) != $(b) ]]",
        "[[ $(awk '$1 != 2 && $2' <<<\"$out\") == 3 ]]",
        '[[ $(grep -c "a || b" <<<"$out") == 2 ]]',
        '[[ $out == "$(docker inspect -f "{{.Id}}" a)" ]]',
        "[[ $out == *refused* || $out == *reset* ]]",
        "[[ -e /sys/class/net/eth0 ]]",
        "grep -q web /etc/hosts",
        "a=1; [[ $out == $a ]]",
    ],
)
def test_a_check_that_a_silent_command_fails_is_left_alone(check: str) -> None:
    """Quoted and substituted operators are none of the check's own."""
    assert not shell(check)


def test_a_check_goes_on_where_its_line_does() -> None:
    """What follows the operator at the end of a line is a term as well."""
    assert not shell("[[ $out != *a* ]] &&\n    [[ $out == *b* ]]")
    assert shell("[[ $out != *a* ]]\n[[ $out == *b* ]]")


def test_the_author_may_say_that_absence_is_the_point() -> None:
    """In a comment right above the claim; one with nothing to say, or elsewhere, does not count."""
    assert not shell("[[ -z $out ]]", above="# control: step zero prints it\n")
    assert shell("[[ -z $out ]]", above="# control:\n")
    assert shell("[[ -z $out ]]", above="# control: step zero prints it\nls\n")


@pytest.mark.parametrize(
    ("check", "fault"),
    [
        ("assert True", CONSTANT),
        ("assert 1 + 1 == 2", CONSTANT),
        ("assert x == x", ITSELF),
        ("assert not x", ABSENCE),
        ('assert "a" not in x', ABSENCE),
        ("assert x == []", ABSENCE),
        ('assert x == ""', ABSENCE),
        ("assert x == {}", ABSENCE),
        ("assert x.code != 0 and not x", ABSENCE),
    ],
)
def test_what_is_weak_about_an_assertion(check: str, fault: str) -> None:
    """In Python the syntax tree is asked."""
    assert [f"snippets/a/b.py:5: the check of claim 'c' {fault}"] == python(check)


@pytest.mark.parametrize(
    "check", ['assert x == "a"', "assert not x and len(x) == 0", "assert x != y", "assert x or not y", "assert f(x)"]
)
def test_an_assertion_that_looks_at_something_is_left_alone(check: str) -> None:
    """Two results that differ are not both empty."""
    assert not python(check)
