"""What a scenario or a claim asks of an engine or a kernel: `engine >= 28`, `kernel ip_vs`. Pure."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass

KERNEL_FEATURES = ("br_netfilter", "bridge", "dummy", "esp", "ip_vs", "ipvlan", "macvlan", "vlan", "vxlan")
"""What `# needs: kernel …` may name; lab/agent/network.py knows how to try each."""

_COMPARE = {">=": operator.ge, "<=": operator.le, "==": operator.eq, ">": operator.gt, "<": operator.lt}
# `engine >= 28`, `engine == 28.5`
_ENGINE = re.compile(r"engine\s*(>=|<=|==|>|<)\s*(\d{1,4}(?:\.\d{1,4})?)$")
# `kernel ipvlan`
_KERNEL = re.compile(r"kernel\s+(\S+)$")


@dataclass(frozen=True, slots=True)
class EngineConstraint:
    """Which engine versions are meant; compared as far as the limit is written, so 28.5 is `== 28`."""

    comparison: str
    version: tuple[int, ...]

    def allows(self, version: str) -> bool:
        """Whether an engine of `version` ("28.5.2+dfsg1", "26.1") is meant."""
        # What Debian adds behind a + is no part of the version: 28.5.2+dfsg4
        numbers = tuple(int(number) for number in re.findall(r"\d+", version.partition("+")[0]))
        return bool(_COMPARE[self.comparison](numbers[: len(self.version)], self.version))

    def __str__(self) -> str:
        return f"engine {self.comparison} {'.'.join(map(str, self.version))}"


@dataclass(frozen=True, slots=True)
class KernelFeature:
    """A feature the kernel must have."""

    name: str

    def __str__(self) -> str:
        return f"kernel {self.name}"


Requirement = EngineConstraint | KernelFeature


def parse_requirement(text: str) -> Requirement | None:
    """The need written as `text`, or None if it says nothing we know."""
    if match := _ENGINE.match(text.strip()):
        return EngineConstraint(match[1], tuple(map(int, match[2].split("."))))
    if (match := _KERNEL.match(text.strip())) and match[1] in KERNEL_FEATURES:
        return KernelFeature(match[1])
    return None


REQUIREMENT_SYNTAX = (
    f"write `engine >= 28` or `engine < 28.5` (or <=, ==, >) or `kernel NAME`, NAME one of {', '.join(KERNEL_FEATURES)}"
)
