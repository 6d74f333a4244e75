"""The hook, run by the real pre-commit in a git repository of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from wordfiles import docx, p

BAD = "同志们：\n今天，我们召开县委X届X次全会，主要任务是部署明年工作。\n"
GOOD = "同志们：\n今天，我们召开县委十四届六次全会，主要任务是部署明年工作。\n"
PARTS = ("speechlint", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
FIXING = (sys.executable, "-m", "pre_commit", "run", "--hook-stage", "manual", "speechlint-fix")
SILENT = {
    "requirements.txt": "jieba>=0.42.1  # 分词\npyyaml>=6\nrich>=13\nxxx==1.0\n",
    "LICENSE.txt": "MIT License\n\nCopyright (c) 20XX XXX\n\nPermission is hereby granted, free of charge\n",
    "README.md": "# Speeches\n\nTODO: XX drafts, see `drafts/`. The folder 讲话稿 holds XXX.\n" * 3,
}


class Repository:
    """A git repository with the hook installed."""

    def __init__(self, path: Path, environment: dict[str, str]) -> None:
        self.path = path
        self._environment = environment

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.path, env=self._environment, capture_output=True, encoding="utf-8", check=False
        )

    def must(self, *command: str) -> str:
        done = self.run(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def commit(self, name: str, text: str | bytes) -> subprocess.CompletedProcess[str]:
        """Tries to commit one file; what was staged before a refusal is taken back first."""
        self.must("git", "reset", "--quiet", "--hard")
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.must("git", "add", "--", name)
        return self.run("git", "commit", "--quiet", "-m", f"改 {name}")

    def commits(self) -> int:
        return int(self.must("git", "rev-list", "--count", "HEAD"))


def environment(home: Path) -> dict[str, str]:
    """That of this process, without what ties it to another repository or to the user's settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
    who = {f"GIT_{role}_{key}": "test" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    return {
        **kept,
        **who,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(home),
        "SPEECHLINT_CACHE_DIR": str(home / "cache"),
        "PIP_NO_COMPILE": "1",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")]),
    }


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, small_pack: Path) -> Repository:
    """Drafts under git, with speechlint's hook from a repository that holds the present state and the small pack."""
    base = tmp_path_factory.mktemp("hooks")
    variables = environment(base / "home")
    hook = Repository(base / "speechlint", variables)
    hook.path.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, hook.path / part)
    shutil.copytree(small_pack / "rules", hook.path / "rules")
    for rule in (ROOT / "rules" / "typo").glob("TYP002*"):  # one with a fix
        shutil.copy(rule, hook.path / "rules" / "placeholder")
    drafts = Repository(base / "讲话 稿库", variables)
    drafts.path.mkdir()
    for each in (hook, drafts):
        each.must("git", "init", "--quiet")
        each.must("git", "add", "--all")
        each.must("git", "commit", "--quiet", "--allow-empty", "-m", "开始")
    config = f"repos:\n- repo: {hook.path}\n  rev: {hook.must('git', 'rev-parse', 'HEAD')}\n  hooks: [{{id: speechlint}}, {{id: speechlint-fix, stages: [manual]}}]\n"
    (drafts.path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    drafts.must("git", "add", "--all")
    drafts.must("git", "commit", "--quiet", "-m", "启用钩子")
    drafts.must(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    return drafts


@pytest.mark.parametrize("name", ["draft.txt", "讲话稿.md", "2026 年/县委全会 讲话稿（送审）.TXT"])
def test_bad_commit_is_blocked(repository: Repository, name: str) -> None:
    before = repository.commits()
    done = repository.commit(name, BAD)
    told = done.stdout + done.stderr
    assert done.returncode != 0
    assert repository.commits() == before
    assert f"{name}\n  2:10 必须改 PLH" in told
    assert "⟦X届⟧" in told


def test_a_word_file_with_a_blank_is_blocked(repository: Repository) -> None:
    before = repository.commits()
    done = repository.commit("讲话.docx", docx(*map(p, BAD.splitlines())))
    assert done.returncode != 0
    assert repository.commits() == before
    assert "⟦X届⟧" in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["draft.txt", "讲话稿.md", "2026 年/县委全会 讲话稿（送审）.txt"])
def test_good_commit_passes(repository: Repository, name: str) -> None:
    before = repository.commits()
    done = repository.commit(name, GOOD)
    assert done.returncode == 0, done.stdout + done.stderr
    assert repository.commits() == before + 1


@pytest.mark.parametrize("name", SILENT)
def test_files_with_hardly_any_chinese_pass(repository: Repository, name: str) -> None:
    done = repository.commit(name, SILENT[name])
    assert done.returncode == 0, done.stdout + done.stderr


def test_short_chinese_note_is_checked(repository: Repository) -> None:
    assert repository.commit("便条.txt", "请张主任阅，XX月报。\n县委X届X次全会").returncode != 0


@pytest.mark.parametrize("name", ["表.csv", "~$讲话.docx", "讲话.txt.bak"])
def test_other_files_are_not_looked_at(repository: Repository, name: str) -> None:
    assert repository.commit(name, BAD).returncode == 0


def test_a_draft_with_crlf_keeps_it(repository: Repository) -> None:
    assert repository.commit("行尾.txt", BAD.replace("\n", "\r\n")).returncode != 0
    repository.must("git", "reset", "--quiet", "--hard")
    draft = repository.path / "行尾.txt"
    draft.write_bytes(f"{GOOD}截止目前，进展顺利。\n".replace("\n", "\r\n").encode())
    repository.must("git", "add", "--all")
    assert repository.run(*FIXING, "--files", "行尾.txt").returncode == 1
    assert draft.read_bytes() == f"{GOOD}截至目前，进展顺利。\n".replace("\n", "\r\n").encode()


@pytest.mark.parametrize("page", ["README.md", "docs/ci.md"])
def test_the_revision_to_write_is_one_that_has_the_hooks(page: str) -> None:
    [revision] = set(re.findall(r"^  rev: (\S+)", (ROOT / page).read_text("utf-8"), re.MULTILINE))
    here = Repository(ROOT, dict(os.environ))
    if here.run("git", "rev-parse", "--is-shallow-repository").stdout.strip() != "false":
        pytest.skip("没有全部历史")
    here.must("git", "merge-base", "--is-ancestor", revision, "HEAD")
    hooks = here.must("git", "show", f"{revision}:.pre-commit-hooks.yaml")
    assert hooks == (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8").strip()


def hook_repository(repository: Repository) -> str:
    return str(repository.path.parent / "speechlint")


@pytest.mark.consumers
def test_pre_commit_tries_it_without_a_config(repository: Repository) -> None:
    repository.must("git", "reset", "--quiet", "--hard")
    (repository.path / "试一试.txt").write_text(BAD, encoding="utf-8")
    repository.must("git", "add", "--all")
    done = repository.run(
        sys.executable,
        "-m",
        "pre_commit",
        "try-repo",
        hook_repository(repository),
        "speechlint",
        "--all-files",
    )
    assert done.returncode == 1
    assert "试一试.txt\n  2:10 必须改 PLH" in done.stdout


@pytest.mark.consumers
@pytest.mark.skipif(not shutil.which("prek"), reason="没有 prek")
def test_prek_runs_the_same_hooks(repository: Repository) -> None:
    repository.must("git", "reset", "--quiet", "--hard")
    repository.must("prek", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    for name, data in (
        ("2026 年/送审 稿.TXT", BAD.encode()),
        ("讲话.docx", docx(*map(p, BAD.splitlines()))),
        ("~$讲话.docx", b"lock"),
        ("表.csv", BAD.encode()),
    ):
        (repository.path / name).parent.mkdir(exist_ok=True)
        (repository.path / name).write_bytes(data)
    repository.must("git", "add", "--all")
    done = repository.run("prek", "run", "speechlint", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "2026 年/送审 稿.TXT\n" in done.stdout
    assert "2:10 必须改 PLH" in done.stdout
    assert "讲话.docx\n" in done.stdout
    assert "~$" not in done.stdout
    draft = repository.path / "总结.txt"
    draft.write_text(f"{GOOD}截止目前，进展顺利。\n", encoding="utf-8")
    repository.must("git", "add", "--all")
    fixing = ("prek", "run", "speechlint-fix", "--hook-stage", "manual", "--files", "总结.txt")
    assert repository.run(*fixing).returncode == 1
    assert draft.read_text(encoding="utf-8") == f"{GOOD}截至目前，进展顺利。\n"
    assert repository.run(*fixing).returncode == 0


def test_what_is_no_text_blocks_with_a_reason(repository: Repository) -> None:
    done = repository.commit("其实是压缩包.txt", "PK\3\4\0\0word/")
    assert done.returncode != 0
    assert "这是 Word 文档" in done.stdout + done.stderr


def test_the_fixing_hook_stops_where_it_changed_something(repository: Repository) -> None:
    """It fails once, the fixed draft on disk, and passes from then on."""
    repository.must("git", "reset", "--quiet", "--hard")
    draft = repository.path / "总结 讲话.txt"
    draft.write_text(f"{GOOD}截止目前，进展顺利。\n", encoding="utf-8")
    repository.must("git", "add", "--all")
    hook = (*FIXING, "--all-files")
    assert repository.run(*hook).returncode == 1
    assert draft.read_text(encoding="utf-8") == f"{GOOD}截至目前，进展顺利。\n"
    assert repository.run(*hook).returncode == 0
