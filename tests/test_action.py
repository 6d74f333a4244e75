"""The steps of action.yml, run by bash as a runner would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, write

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
BAD, GOOD = "同志们：今天召开县委X届全会。\n", "同志们：今天的会议很重要。\n"

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="没有 bash")


def step(name: str, folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """One step of the action in ``folder``, with these inputs."""
    inputs = {key: one.get("default", "") for key, one in ACTION["inputs"].items()}
    inputs |= {key.replace("_", "-"): value for key, value in given.items()}
    [wanted] = [one for one in ACTION["runs"]["steps"] if one.get("id") == name]
    variables = {key: _expanded(value, inputs) for key, value in wanted["env"].items()}
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT) if name == "check" else "",
        "PATH": os.pathsep.join([str(folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "GITHUB_OUTPUT": str(folder / "output"),
        **variables,
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", wanted["run"]]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def _expanded(value: str, inputs: dict[str, str]) -> str:
    for key, said in inputs.items():
        value = value.replace(f"${{{{ inputs.{key} }}}}", said)
    return value.replace("${{ github.action_path }}", str(ROOT))


def test_annotations_a_summary_and_a_report(tmp_path: Path) -> None:
    write(tmp_path / "讲话 稿" / "a b.txt", BAD)
    write(tmp_path / "别的" / "c.txt", BAD)
    write(tmp_path / "不查.txt", BAD)
    done = step("check", tmp_path, path="讲话 稿\n别的\n", output_file="out.sarif")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=讲话 稿/a b.txt,line=1,")
    assert "不查" not in done.stdout
    assert "# 检查报告" in (tmp_path / "summary").read_text("utf-8")
    [run] = json.loads((tmp_path / "out.sarif").read_text("utf-8"))["runs"]
    assert {result["ruleId"] for result in run["results"]} >= {"PLH001"}
    assert len(run["artifacts"]) == 2


def test_a_clean_draft_passes(tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", GOOD)
    assert step("check", tmp_path).returncode == 0


def test_findings_need_not_fail_but_what_cannot_be_read_does(tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", BAD)
    done = step("check", tmp_path, fail_on_error="false", report_type="logs")
    assert (done.returncode, done.stdout[:3]) == (0, "必须改")
    assert step("check", tmp_path, fail_on_error="false", path="没有.txt").returncode == 2


def test_config_and_other_options(tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", BAD)
    write(tmp_path / "我的 配置.yaml", "ignore: [PLH]\n")
    assert step("check", tmp_path, config="我的 配置.yaml").returncode == 0
    assert step("check", tmp_path, args="--ignore PLH --quiet").returncode == 0


@pytest.mark.parametrize(
    "given", [{"report_type": "log"}, {"output_file": "out.txt"}], ids=["type", "suffix"]
)
def test_an_input_that_makes_no_sense_is_named(tmp_path: Path, given: dict[str, str]) -> None:
    done = step("check", tmp_path, **given)
    assert done.returncode == 2
    assert next(iter(given.values())) in done.stderr


@pytest.mark.consumers
def test_the_action_installs_itself(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", tmp_path], check=True)
    done = step("install", tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output").read_text("utf-8").startswith("version=0.")
