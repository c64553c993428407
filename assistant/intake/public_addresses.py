"""Which web addresses may be opened: public ones only, however they are written."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from assistant.errors import SourceError

LONGEST_ADDRESS: Final = 2_000
_PORTS: Final = {"http": 80, "https": 443}
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")
_BARE_HOST: Final = re.compile(r"[^\s/:@]{1,250}\.[^\s/:@.\d]{2,63}(?:[:/?#]|$)")
# Names that never lead to a public site: RFC 6761, 6762, 8375, 9476, and what clouds and routers use at home.
_PRIVATE_NAMES: Final = (
    "localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa", "onion",
    "alt",
)  # fmt: skip
# IANA's registries of special-purpose addresses (RFC 6890 and its updates); Python's own `is_global` changes between
# its versions, so that the list stands here as well.
_SPECIAL: Final = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32",
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        ),
    )
)  # fmt: skip
_UNICAST: Final = ipaddress.IPv6Network("2000::/3")
_TRANSLATED: Final = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address taken apart. `host` is in ASCII, an IPv6 address without brackets; `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the `Host` header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address in one piece."""
        return f"{self.scheme}://{self.authority}{self.target}"


def parse_address(url: str) -> WebAddress:
    """Return the parts of a web address; without a scheme it is taken for https.

    Raises SourceError: "address-invalid", "address-scheme" (neither http nor https), "address-credentials",
    "address-port" (neither 80 nor 443), "address-not-public" for a host that is known not to be.
    """
    url = url.strip()
    if len(url) > LONGEST_ADDRESS or any(character <= " " or character == "\x7f" for character in url):
        raise SourceError("address-invalid")
    if "://" not in url and _BARE_HOST.match(url):
        url = f"https://{url}"
    if not _SCHEME.match(url):
        raise SourceError("address-invalid")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
    except ValueError as error:
        raise SourceError("address-invalid") from error
    if parts.scheme not in _PORTS:
        raise SourceError("address-scheme")
    if "\\" in parts.netloc or not host:
        raise SourceError("address-invalid")
    if "@" in parts.netloc:
        raise SourceError("address-credentials")
    if port is not None and port not in _PORTS.values():
        raise SourceError("address-port", port=str(port))
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?") if parts.query else ""
    )
    return WebAddress(parts.scheme, _ascii_host(host), port or _PORTS[parts.scheme], target)


def _ascii_host(host: str) -> str:
    """The host in ASCII. Numbers in odd notations (octal, hexadecimal, in fewer than four parts) are no host."""
    plain = unicodedata.normalize("NFKC", host).lower().rstrip(".")
    if ":" in plain:
        return _checked_number(plain)
    try:
        name = plain.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise SourceError("address-invalid") from error
    labels = name.split(".")
    if re.fullmatch(r"(?:0x[0-9a-f]*|\d+)", labels[-1]):
        return _checked_number(name)
    if any(name == private or name.endswith(f".{private}") for private in _PRIVATE_NAMES) or len(labels) < 2:
        raise SourceError("address-not-public", host=name[:100])
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise SourceError("address-invalid")
    return name


def _checked_number(host: str) -> str:
    try:
        number = ipaddress.ip_address(host)
    except ValueError as error:
        raise SourceError("address-not-public", host=host[:100]) from error
    if not is_public(host):
        raise SourceError("address-not-public", host=host[:100])
    return str(number)


def is_public(number: str) -> bool:
    """Whether an IP address is one of the public internet: no private, local, metadata, shared, test, multicast or
    reserved address, in IPv6 none that hides an IPv4 address but a public one behind NAT64.
    """
    try:
        address = ipaddress.ip_address(number)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id is not None:
            return False
        if address in _TRANSLATED:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
        if address not in _UNICAST:
            return False
    return address.is_global and not any(
        address in network for network in _SPECIAL if network.version == address.version
    )
