"""Reads `locale/LANGUAGE/claims.po`, the gettext catalogue of what scenarios say. Effects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from netdocs.errors import AuthorError, Diagnostic
from netdocs.i18n.messages import MessageCounts, Messages


def catalogue_path(root: Path, language: str) -> Path:
    """Where a language's messages are."""
    return root / "locale" / language / "claims.po"


def read_catalog(root: Path, language: str) -> Catalog:
    """The catalogue as it stands, empty where there is no file; AuthorError if it cannot be read."""
    path = catalogue_path(root, language)
    if not path.exists():
        return Catalog(locale=language)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        location = f"{path.relative_to(root).as_posix()}:{getattr(error, 'lineno', None) or 1}"
        hint = "mend it by hand, or take the committed file back with git"
        raise AuthorError(Diagnostic(location, "this is no gettext catalogue", hint, actual=str(error))) from error


def read_messages(root: Path, language: str) -> Messages:
    """What is translated; what is marked fuzzy was written for another sentence and is left out."""
    catalog = read_catalog(root, language)
    translated = (message for message in catalog if message.id and message.string and not message.fuzzy)
    return Messages({(message.context or "", str(message.id)): str(message.string) for message in translated})


def message_counts(catalog: Catalog, messages: Iterable[tuple[str, str]]) -> MessageCounts:
    """How much of what is said now, by context and English text, the catalogue has."""
    contexts = {message.context for message in catalog if message.id and message.string}
    counts = Counter(_status(catalog, context, text, contexts) for context, text in dict.fromkeys(messages))
    return MessageCounts(counts["translated"], counts["changed"], counts["missing"])


def _status(catalog: Catalog, context: str, text: str, contexts: set[str | None]) -> str:
    message = catalog.get(text, context=context)
    if message and message.string:
        return "changed" if message.fuzzy else "translated"
    return "changed" if context in contexts else "missing"
