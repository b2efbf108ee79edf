"""Netdocs: pages whose every line of output a real Docker Engine printed.

Three layers, kept apart by a test: `core` (values in, values out), `effects` (labs, recordings on
disk), `wiring` (plan, play or reuse, render). The MkDocs entry files sit beside this package and are
the only ones that import `mkdocs`.
"""
