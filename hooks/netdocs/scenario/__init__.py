"""Scenarios: the files of snippets/, parsed."""
