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

LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100}
PERFORMANCE = 60
"""Points below which a page has become slow. The aim is 95, and 90 for long pages, which is not reached yet."""
RUNS = {
    "home": ("en/", 5),
    "driver": ("en/drivers/bridge/", 5),
    "proof": ("en/reference/proof/", 5),
    "home-ja": ("ja/", 3),
    "driver-ja": ("ja/drivers/bridge/", 3),
}
"""What is measured, and how often: a page in another language differs only by its text and fonts."""
CACHE = ROOT / ".cache" / "lighthouse"


def measure(url: str, report: Path) -> dict[str, float]:
    """The scores of one run, in points; its report is kept for a person to look at."""
    flags = " ".join(["--headless=new", *FLAGS])
    words = [url, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    code, printed = run("lighthouse/cli/index.js", *words, environ={**os.environ, "CHROME_PATH": chromium_path()})
    assert code == 0, printed
    report_data: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return {name: round(category["score"] * 100) for name, category in report_data["categories"].items()}


@pytest.mark.timeout(1800)  # the proof page's 20,000 elements take Lighthouse up to two minutes a run
@pytest.mark.parametrize("name", RUNS)
def test_lighthouse(root: str, name: str) -> None:
    """The median of a few runs. The reports stay below .cache/lighthouse."""
    CACHE.mkdir(parents=True, exist_ok=True)
    url, times = RUNS[name]
    least = {"performance": PERFORMANCE, **LEAST}
    runs = [measure(root + url, CACHE / f"{name}-{number}.json") for number in range(times)]
    scores = {kind: median(run[kind] for run in runs) for kind in least}
    (CACHE / f"{name}.txt").write_text(f"{scores} of {runs}\n", encoding="utf-8")

    assert {kind: score for kind, score in scores.items() if score < least[kind]} == {}, runs
