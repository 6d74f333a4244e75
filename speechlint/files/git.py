"""Asking git about a folder that nobody vouches for: it runs nothing that the folder's config names, and stays offline."""

from __future__ import annotations

import os

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATIENCE = 20  # seconds: a pipe among the files of a repository would be waited for
_KEPT = (  # of the GIT_… of our own environment; others speak of another repository, or run something
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
)
_SET = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # over every protocol.*.allow of the repository
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "false",
    "SSH_ASKPASS": "false",
    "GIT_SSH_COMMAND": "false",
    "GIT_PROXY_COMMAND": "false",
    "GIT_EDITOR": "false",
    "GIT_PAGER": "cat",
}
_CONFIG = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.sshCommand=false",
    "core.gitProxy=false",
    "core.askPass=false",
    "core.alternateRefsCommand=false",
    "credential.helper=",
    "protocol.allow=never",
    "diff.external=",
    "gc.auto=0",
    "maintenance.auto=false",
)


class Answer(NamedTuple):
    """The output of git, and whether it did what was asked."""

    done: bool
    data: bytes


def asked(folder: str, *words: str, given: bytes = b"") -> Answer:
    """Asks git in ``folder``, by a command that only reads, with ``given`` as its input; nothing without git."""
    import subprocess

    program = _program()
    if program is None:
        return Answer(False, b"")
    settings = [part for setting in _CONFIG for part in ("-c", setting)]
    try:
        done = subprocess.run(
            [program, "--no-pager", *settings, *words],
            cwd=folder,
            env=_environment(os.environ),
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return Answer(False, b"")
    return Answer(done.returncode == 0, done.stdout)


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in own.items() if not key.startswith("GIT_") or key in _KEPT}
    return {**kept, **_SET}


def _program() -> str | None:
    """The program called git in a folder of PATH that does not depend on where we are."""
    names = ("git.exe", "git") if os.name == "nt" else ("git",)
    for folder in filter(os.path.isabs, os.get_exec_path()):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    return None
