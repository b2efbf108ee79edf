"""What a scenario or a claim asks of an engine or a kernel: `engine >= 28`, `kernel ip_vs`."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass

KERNEL_FEATURES = ("bridge", "dummy", "esp", "ip_vs", "ipvlan", "macvlan", "vlan", "vxlan")
"""What `# needs: kernel …` may name; lab/inside/world.py knows how to try each."""

_COMPARE = {">=": operator.ge, "<=": operator.le, "==": operator.eq, ">": operator.gt, "<": operator.lt}
_ENGINE = re.compile(r"engine\s*(>=|<=|==|>|<)\s*(\d+(?:\.\d+)?)$")
_KERNEL = re.compile(r"kernel\s+(\S+)$")


@dataclass(frozen=True, slots=True)
class EngineLimit:
    """Which engine versions are meant; compared as far as the limit is written, so 28.5 is `== 28`."""

    compare: str
    version: tuple[int, ...]

    def allows(self, version: str) -> bool:
        """Whether an engine of `version` ("28.5.2+dfsg1", "26.1") is meant."""
        numbers = tuple(int(part) for part in re.findall(r"\d+", version.partition("+")[0]))
        return bool(_COMPARE[self.compare](numbers[: len(self.version)], self.version))

    def __str__(self) -> str:
        return f"engine {self.compare} {'.'.join(map(str, self.version))}"


@dataclass(frozen=True, slots=True)
class KernelFeature:
    """A feature the kernel must have."""

    name: str

    def __str__(self) -> str:
        return f"kernel {self.name}"


Need = EngineLimit | KernelFeature


def need(text: str) -> Need | None:
    """The need written as `text`, or None if it says nothing we know."""
    if found := _ENGINE.match(text.strip()):
        return EngineLimit(found[1], tuple(map(int, found[2].split("."))))
    if (found := _KERNEL.match(text.strip())) and found[1] in KERNEL_FEATURES:
        return KernelFeature(found[1])
    return None


HOW_TO_NEED = (
    f"write `engine >= 28` or `engine < 28.5` (or <=, ==, >) or `kernel NAME`, NAME one of {', '.join(KERNEL_FEATURES)}"
)
