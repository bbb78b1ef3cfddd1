"""The container: what can be checked of Dockerfile and compose file without an engine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import __version__
from bot.settings import load_settings

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "deploy/Dockerfile").read_text()
COMPOSE = (ROOT / "deploy/compose.yaml").read_text()


@pytest.fixture
def service() -> dict[str, Any]:
    """The one service of the compose file."""
    services: dict[str, Any] = yaml.safe_load(COMPOSE)["services"]
    assert list(services) == ["rebound"]
    service: dict[str, Any] = services["rebound"]
    return service


def instructions(word: str) -> list[str]:
    """Give the arguments of each such instruction, in order, continued lines joined."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return re.findall(rf"^{word} +(.*)$", joined, re.MULTILINE)


def environment() -> dict[str, str]:
    (line,) = instructions("ENV")
    return dict(word.split("=", 1) for word in line.split())


def test_the_image_runs_as_a_numbered_user_that_is_not_root() -> None:
    (user,) = instructions("USER")
    assert int(user.split(":")[0]) >= 1000
    after = DOCKERFILE[DOCKERFILE.index("\nUSER") :]
    assert "\nRUN" not in after, "nothing runs at build time after the user is set"


def test_packages_come_from_the_lock_with_their_hashes() -> None:
    (install,) = [line for line in instructions("RUN") if "pip install" in line]
    assert "--require-hashes" in install
    assert "--no-deps" in install
    assert "-r requirements.lock" in install


def test_everything_copied_is_there_and_let_through() -> None:
    copied = [line.split()[0] for line in instructions("COPY") if not line.startswith("--from")]
    let_through = (ROOT / "deploy/Dockerfile.dockerignore").read_text().split("\n")
    assert let_through[1] == "*", "everything is kept out that is not named"
    for source in copied:
        assert (ROOT / source).exists(), source
        assert f"!{source}" in let_through, source


def test_the_image_starts_the_bot_and_hears_the_signal() -> None:
    (entry,), (command,) = instructions("ENTRYPOINT"), instructions("CMD")
    assert entry == '["python", "-m", "bot"]', "no shell in between that keeps SIGTERM to itself"
    assert command == '["run"]'


def test_its_settings_are_settings_and_data_goes_to_the_volume(
    service: dict[str, Any], tmp_path: Path
) -> None:
    given = {name: value for name, value in environment().items() if name.startswith("REBOUND_")}
    assert str(load_settings(given, tmp_path).data_dir) == "/data"
    assert instructions("VOLUME") == ["/data"]
    assert service["environment"] == {"REBOUND_DATA_DIR": "/data"}
    assert service["volumes"] == ["data:/data"]


def test_no_secret_is_baked_in() -> None:
    assert "TOKEN" not in DOCKERFILE
    assert "ENCRYPTION_KEY" not in DOCKERFILE + COMPOSE


def test_the_container_can_change_nothing_but_its_volume(service: dict[str, Any]) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert [mount.split(":")[0] for mount in service["tmpfs"]] == ["/tmp"]
    assert not {"privileged", "cap_add", "network_mode", "pid", "devices", "ports"} & set(service)


def test_it_has_time_to_finish_and_is_started_again(service: dict[str, Any]) -> None:
    assert int(service["stop_grace_period"].removesuffix("s")) > 10
    assert service["restart"] == "unless-stopped"


def test_its_files_are_found_from_where_it_lies(service: dict[str, Any]) -> None:
    context = (ROOT / "deploy" / service["build"]["context"]).resolve()
    assert context == ROOT
    assert (context / service["build"]["dockerfile"]).is_file()
    assert service["image"] == f"rebound:{__version__}"
