"""The tests themselves are cut off from the network; processes on this machine still talk to each other."""

from __future__ import annotations

import multiprocessing
import socket
from urllib.request import urlopen

import pytest
from offline import OnlineError


def test_no_connection_is_opened() -> None:
    with pytest.raises(OnlineError):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(OnlineError):
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)


def test_no_name_is_asked_for() -> None:
    with pytest.raises(OnlineError):
        socket.gethostbyname("localhost")
    with pytest.raises(OnlineError):
        urlopen("http://localhost/")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="这个系统没有 UNIX 套接字")
def test_processes_of_this_machine_still_talk() -> None:
    with multiprocessing.Pool(1) as pool:
        assert pool.apply(len, ("讲话",)) == 2
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"1")
        assert theirs.recv(1) == b"1"
