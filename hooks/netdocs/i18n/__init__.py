"""Everything the tooling says to readers, by language."""
