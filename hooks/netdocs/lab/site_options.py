"""What a site says of its labs in mkdocs.yml: the `netdocs` block below `plugins`. Effects."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import yaml  # type: ignore[import-untyped]

from netdocs.errors import AuthorError, Diagnostic
from netdocs.lab.engines import DEFAULT_ENGINE, load_engines
from netdocs.lab.isolation import Isolation

CONFIG = "mkdocs.yml"
NAME = "netdocs"
Mode = Literal["auto", "live", "recorded"]
Seconds = Annotated[float, msgspec.Meta(gt=0)]


class SiteOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The block. What it leaves out is as here; NETDOCS_MODE and NETDOCS_ISOLATION say more than it."""

    mode: Mode = "auto"
    engine: str = DEFAULT_ENGINE
    """The series whose output pages show; one of lab/engines.toml."""
    isolation: Isolation = "userns"
    step_seconds: Seconds = 60
    scenario_seconds: Seconds = 300
    dockerfile: str = ""
    """The site's own recipe of lab images, below its folder; empty for the tooling's."""
    untrusted_authors: bool = False
    """Whether pages may hold only files, elements and addresses that do no harm, as on a site of strangers' pages."""


class _Loader(yaml.SafeLoader):  # type: ignore[misc]
    """Reads MkDocs' files, whose tags (`!ENV`, `!!python/name:…`) mean nothing here."""


for prefix in ("!", "tag:yaml.org,2002:python/"):
    _Loader.add_multi_constructor(prefix, lambda *_: None)


def site_options(block: Mapping[str, Any], root: Path, location: str = CONFIG) -> SiteOptions:
    """The options in a block of the site in `root`; AuthorError, naming the key, for what cannot be one."""
    try:
        options = msgspec.convert(dict(block), SiteOptions)
    except msgspec.ValidationError as error:
        expected = ", ".join(SiteOptions.__struct_fields__)
        raise AuthorError(_problem(location, expected, str(error))) from error
    if options.engine not in (engines := load_engines(root)):
        raise AuthorError(_problem(location, f"engine: {', '.join(engines)}", repr(options.engine)))
    return options


def read_site_options(root: Path) -> SiteOptions:
    """The options of the site in this folder. One without a block has hooks of its own, and pages by anybody."""
    block = _block(_config(root).get("plugins") or [])
    return SiteOptions(untrusted_authors=True) if block is None else site_options(block, root)


def documents_folder(root: Path) -> Path:
    """Where the pages are, as MkDocs' `docs_dir` says."""
    return root / str(_config(root).get("docs_dir") or "docs")


def _config(root: Path) -> dict[str, Any]:
    """MkDocs' file; nothing where there is none. AuthorError where it is no YAML."""
    try:
        config = yaml.load((root / CONFIG).read_text(encoding="utf-8"), _Loader)  # noqa: S506  (a SafeLoader)
    except FileNotFoundError:
        return {}
    except yaml.YAMLError as error:
        message, hint = "this is no YAML", "correct it where the message says"
        raise AuthorError(Diagnostic(CONFIG, message, hint, actual=str(error))) from error
    return config if isinstance(config, dict) else {}


def _block(plugins: Any) -> Mapping[str, Any] | None:
    """The block among plugins, if it is there; MkDocs takes them as a mapping or as a list of names and mappings."""
    entries = plugins.items() if isinstance(plugins, Mapping) else map(_entry, plugins)
    return next((block or {} for name, block in entries if name == NAME), None)


def _entry(plugin: Any) -> tuple[Any, Any]:
    """A plugin of a list: its name alone, or a mapping of it to its block."""
    return next(iter(plugin.items())) if isinstance(plugin, Mapping) and plugin else (plugin, None)


def _problem(location: str, expected: str, actual: str) -> Diagnostic:
    message, hint = f"plugins: {NAME}: this cannot be configured so", "correct it; docs/en/contribute/other-sites.md"
    return Diagnostic(location, message, f"{hint} lists the options", expected, actual)
