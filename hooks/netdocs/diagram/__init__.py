"""Diagrams: a network or a packet's path as SVG, from recorded state."""
