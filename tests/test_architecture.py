"""The house rules that a program can check: rooms, sizes, first lines, what no file may hold."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 300
CODE = sorted(path for room in ("bot", "conversations") for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
ROOMS = {"bot", "conversations", "tests", "deploy", ".ci"}
# Made by tools or by running; git ignores them.
BUILT = {".git", ".venv", ".build", "data", "dist", "__pycache__"}

# Spelt in pieces, so that this file passes its own test.
FORBIDDEN = [
    re.compile("--" + "(extra-)?index-url|--find-" + "links|--trusted-" + "host"),
    re.compile("(?<![a-z])/(opt/" + "pypi|opt/wh" + "eels|root/\\.pyenv|work/(main|sha" + "red))"),
    re.compile("https?://[^ /]*/(simple|pypi)/"),
    re.compile(r"\b\d{8,10}:AA" + r"(?!Example)[A-Za-z0-9_-]{33}\b"),
    re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b"),
]
TOOLS = {"Makefile"}  # it tells the lock's maker to leave addresses out


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def committed() -> Iterator[Path]:
    """Every text file that git has or would take."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True)
    found = [ROOT / word for word in done.stdout.split("\0") if word] if done.returncode == 0 else []
    for path in found or [path for room in ROOMS for path in (ROOT / room).rglob("*")]:
        if path.is_file() and path.suffix not in (".png", ".pyc", ".sqlite3", ".db", ".zip", ".gz"):
            yield path


def test_the_top_level_holds_the_rooms_and_single_files() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir()}
    ours = {folder for folder in folders - BUILT if not folder.endswith(("_cache", ".egg-info"))}
    assert ours - {".hypothesis"} <= ROOMS


@pytest.mark.parametrize("path", CODE + TESTS, ids=name)
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    source = path.read_text()
    assert source.count("\n") <= LONGEST_FILE
    if source.strip():
        assert source.startswith(('"""', 'r"""')), "the first line is a docstring"
        assert ast.get_docstring(ast.parse(source))


def test_no_file_holds_an_address_of_a_mirror_a_path_of_a_machine_or_a_token() -> None:
    found = [
        f"{name(path)}: {hit.group()}"
        for path in committed()
        if path.name not in TOOLS
        for pattern in FORBIDDEN
        for hit in pattern.finditer(path.read_text(errors="replace"))
    ]
    assert not found


def test_log_events_are_fixed_sentences() -> None:
    """What varies goes into fields, where bot/redaction.py looks at it."""
    levels = {"debug", "info", "warning", "error", "critical", "exception"}
    loose = [
        f"{name(path)}:{node.lineno}"
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in levels
        if isinstance(node.func.value, ast.Name | ast.Call) and "log" in ast.unparse(node.func.value).lower()
        if not (node.args and isinstance(node.args[0], ast.Constant))
    ]
    assert not loose


def test_the_locks_hold_a_hash_for_every_package_and_nothing_else() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
        assert len(entries) > 20
        for entry in entries:
            assert re.match(r"[a-z0-9._-]+==[^ ]+( ; [^\\]+)? \\\n", entry), entry[:80]
            assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry[:80]


def test_what_runs_is_what_is_tested() -> None:
    """The lock for production is a part of the one for development."""
    pins = [
        set(re.findall(r"^\S+==\S+", (ROOT / lock).read_text(), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0] < pins[1]
