"""Those who use the site during the measurement: real sessions, over real connections."""

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from itertools import cycle, islice
from threading import Barrier, BrokenBarrierError
from urllib.parse import urlencode

from django.urls import reverse

_OK, _SENT_ON = 200, 302
_TIMEOUT = 60
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class RefusedError(Exception):
    """The site answered otherwise than it does to those who may."""


class Visitor:
    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: SimpleCookie = SimpleCookie()
        self._connection = self._connected()

    def _connected(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self._port, timeout=_TIMEOUT)

    def come_back(self) -> None:
        """Connect anew: which worker answers a connection is chance, and lasts as long as it."""
        self._connection.close()
        self._connection = self._connected()

    def sign_in(self, email: str, password: str) -> None:
        address = reverse("account_login")
        page = self._ask("GET", address)[1].decode()
        found = _TOKEN.search(page)
        answers = {
            "csrfmiddlewaretoken": found.group(1) if found else "",
            "login": email,
            "password": password,
        }
        response, _ = self._ask("POST", address, answers)
        if response.status != _SENT_ON:
            raise RefusedError(f"{email} could not sign in: {response.status}")

    def get(self, path: str) -> float:
        """Ask for a page, and return how many seconds it took to have it whole."""
        start = time.perf_counter()
        try:
            response, _ = self._ask("GET", path)
        except TimeoutError as late:
            raise RefusedError(f"{path} has not answered in {_TIMEOUT} s") from late
        taken = time.perf_counter() - start
        if response.status != _OK:
            raise RefusedError(f"{path} answered {response.status}")
        return taken

    def _ask(
        self, method: str, path: str, answers: Mapping[str, str] | None = None
    ) -> tuple[HTTPResponse, bytes]:
        headers = {"Cookie": "; ".join(f"{key}={c.value}" for key, c in self._cookies.items())}
        body = None
        if answers:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(answers)
        response = self._answer(method, path, body, headers)
        content = response.read()
        for cookie in response.headers.get_all("Set-Cookie", []):
            self._cookies.load(cookie)
        return response, content

    def _answer(
        self, method: str, path: str, body: str | None, headers: Mapping[str, str]
    ) -> HTTPResponse:
        """Ask once more on a new line, when the server has hung up on one that lay idle."""
        try:
            self._connection.request(method, path, body, headers)
            return self._connection.getresponse()
        except ConnectionError:
            self._connection.close()
            self._connection.request(method, path, body, headers)
            return self._connection.getresponse()


@dataclass(frozen=True, slots=True)
class Times:
    """How long the answers took, in milliseconds."""

    taken: Sequence[float]

    def percentile(self, share: float) -> float:
        ordered = sorted(self.taken)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def crowd(visitors: Sequence[Visitor], paths: Sequence[str], count: int, pause: float = 0) -> Times:
    """Let all visitors ask at once, `count` times each, with a pause (s) to read in or none."""
    together = Barrier(len(visitors), timeout=_TIMEOUT)

    def visit(place: int) -> list[float]:
        try:
            visitors[place].come_back()
            visitors[place].get(paths[0])
        except (RefusedError, OSError):
            together.abort()
            raise
        together.wait()
        visitors[place].come_back()  # the site closes a connection that has waited too long
        time.sleep(pause * place / len(visitors))  # people do not click in step
        return [_read(visitors[place], path, pause) for path in _share(paths, place, count)]

    with ThreadPoolExecutor(len(visitors)) as pool:
        answers = [pool.submit(visit, place) for place in range(len(visitors))]
    return Times([1_000 * seconds for seconds in _all(answers)])


def _read(visitor: Visitor, path: str, pause: float) -> float:
    taken = visitor.get(path)
    time.sleep(pause)
    return taken


def _all(answers: Sequence[Future[list[float]]]) -> list[float]:
    """Gather the seconds, or raise what was refused rather than that others waited in vain."""
    for answer in answers:
        if not isinstance(answer.exception(), BrokenBarrierError):
            answer.result()
    return [seconds for answer in answers for seconds in answer.result()]


def _share(paths: Sequence[str], place: int, count: int) -> Iterator[str]:
    """Begin at different places, so that not everyone asks for the same thing at once."""
    return islice(cycle(paths), place, place + count)
