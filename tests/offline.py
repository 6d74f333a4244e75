"""No test opens a socket to another machine, nor to this one: speechlint promises not to."""

from __future__ import annotations

import socket
import sys

_NETS = (socket.AF_INET, socket.AF_INET6)
_NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")


class OnlineError(Exception):
    """The network was asked for."""


def forbid() -> None:
    """From now on a socket of the network, or a question for a name, raises ``OnlineError``; UNIX sockets are as before."""
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[object, ...]) -> None:
    if event in _NAMES or (event == "socket.__new__" and args[1] in _NETS):
        raise OnlineError(event)
