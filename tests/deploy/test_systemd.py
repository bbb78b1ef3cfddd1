"""The systemd unit: its meaning here, and systemd's own judgement where systemd is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import load_settings

UNIT = Path(__file__).resolve().parents[2] / "deploy/rebound.service"
needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze")


def lines(name: str) -> list[str]:
    """Give the values of a directive, in order."""
    return re.findall(rf"^{name}=(.*)$", UNIT.read_text(), re.MULTILINE)


def test_wrong_settings_are_not_tried_again() -> None:
    assert lines("Restart") == ["on-failure"]
    assert lines("RestartPreventExitStatus") == ["2"]


def test_it_has_time_to_finish() -> None:
    assert int(lines("TimeoutStopSec")[0]) > 10


def test_data_goes_to_the_state_folder(tmp_path: Path) -> None:
    given = dict(word.split("=", 1) for word in lines("Environment")[0].split())
    ours = {name: value for name, value in given.items() if name.startswith("REBOUND_")}
    assert load_settings(ours, tmp_path).data_dir == Path("/var/lib") / lines("StateDirectory")[0]


@needs_systemd
def test_systemd_understands_every_line(tmp_path: Path) -> None:
    # The one thing this machine may lack is the program itself.
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text().replace("/opt/rebound/.venv/bin/python", sys.executable))
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, timeout=60)
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0


@needs_systemd
def test_systemd_calls_its_exposure_low() -> None:
    judge = ["systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", str(UNIT)]
    done = subprocess.run(judge, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout[-200:]


LOCKED_DOWN = """
import ctypes, mmap, sys
if ctypes.CDLL(None).prctl(65, 1, 0, 0, 0):  # PR_SET_MDWE, what MemoryDenyWriteExecute= asks for
    sys.exit(77)
try:
    mmap.mmap(-1, 4096, prot=7)
except PermissionError:
    pass
else:
    sys.exit("not locked down")
import aiohttp, alembic, apscheduler, asyncpg, fluent.runtime, greenlet, rapidfuzz.fuzz, ssl, telegram
import aiosqlite, sqlalchemy
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
AESGCM(bytes(32)).encrypt(bytes(12), b"words", None)
ssl.create_default_context()
assert greenlet.greenlet(lambda: 3).switch() == 3
with sqlalchemy.create_engine("sqlite://").connect() as connection:
    assert connection.execute(sqlalchemy.text("select 7")).scalar() == 7
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
def test_our_libraries_live_with_memory_that_is_never_both_writable_and_executable() -> None:
    assert lines("MemoryDenyWriteExecute") == ["yes"]
    done = subprocess.run([sys.executable, "-c", LOCKED_DOWN], capture_output=True, text=True, timeout=60)
    if done.returncode == 77:
        pytest.skip("this kernel has no PR_SET_MDWE")
    assert done.returncode == 0, done.stderr
