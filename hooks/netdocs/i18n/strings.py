"""The strings of one language that the tooling shows, as types; `en.toml` and `ja.toml` have the texts. Pure.

Braces in a text are filled in by `str.format` (or by a script).
"""

from __future__ import annotations

import msgspec

SCRIPT_STRINGS = ("enlarge", "close", "scrollable")
"""Fields of ThemeStrings that scripts show."""


class DiagramStrings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What diagrams say, in the drawing and in their text alternative."""

    container: str
    named_namespace: str
    also_in_namespace: str
    in_host_namespace: str
    host: str
    network: str
    bridge: str
    no_ports: str
    down: str
    overlay: str
    load_balancer: str
    nat: str
    tunnel: str
    published_ports: str
    link_modes: dict[str, str]
    """How a link hangs on its parent: `macvlan bridge`, `ipvlan l2`."""
    display_names: dict[str, str]
    """What machines are called on pages, where that is not their name."""
    lan: str
    wan: str
    title: str
    path_title: str
    alt_text_summary: str
    markdown_title: str
    caption_live: str
    caption_recorded: str
    legend: str
    via_peer: str
    alt_uplink: str
    alt_bridge: str
    alt_unused_bridge: str
    alt_nat: str
    alt_tunnel: str
    alt_host_network: str
    alt_unconnected: str
    alt_sub_interface: str
    alt_published_port: str
    alt_stopped: str
    hop_in: str
    hop_out: str
    hop_outer: str
    in_vxlan: str
    place_container: str
    place_overlay: str
    place_load_balancer: str
    place_ingress: str
    place_netns: str
    path_answered: str
    path_lost: str
    new_source: str
    new_destination: str
    encapsulated: str
    decapsulated: str


class TranslationStrings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of how far each language is."""

    summary: str
    colon: str
    page: str
    state: str
    sections: str
    front_matter: str
    """What comes before a page's first heading."""
    none: str
    states: dict[str, str]
    """By its name in netdocs.page.translation_state."""


class ContentStrings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What blocks, captions, claims and scenario pages say."""

    cli: str
    python: str
    output: str
    caption_live: str
    caption_recorded: str
    full_stop: str
    caption_stale: str
    caption_emulated: str
    emulated: str
    skipped: str
    not_recorded: str
    age_today: str
    age_day: str
    age_days: str
    months: tuple[str, ...]
    """January first."""
    date: str
    seconds: str
    seconds_fewer: str
    scenario_title: str
    scenario_intro: str
    claims_heading: str
    claim: str
    engine: str
    location: str
    page: str
    output_link: str
    outdated: str
    """On a section whose original has changed since; `outdated_link` leads there."""
    outdated_link: str
    in_english: str
    """Beside a sentence that has no translation; empty in English."""
    claims_count: str
    verdict_count: str
    verdict_separator: str
    engine_verdict: str
    engine_verdict_dated: str
    proven: str
    unproven: str
    by_engine: str
    by_engine_intro: str
    engines_differ: str
    recordings_notice: str
    more_lines: str
    annotation: str
    filter: str
    filter_all: str
    try_it: str
    try_it_how: str
    try_it_build: str
    run_locally: str
    run_locally_own: str
    run_locally_machines: str
    run_locally_lab: str
    diagram: DiagramStrings
    translations: TranslationStrings
    verdicts: dict[str, str]
    """What a check's outcome is called, by its name in netdocs.page.claims_table."""


class ThemeStrings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What templates and scripts say that Material for MkDocs has no words for."""

    enlarge: str
    close: str
    scrollable: str
    as_markdown: str
    reading_time: str
    last_changed: str
    last_run: str
    untranslated: str
    not_found: str
    not_found_why: str
    suggestions: str
    all_pages: str
    sections: dict[str, str] = {}
    """Sections of the navigation, by what mkdocs.yml calls them; those not here are called that."""

    def for_scripts(self) -> dict[str, str]:
        """What the page hands to its scripts."""
        return {name: getattr(self, name) for name in SCRIPT_STRINGS}


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All strings of one language: one TOML file."""

    content: ContentStrings
    theme: ThemeStrings


def merged(table: object, fallback: object) -> object:
    """A TOML table with what it lacks taken from another, at every depth."""
    if not isinstance(table, dict) or not isinstance(fallback, dict):
        return table
    return {**fallback, **{key: merged(value, fallback.get(key)) for key, value in table.items()}}
