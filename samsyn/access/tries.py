"""Counts what is done from one network address, softly: a cache that forgets does no harm."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from samsyn.access import clock

_AT_MOST = 50
_WITHIN = 10 * 60
_NEIGHBOURS = 64  # bits; one household or office has them all to itself


def are_used_up(request: HttpRequest, what: str) -> bool:
    """Whether fifty have been counted in these ten minutes."""
    return bool(cache.get(_key(request, what), 0) >= _AT_MOST)


def count(request: HttpRequest, what: str) -> None:
    key = _key(request, what)
    cache.set(key, cache.get(key, 0) + 1, _WITHIN)


def _key(request: HttpRequest, what: str) -> str:
    network = _network(get_adapter().get_client_ip(request))
    return f"{what}-tries:{int(clock.now().timestamp()) // _WITHIN}:{network}"


def _network(address: str) -> str:
    known = ip_address(address)
    if isinstance(known, IPv6Address):
        return str(IPv6Network((known, _NEIGHBOURS), strict=False).network_address)
    return address
