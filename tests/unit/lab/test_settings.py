"""Settings: everything a build can be told, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from netdocs.errors import AuthorError
from netdocs.lab.settings import Settings, from_environ

ROOT = Path("/project")


@pytest.mark.parametrize(
    ("environ", "mode"),
    [
        ({}, "auto"),
        ({"NETDOCS_MODE": ""}, "auto"),
        ({"NETDOCS_MODE": "auto"}, "auto"),
        ({"NETDOCS_MODE": "live"}, "live"),
        ({"NETDOCS_MODE": "recorded", "OTHER": "x"}, "recorded"),
    ],
)
def test_the_mode_comes_from_the_environment(environ: dict[str, str], mode: str) -> None:
    """Nothing said means auto."""
    assert mode == from_environ(ROOT, environ).mode


@pytest.mark.parametrize("mode", ["fast", "LIVE", " live", "record"])
def test_an_unknown_mode_is_refused(mode: str) -> None:
    """A slip of the pen must not build something else."""
    with pytest.raises(AuthorError) as caught:
        from_environ(ROOT, {"NETDOCS_MODE": mode})

    (problem,) = caught.value.problems
    assert ("auto, live, recorded", repr(mode)) == (problem.expected, problem.actual)


def test_what_is_committed_and_what_is_cached_are_apart() -> None:
    """Plays of this machine never land among the committed recordings."""
    settings = Settings(ROOT, "auto")

    assert ROOT / "recordings" == settings.recordings
    assert ROOT / ".cache" / "plays" == settings.plays


@pytest.mark.parametrize("value", ["", "x", "1.5", "9" * 30, "-" + "9" * 17])
def test_a_date_that_is_none_is_refused(value: str) -> None:
    """MkDocs would end with a traceback when it makes the first page."""
    with pytest.raises(AuthorError, match="this is no time"):
        from_environ(ROOT, {"SOURCE_DATE_EPOCH": value})


def test_a_date_is_taken() -> None:
    """The control."""
    assert from_environ(ROOT, {"SOURCE_DATE_EPOCH": "1700000000"}).mode == "auto"
