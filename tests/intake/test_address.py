"""Web addresses as sources: public ones only, pinned, bounded, and named for what went wrong."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.errors import SourceError
from assistant.i18n import INTERFACE_LANGUAGES, describe
from assistant.intake.address import read_address
from assistant.intake.public_addresses import is_public, parse_address
from tests.intake.web_server import CERTIFICATE, PUBLIC, STORY, WebServer, web_server

HOSTILE = Path(__file__).parents[2] / "../shared/data/hostile/ssrf.json"
SITE = "http://journal.exemple"


@pytest.fixture
def web() -> Iterator[WebServer]:
    with web_server() as server:
        yield server


def refusal(web: WebServer, url: str, *, timeout_s: float = 15.0) -> str:
    with pytest.raises(SourceError) as caught:
        read_address(url, resolve=web.resolve, connect=web.connect, timeout_s=timeout_s)
    for language in INTERFACE_LANGUAGES:
        assert describe(caught.value, language).endswith(".")
    return caught.value.code


def no_socket(number: str, port: int, timeout_s: float) -> socket.socket:
    raise AssertionError(f"a socket was opened to {number}")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (f"{SITE}/page#suite", "/page"),
        (f"{SITE}/moved", "/page"),
        (f"{SITE}/packed", "/packed"),
        (f" {SITE}:80/été?q=é ", "/%C3%A9t%C3%A9?q=%C3%A9"),
    ],
)
def test_a_page_becomes_a_source_named_by_its_final_address(web: WebServer, url: str, path: str) -> None:
    source = read_address(url, resolve=web.resolve, connect=web.connect).source
    assert source.title == "La halle de Saint-Avel rouvre"
    assert STORY in source.body
    assert source.name == SITE + path


@pytest.mark.parametrize(("path", "end"), [("/texte", "Prix : 3 €."), ("/note.pdf", STORY[-20:])])
def test_texts_and_files_are_read_too(web: WebServer, path: str, end: str) -> None:
    source = read_address(SITE + path, resolve=web.resolve, connect=web.connect).source
    assert end in f"{source.title} {source.body}"


def test_a_host_is_resolved_once_and_the_checked_address_is_the_one_connected_to(web: WebServer) -> None:
    read_address(f"{SITE}/page", resolve=web.resolve, connect=web.connect)
    assert web.resolved == ["journal.exemple"]
    assert web.connected == [(PUBLIC, 80)]


def test_a_host_that_changes_its_address_for_a_redirect_is_refused(web: WebServer) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    with pytest.raises(SourceError) as caught:
        read_address(f"{SITE}/moved", resolve=lambda host, port: next(answers), connect=web.connect)
    assert caught.value.code == "address-not-public"
    assert web.connected == [(PUBLIC, 80)]


def test_one_private_address_among_several_is_enough_to_refuse(web: WebServer) -> None:
    web.numbers["journal.exemple"] = [PUBLIC, "192.168.1.1"]
    assert refusal(web, f"{SITE}/page") == "address-not-public"
    assert web.connected == []


def test_no_cookie_goes_along_and_no_proxy_is_asked(web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    read_address(f"{SITE}/cookie", resolve=web.resolve, connect=web.connect)
    assert [request["path"] for request in web.requests] == ["/cookie", "/page"]
    assert all("cookie" not in request and "authorization" not in request for request in web.requests)
    assert web.requests[0]["host"] == "journal.exemple"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/to-loopback", "address-not-public"),
        ("/to-metadata", "address-not-public"),
        ("/to-inside", "address-not-public"),
        ("/to-file", "address-scheme"),
        ("/to-port", "address-port"),
        ("/to-user", "address-credentials"),
        ("/loop", "address-redirects"),
        ("/nowhere", "address-bad-answer"),
        ("/gone", "address-missing"),
        ("/paid", "address-refused"),
        ("/broken", "address-failing"),
        ("/photo", "address-type"),
        ("/sans-type", "image-file"),
        ("/mensonge", "not-of-its-type"),
        ("/large", "address-too-large"),
        ("/endless", "address-too-large"),
        ("/bomb", "address-too-large"),
        ("/cut-pack", "address-bad-answer"),
        ("/short", "address-bad-answer"),
        ("/strange", "address-bad-answer"),
        ("/noise", "address-bad-answer"),
    ],
)
def test_what_is_no_page_is_refused_for_its_reason(web: WebServer, path: str, code: str) -> None:
    assert refusal(web, SITE + path) == code
    assert {number for number, _ in web.connected} == {PUBLIC}


@pytest.mark.parametrize("path", ["/drops", "/slow-head"])
def test_slow_drops_do_not_prolong_the_time(web: WebServer, path: str) -> None:
    assert refusal(web, SITE + path, timeout_s=0.4) == "address-slow"


def test_a_slow_resolver_ends_with_the_time(web: WebServer) -> None:
    def never(host: str, port: int) -> list[str]:
        web.stopped.wait(20)
        return [PUBLIC]

    with pytest.raises(SourceError) as caught:
        read_address(f"{SITE}/page", resolve=never, connect=web.connect, timeout_s=0.1)
    assert caught.value.code == "address-slow"


def test_an_unknown_host_and_a_closed_door_are_told_apart() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    def closed(number: str, port: int, timeout_s: float) -> socket.socket:
        raise ConnectionRefusedError

    with pytest.raises(SourceError, match="address-unknown"):
        read_address(SITE, resolve=unknown, connect=no_socket)
    with pytest.raises(SourceError, match="address-unreachable"):
        read_address(SITE, resolve=lambda host, port: [PUBLIC], connect=closed)


def test_a_certificate_must_be_one_for_the_host() -> None:
    with web_server(tls=True) as web:
        context = ssl.create_default_context(cafile=str(CERTIFICATE))

        def read(host: str, tls: ssl.SSLContext | None) -> str:
            return read_address(f"{host}/page", resolve=web.resolve, connect=web.connect, tls=tls).source.name

        assert read("journal.exemple", context) == "https://journal.exemple/page"
        for host, tls in (("journal.exemple", None), ("autre.exemple", context)):
            with pytest.raises(SourceError, match="address-certificate"):
                read(host, tls)


@pytest.mark.parametrize("setting", ["off", "OFF", "0"])
def test_reading_addresses_can_be_switched_off(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERTITRE_FETCH", setting)
    with pytest.raises(SourceError, match="address-off"):
        read_address(SITE, resolve=lambda host, port: [PUBLIC], connect=no_socket)


@pytest.mark.parametrize("arguments", [["intake", f"{SITE}/"], ["intake", "http://127.0.0.1/"]])
def test_the_command_line_reads_addresses(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INTERTITRE_FETCH", "off")
    assert main(arguments) == 1
    assert "coupée" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://2852039166/", "address-not-public"),
        ("http://0x7f.1/", "address-not-public"),
        ("http://0x7f000001/", "address-not-public"),
        ("http://017700000001/", "address-not-public"),
        ("http://127.0.0.1./", "address-not-public"),
        ("http://[::1]/", "address-not-public"),
        ("http://[::]/", "address-not-public"),
        ("http://[fe80::1%25eth0]/", "address-not-public"),
        ("http://[2002:7f00:1::]/", "address-not-public"),
        ("http://[64:ff9b::a9fe:a9fe]/", "address-not-public"),
        ("http://[64:ff9b:1::1]/", "address-not-public"),
        ("http://[::127.0.0.1]/", "address-not-public"),
        ("http://serveur/", "address-not-public"),
        ("http://wiki.corp/", "address-not-public"),
        ("http://localhost.localdomain/", "address-not-public"),
        ("http://printer.local./", "address-not-public"),
        ("http://ⓛocalhost/", "address-not-public"),
        ("http://a..b/", "address-invalid"),
        ("http://exemple.fr:99999/", "address-invalid"),
        ("http://exemple.fr:8080/", "address-port"),
        ("http://exemple.fr%2f@127.0.0.1/", "address-credentials"),
        ("http://exemple.fr/\r\nHost: x", "address-invalid"),
        ("http://exemple.fr/a b", "address-invalid"),
        ("http://" + "a" * 3000, "address-invalid"),
        ("http://exemple%2efr/", "address-not-public"),
        ("http:exemple.fr", "address-invalid"),
        ("ftp://exemple.fr/", "address-scheme"),
        ("mailto:a@exemple.fr", "address-scheme"),
        ("un texte", "address-invalid"),
        ("", "address-invalid"),
    ],
)
def test_an_address_that_is_not_public_is_refused_before_anything_is_asked(url: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_address(url, resolve=lambda host, port: [PUBLIC], connect=no_socket)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("number", "public"),
    [
        (PUBLIC, True),
        ("2a00:1450:4007::200e", True),
        ("64:ff9b::5db8:d70e", True),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("168.63.129.16", False),
        ("192.0.0.192", False),
        ("192.88.99.1", False),
        ("198.19.255.255", False),
        ("203.0.113.5", False),
        ("239.1.1.1", False),
        ("255.255.255.255", False),
        ("::ffff:93.184.215.14", False),
        ("2001:0:4136:e378::1", False),
        ("2001:db8::1", False),
        ("fd00:ec2::254", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("fe80::1%2", False),
        ("no number", False),
    ],
)
def test_public_addresses_are_known(number: str, public: bool) -> None:
    assert is_public(number) is public


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("lemonde.fr/article", "https://lemonde.fr/article"),
        ("www.Exemple.FR", "https://www.exemple.fr/"),
        ("https://élysée.example/", "https://xn--lyse-9oad.example/"),
        ("https://exemple.fr:80/x", "https://exemple.fr:80/x"),
        (f"http://{PUBLIC}/a?b=c&d=%20", f"http://{PUBLIC}/a?b=c&d=%20"),
        ("http://[2A00:1450:4007::200e]/", "http://[2a00:1450:4007::200e]/"),
    ],
)
def test_an_address_is_made_plain(url: str, expected: str) -> None:
    assert parse_address(url).url == expected


def test_no_hostile_address_of_the_development_data_opens_a_socket() -> None:
    if not HOSTILE.exists():
        pytest.skip("the shared development data is not here")
    for row in json.loads(HOSTILE.read_text(encoding="utf-8")):
        url = row["url"].partition(" (")[0]
        with pytest.raises(SourceError, match="address-"):
            read_address(url, resolve=lambda host, port: ["127.0.0.1"], connect=no_socket)
