"""A web server on this machine that answers as each path says, and a way to it for hosts that only tests know."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.intake.office_files import portable_file

PUBLIC = "93.184.215.14"
STORY = "La halle de Saint-Avel a rouvert samedi matin, après deux ans de travaux, en présence de la maire."
PAGE = (
    f"<html><head><title>La halle rouvre</title></head><body><article><h1>La halle de Saint-Avel rouvre</h1><p>{STORY}"
    "</p><p>Les commerçants attendent maintenant leurs clients, avec des animations tous les samedis du mois.</p>"
    "<p>Le chantier a coûté 3,5 M€ à la commune, qui l’a payé sans emprunt, selon le maire adjoint.</p></article>"
    "</body></html>"
)
CERTIFICATE = Path(__file__).parent / "journal_exemple.pem"

Answer = tuple[int, dict[str, str], bytes]
_HTML = {"Content-Type": "text/html; charset=utf-8"}
ANSWERS: dict[str, Answer] = {
    "/page": (200, _HTML, PAGE.encode()),
    "/%C3%A9t%C3%A9?q=%C3%A9": (200, _HTML, PAGE.encode()),
    "/texte": (200, {"Content-Type": "text/plain; charset=iso-8859-15"}, f"{STORY} Prix : 3 €.".encode("iso8859-15")),
    "/note.pdf": (200, {"Content-Type": "application/octet-stream"}, portable_file([[STORY[:60], STORY[60:]]])),
    "/mensonge": (200, {"Content-Type": "application/pdf"}, PAGE.encode()),
    "/photo": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/sans-type": (200, {}, b"\x89PNG"),
    "/packed": (200, {**_HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/bomb": (200, {**_HTML, "Content-Encoding": "gzip"}, gzip.compress(bytes(60_000_000))),
    "/cut-pack": (200, {**_HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())[:-20]),
    "/strange": (200, {**_HTML, "Content-Encoding": "br"}, b"x"),
    "/short": (200, {**_HTML, "Content-Length": "90000"}, PAGE.encode()),
    "/large": (200, {**_HTML, "Content-Length": "10000000000"}, b"x"),
    "/cookie": (302, {"Location": "/page", "Set-Cookie": "a=b"}, b""),
    "/moved": (301, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/to-loopback": (302, {"Location": "http://127.0.0.1/"}, b""),
    "/to-metadata": (302, {"Location": "//169.254.169.254/latest"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to-port": (307, {"Location": "http://journal.exemple:22/"}, b""),
    "/to-user": (308, {"Location": "http://a:b@journal.exemple/"}, b""),
    "/to-inside": (302, {"Location": "http://intranet.exemple/"}, b""),
    "/nowhere": (302, {}, b""),
    "/gone": (404, _HTML, b""),
    "/paid": (403, _HTML, b""),
    "/broken": (500, _HTML, b""),
}


@dataclass
class WebServer:
    """The running server, what it was asked, and a resolver and a connector that lead to it."""

    port: int
    stopped: threading.Event
    numbers: dict[str, Sequence[str]] = field(default_factory=lambda: {"intranet.exemple": ["10.0.0.7"]})
    resolved: list[str] = field(default_factory=list)
    connected: list[tuple[str, int]] = field(default_factory=list)
    requests: list[dict[str, str]] = field(default_factory=list)

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """The public address that stands for every host, but for those of `numbers`."""
        self.resolved.append(host)
        return self.numbers.get(host, [PUBLIC])

    def connect(self, number: str, port: int, timeout_s: float) -> socket.socket:
        """A connection to the server, whatever address was checked."""
        self.connected.append((number, port))
        return socket.create_connection(("127.0.0.1", self.port), timeout_s)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.web.requests.append(
            {"path": self.path, **{key.lower(): value for key, value in self.headers.items()}}
        )
        self.close_connection = True
        try:
            self._answer()
        except OSError:
            return  # the client hung up, as it should

    def _answer(self) -> None:
        if self.path == "/noise":
            self.wfile.write(b"\x00\x01 no HTTP\r\n\r\n")
        elif self.path in ("/drops", "/slow-head"):
            self._drop_by_drop()
        elif self.path == "/endless":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            while not self.server.web.stopped.is_set():
                self.wfile.write(b"<p>encore</p>" * 10_000)
        else:
            status, headers, content = ANSWERS[self.path]
            self.send_response(status)
            for key, value in {"Content-Length": str(len(content)), **headers}.items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(content)

    def _drop_by_drop(self) -> None:
        head = b"" if self.path == "/slow-head" else b"\r\nContent-Type: text/html\r\n\r\n"
        self.wfile.write(b"HTTP/1.1 200 OK" + head)
        while not self.server.web.stopped.wait(0.05):
            self.wfile.write(b"x")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    web: WebServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hangs up, or that trusts no certificate."""


@contextmanager
def web_server(*, tls: bool = False) -> Iterator[WebServer]:
    """A server for the time of a test, with a certificate for journal.exemple where `tls`."""
    server = _Server(("127.0.0.1", 0), _Handler)
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.web = WebServer(server.server_address[1], threading.Event())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.web
    finally:
        server.web.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
