"""Three machines with a share each record what one machine records alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from netdocs.recording.model import Recording
from netdocs.recording.normalise import normalise
from netdocs.recording.store import Store
from support import netdocs, project

SCENARIOS = {
    "x/net.sh": (
        "# Net.\n# %% net\ndocker network create mine\n# claim net: It is there.\ndocker network inspect mine\n"
    ),
    "x/net.py": (
        '"""Net."""\nimport docker\n\nclient = docker.from_env()\n\n# %% net\nclient.networks.create("mine")\n'
        '# claim net: It is there.\nassert client.networks.list(names=["mine"])\n'
    ),
    "x/none.sh": "# None.\n# %% none\ndocker ps\n",
    "y/bad.sh": "# Bad.\n# %% bad\nfalse\n",
}

pytestmark = pytest.mark.lab


def recorded(folder: Path) -> dict[str, Recording]:
    store = Store(folder / "recordings")
    entries = {name: store.load("28.5", name) for name in store.names("28.5")}
    return {name: normalise(entry) for name, entry in entries.items() if isinstance(entry, Recording)}


@pytest.mark.usefixtures("client")
def test_shares_make_what_one_machine_makes(tmp_path: Path) -> None:
    """What went well is the same, and so is the report on what did not."""
    single = project(tmp_path / "alone", SCENARIOS)
    shared = tmp_path / "together"
    shutil.copytree(single, shared)
    code, expected = netdocs(single, "record")
    assert code == 1
    codes = [netdocs(shared, "record", "--share", f"{number}/3")[0] for number in (1, 2, 3)]
    assert recorded(shared) == {}
    assert sorted(codes) == [0, 0, 1]
    code, merged = netdocs(shared, "record", "--merge", "shares")

    assert code == 1
    assert {"x/net.py", "x/net.sh", "x/none.sh"} == set(recorded(shared))
    assert recorded(single) == recorded(shared)
    problem = "snippets/y/bad.sh:3: a command failed"
    assert problem in expected
    assert expected[expected.index(problem) :] == merged[merged.index(problem) :]
