"""Lighthouse, as on a phone with a slow connection: how fast, how accessible, how well made."""

from __future__ import annotations

import json
import os
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from browsing import FLAGS, chromium_path, run
from support import ROOT

LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 5
KEPT = ROOT / ".cache" / "lighthouse"


def measure(url: str, report: Path) -> dict[str, float]:
    """The scores of one run, in points; its report is kept for a person to look at."""
    flags = " ".join(["--headless=new", *FLAGS])
    words = [url, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    code, printed = run(
        "lighthouse/cli/index.js", *words, environ={**os.environ, "CHROME_PATH": chromium_path()}
    )
    assert code == 0, printed
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return {name: round(one["score"] * 100) for name, one in found["categories"].items()}


@pytest.mark.parametrize("url", ["", "drivers/bridge/", "reference/proof/"], ids=["home", "driver", "proof"])
def test_lighthouse(address: str, url: str) -> None:
    """The median of five runs. The reports stay below .cache/lighthouse."""
    KEPT.mkdir(parents=True, exist_ok=True)
    name = url.strip("/").replace("/", "-") or "home"
    runs = [measure(address + url, KEPT / f"{name}-{number}.json") for number in range(RUNS)]
    scores = {kind: median(run[kind] for run in runs) for kind in LEAST}
    (KEPT / f"{name}.txt").write_text(f"{scores} of {runs}\n", encoding="utf-8")

    assert {kind: score for kind, score in scores.items() if score < LEAST[kind]} == {}, runs
