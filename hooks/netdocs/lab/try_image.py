"""The image to try a lab in: the lab image, with the scenarios and a terminal for a reader. Effects."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

import docker

from netdocs.lab import image
from netdocs.lab.isolation import WORLD_ROOT
from netdocs.lab.payload import archive_of, lab_payload
from netdocs.lab.settings import Settings
from netdocs.lab.tooling import PACKAGE, lab_folder
from netdocs.lab.try_command import image_tag
from netdocs.lab.try_picture import picture_files

RECIPE = "lab/tryit/Dockerfile"
FILES = (".py", ".bash", ".txt")
LAUNCHER_MODULES = (
    "netdocs/errors.py",
    "netdocs/terminal.py",
    "netdocs/lab/__init__.py",
    "netdocs/lab/isolation.py",
    "netdocs/lab/raw_terminal.py",
)
"""What the container's first process needs of this package besides what a lab gets."""
STORY_MODULE = "netdocs/protocol/story.py"


def tryit_folder(root: Path) -> Path:
    """Where the terminal's own code is."""
    return lab_folder(root) / "tryit"


def build_try_image(client: docker.DockerClient, settings: Settings, name: str, stories: dict[str, str]) -> str:
    """Build the image for the settings' engine with these stories (JSON, by scenario); its tag."""
    root, engine = settings.root, settings.engine
    lab_image = image.ensure_lab_image(client, root, engine, settings.dockerfile, settings.docker_packages)
    base = client.images.get(lab_image).tags[0]
    recipe = image.Dockerfile(RECIPE, (tryit_folder(root) / "Dockerfile").read_text(encoding="utf-8"))
    tag = image_tag(name, engine)
    before = image.image_id(client, tag)
    image.build(client, recipe, tag, {"LAB": base}, context_files(root, stories))
    if before and before != image.image_id(client, tag):
        with suppress(docker.errors.APIError):  # in use
            client.images.remove(before)
    return tag


def context_files(root: Path, stories: dict[str, str]) -> bytes:
    """What the recipe copies, as a tar archive; equal files make equal bytes."""
    terminal = [path for path in sorted(tryit_folder(root).iterdir()) if path.suffix in FILES]
    shared = {f"tryit/{path.name}": path.read_bytes() for path in terminal}
    shared[STORY_MODULE] = (PACKAGE.parent / STORY_MODULE).read_bytes()
    payload = lab_payload(root) | shared | picture_files()
    launcher = {name: (PACKAGE.parent / name).read_bytes() for name in LAUNCHER_MODULES}
    outside = {path: data for path, data in (payload | launcher).items() if not path.startswith("agent/")}
    inside = {path: data for path, data in payload.items() if not path.startswith("supervisor/")}
    inside |= {f"stories/{name}.json": text.encode() for name, text in sorted(stories.items())}
    inside |= _tasks(root, stories)
    recipe = {"Dockerfile": ((tryit_folder(root) / "Dockerfile").read_bytes(), 0)}
    placed = {f"lab/{path}": (data, 0) for path, data in outside.items()}
    return archive_of(recipe | placed | {f"machine/{path}": (data, WORLD_ROOT) for path, data in inside.items()})


def _tasks(root: Path, stories: Collection[str]) -> dict[str, bytes]:
    """What is asked of a reader in the scenarios of snippets/tasks, as far as they are among the stories."""
    files = sorted((root / "snippets" / "tasks").glob("*.toml"))
    return {f"tasks/{file.name}": file.read_bytes() for file in files if f"tasks/{file.stem}" in stories}
