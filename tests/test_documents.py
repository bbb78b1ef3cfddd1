"""The documents: their links lead somewhere, their examples are real, their versions agree."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk

from bot import __version__

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "deploy").glob("*.md")])
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text()
LOCALE = ROOT / "conversations/locales/en"


def blocks(document: str, language: str) -> list[str]:
    """Give the fenced blocks of a language, without their indentation."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", document, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", body, flags=re.MULTILINE) for indent, body in found]


def links(document: Path) -> Iterator[str]:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", document.read_text()):
        if not re.match(r"[a-z]+:", target):
            yield target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files_that_are_there(document: Path) -> None:
    assert [link for link in links(document) if not (document.parent / link).exists()] == []


def test_contributing_begins_with_those_who_do_not_program() -> None:
    first, second = re.findall(r"^## (.*)$", CONTRIBUTING, re.MULTILINE)[:2]
    assert first == "For therapists, recruiters and translators: change a sentence"
    assert second == "For developers"


def test_the_sentence_changed_in_the_example_is_one_the_bot_says() -> None:
    before, after, invented = blocks(CONTRIBUTING, "ftl")
    file = re.search(r"you find it in `([a-z_]+\.ftl)`", CONTRIBUTING)
    assert file
    source = (LOCALE / file[1]).read_text()
    assert source.count(before) == 1
    changed = source.replace(before, after)
    for content in (changed, invented):
        assert not [part for part in FluentParser().parse(content).body if isinstance(part, Junk)]


def test_the_invented_message_is_none_of_ours() -> None:
    name = blocks(CONTRIBUTING, "ftl")[2].split("\n")[1].split(" =")[0]
    assert all(f"\n{name} =" not in path.read_text() for path in LOCALE.glob("*.ftl"))


def test_the_example_of_a_conversation_is_python() -> None:
    (example,) = blocks(CONTRIBUTING, "python")
    (function,) = ast.parse(example).body
    assert isinstance(function, ast.FunctionDef)
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and node.args]
    keys = [str(ast.literal_eval(call.args[0])) for call in calls]
    assert keys
    for key in keys:
        assert f"`{function.name}-{key}`" in CONTRIBUTING


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in DOCUMENTS:
        named = set(re.findall(r"(?:`|^|&& |sudo )make ([a-z]+)", document.read_text(), re.MULTILINE))
        assert named <= targets, document.name


def test_make_lists_its_targets() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("install", "run", "test", "lint", "bench", "lock", "clean"):
        assert f"make {target} " in said


def test_the_newest_version_in_the_changelog_is_the_one_of_the_code() -> None:
    versions = re.findall(r"^## ([0-9.]+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert versions[0] == __version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "bot.__version__"}


def test_changes_are_told_in_sentences() -> None:
    for item in re.findall(r"^- (.*(?:\n  .*)*)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE):
        assert item.endswith("."), item
        assert len(item.split()) > 5, item


SAFETY_SAYS = [
    "not therapy",
    "not for emergencies",
    "no human reads",
    "findahelpline.com",
    "emergency number",
    "72 hours",
    "/sos",
    "You misunderstood",
    "Under 18",
    "Limits",
]
PRIVACY_SAYS = [
    "/export",
    "/delete",
    "/history",
    "encrypted",
    "under\n48 hours",
    "Telegram can read",
    "Backups",
]


@pytest.mark.parametrize("words", SAFETY_SAYS)
def test_safety_says(words: str) -> None:
    assert words in (ROOT / "SAFETY.md").read_text()


@pytest.mark.parametrize("words", PRIVACY_SAYS)
def test_privacy_says(words: str) -> None:
    assert words in (ROOT / "PRIVACY.md").read_text()


def test_the_checks_of_the_project_are_a_sound_script() -> None:
    subprocess.run(["bash", "-n", ROOT / ".ci/run"], check=True)
    assert (ROOT / ".ci/run").stat().st_mode & 0o111
