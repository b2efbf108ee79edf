"""Wiring: plan, play or reuse, render."""
