"""What editors, dev containers and pre-commit read: current, well-formed, and calling what is here."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml  # type: ignore[import-untyped]

from netdocs.recording.format import json_schema
from support import ROOT

SCHEMA = ROOT / "schemas" / "recording.json"
RECORDINGS = [
    *sorted((ROOT / "recordings").rglob("*.json"))[::20],
    *sorted(ROOT.glob("examples/*/recordings/*/*/*.json")),
]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def read(name: str) -> Any:
    return json.loads((ROOT / name).read_text(encoding="utf-8"))


def test_the_committed_schema_is_that_of_this_code() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == json_schema(), "run `make schemas`"


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_recordings_fit_the_schema(path: Path) -> None:
    """And what has a field too many does not."""
    content = json.loads(path.read_text(encoding="utf-8"))
    schema = read("schemas/recording.json")
    jsonschema.validate(content, schema)

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**content, "recording": {**content["recording"], "mood": "good"}}, schema)


def test_editors_find_schema_and_tools() -> None:
    settings = read(".vscode/settings.json")

    for mapping in settings["json.schemas"]:
        assert (ROOT / mapping["url"]).is_file()
        assert all(list(ROOT.glob(pattern.lstrip("/"))) for pattern in mapping["fileMatch"])
    assert all((ROOT / folder).is_dir() for folder in settings["python.analysis.extraPaths"])
    assert read(".vscode/extensions.json")["recommendations"]


def test_the_dev_container_makes_what_is_there() -> None:
    """Labs need a privileged container with an engine in it."""
    container = read(".devcontainer/devcontainer.json")

    assert container["privileged"]
    assert any("docker-in-docker" in feature for feature in container["features"])
    for target in re.findall(r"make (\w+)", container["postCreateCommand"]):
        assert re.search(rf"(?m)^{target}:", MAKEFILE), target


def test_labels_that_forms_give_are_listed() -> None:
    """Each with a colour and what it means."""
    labels = yaml.safe_load((ROOT / ".github/labels.yml").read_text(encoding="utf-8"))
    forms = [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")
    ]

    assert {label for form in forms for label in form.get("labels", ())} <= {label["name"] for label in labels}
    assert all(re.fullmatch(r"[0-9a-f]{6}", str(label["color"])) and label["description"] for label in labels)


def test_pre_commit_calls_what_make_check_calls() -> None:
    """Local hooks only: nothing is downloaded, and there is no second list of versions."""
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    entries = [hook["entry"].split()[0] for hook in repository["hooks"]]

    assert repository["repo"] == "local"
    assert {hook["language"] for hook in repository["hooks"]} == {"system"}
    for entry in entries:
        assert entry == "make" or f"$(VENV)/{Path(entry).name}" in MAKEFILE, entry


def test_the_shell_hook_passes_on_what_make_check_does_not_read() -> None:
    """`pre-commit run --all-files` takes every shell script of the repository, `make check` those that it lists."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    (hook,) = (hook for hook in hooks if hook["id"] == "shell")
    (patterns,) = re.findall(r"(?m)^SHELL_SCRIPTS := (.+)$", MAKEFILE)
    listed = {path for pattern in patterns.split() for path in ROOT.glob(pattern)}
    paths = [path for folder in ("hooks", "lab", "tests", ".ci") for path in (ROOT / folder).rglob("*.sh")]
    scripts = [
        path.relative_to(ROOT).as_posix()
        for path in paths
        if path not in listed and not re.search(hook["exclude"], path.relative_to(ROOT).as_posix())
    ]
    argv = [str(Path(sys.executable).with_name("shellcheck")), "--severity=warning", *scripts]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)

    assert scripts, "the scaffold's script at least"
    assert not done.returncode, done.stdout
