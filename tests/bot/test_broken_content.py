"""A content file that is broken is refused at the start, by file, in one line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROKEN = (
    "locales/en/wins.ftl", "safety/rules.toml", "safety/spelling.toml", "knowledge/helplines.toml",
    "understanding/trap_cues.toml", "knowledge/zones.toml",
)  # fmt: skip
READ = """
import sys
from pathlib import Path
sys.addaudithook(lambda what, args: what == "open" and print(Path(str(args[0])).name))
from conversations.check import check_content, check_letters
check_content()
check_letters()
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program whose files may be broken."""
    folder = tmp_path_factory.mktemp("program")
    for package in ("bot", "conversations"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def check(program: Path, data: Path) -> subprocess.CompletedProcess[str]:
    """Run `python -m bot check` on a copy of the program."""
    environment = {**os.environ, "REBOUND_DATA_DIR": str(data), "PYTHONPATH": str(program)}
    command = [sys.executable, "-m", "bot", "check"]
    return subprocess.run(command, cwd=data, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.fault("broken-content-file")
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_content_file_is_refused_by_name_in_one_line(
    program: Path, tmp_path: Path, name: str
) -> None:
    file = program / "conversations" / name
    whole = file.read_text("utf-8")
    file.write_text(f"{whole}\n[[ {{ broken\n", "utf-8")
    try:
        done = check(program, tmp_path)
    finally:
        file.write_text(whole, "utf-8")
    assert done.returncode == 1
    assert file.name in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr


def test_every_content_file_is_read_at_the_start() -> None:
    done = subprocess.run([sys.executable, "-c", READ], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    content = {path.name for path in (ROOT / "conversations").rglob("*") if path.suffix in (".ftl", ".toml")}
    assert content - {"REVIEWS.toml"} <= set(done.stdout.splitlines())
