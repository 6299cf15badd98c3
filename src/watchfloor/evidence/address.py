"""Address: whether a network address is one of the public internet.

In goes an address as the resolver gave it, out comes yes or no. Addresses that carry another one inside (IPv4-mapped,
6to4, Teredo, NAT64) are judged by what they carry as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
_IPV4_COMPATIBLE = IPv6Network("::/96")  # RFC 4291, deprecated but still routed by some stacks


def is_public(address: str) -> bool:
    """Whether `address` is globally reachable unicast: not private, loopback, link-local, reserved or multicast."""
    try:
        outer = ip_address(address)
    except ValueError:
        return False
    return all(
        one.is_global
        and not (one.is_multicast or one.is_reserved or one.is_unspecified or one.is_loopback or one.is_link_local)
        for one in _layers(outer)
    )


def _layers(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    if isinstance(address, IPv4Address):
        yield address
    elif address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    elif address in _NAT64 or address in _IPV4_COMPATIBLE:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
    else:
        yield address
        if address.sixtofour is not None:
            yield address.sixtofour
        if address.teredo is not None:
            yield from address.teredo
