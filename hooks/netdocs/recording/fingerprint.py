"""When a recording is fresh: digests of everything that could change what a play prints. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from netdocs.recording.model import Fingerprint
from netdocs.scenario.model import Scenario


def digest(data: str | bytes) -> str:
    """SHA-256 of text (as UTF-8, any line ends taken as newlines) or bytes, in hexadecimal."""
    raw = data.replace("\r\n", "\n").encode() if isinstance(data, str) else data
    return hashlib.sha256(raw).hexdigest()


def player_digest(files: Mapping[str, bytes]) -> str:
    """One digest over the files that play a scenario, by name."""
    return digest("\n".join(f"{name} {digest(files[name])}" for name in sorted(files)))


def fingerprint(scenario: Scenario, player: str, image: str) -> Fingerprint:
    """What a play of this scenario, by this player, in this image depends on."""
    return Fingerprint(digest(scenario.text), player, image)
