"""Recordings: what a scenario printed on one engine, kept and compared."""
