"""The web page of `server`: it greets, and says from which address it was asked."""

from __future__ import annotations

import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Page(BaseHTTPRequestHandler):
    """One page for every path."""

    def do_GET(self) -> None:
        """Answer with the visitor's address, IPv4 written as such."""
        visitor = self.client_address[0].removeprefix("::ffff:")
        body = f"Hello from example.com. You come from {visitor}.\n".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """IPv4 and IPv6 on one socket."""

    address_family = socket.AF_INET6


Server(("::", 80), Page).serve_forever()
