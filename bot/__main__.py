"""The command line: `python -m bot`."""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from bot import __version__
from bot.logs import set_up_logs
from bot.settings import SETTINGS, Settings, SettingsError, load_settings
from conversations.content import ContentError

# What supervisors are told: do not start this again before somebody has changed something.
EXIT_USAGE = 2
EXIT_FAILED = 1

HOW_TO_START = (
    "TELEGRAM_BOT_TOKEN is not set. `make run` tries the bot in the browser without one;"
    " for a real bot, put the token from BotFather into .env."
)
HOW_TO_RESTORE = (
    "restore needs BACKUP, a file that `backup` wrote. Without one it settles a PostgreSQL database"
    " that pg_restore has put in place."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 failed, 2 wrong settings or arguments.

    Args:
        arguments: the words after `python -m bot`; those of the process when None.
    """
    chosen = _parser().parse_args(arguments)
    try:
        settings = load_settings(os.environ, Path.cwd())
        set_up_logs(settings.log_level, settings.log_format, _secrets(settings))
        return _run(chosen, settings)
    except SettingsError as error:
        print(f"rebound: {error}", file=sys.stderr)
        return EXIT_USAGE
    except ContentError as error:  # one that is read as its module is imported
        print(f"rebound: {error}", file=sys.stderr)
        return EXIT_FAILED


def _run(chosen: argparse.Namespace, settings: Settings) -> int:
    command = _choose(chosen, settings)
    from bot import app, maintenance  # late: --help and a wrong setting answer at once

    match command:
        case "sandbox":
            return app.run_sandbox(settings)
        case "backup":
            return maintenance.back_up(settings, chosen.target)
        case "restore":
            if chosen.backup is None:
                return maintenance.settle(settings)
            return maintenance.restore(settings, chosen.backup)
        case "check":
            return maintenance.check(settings)
    return app.run_bot(settings)


def _choose(chosen: argparse.Namespace, settings: Settings) -> str:
    command = chosen.command or "run"
    if command == "restore" and chosen.backup is None and settings.database_url.startswith("sqlite:"):
        raise SettingsError(HOW_TO_RESTORE)
    if command != "run":
        return str(command)
    or_sandbox = getattr(chosen, "or_sandbox", False)
    if not settings.bot_token:
        if or_sandbox:
            return "sandbox"
        raise SettingsError(HOW_TO_START)
    if or_sandbox:
        print("rebound: TELEGRAM_BOT_TOKEN is set, so this runs the real bot.", file=sys.stderr)
    return "run"


def _secrets(settings: Settings) -> list[str]:
    """List what no log line may show; the address of a PostgreSQL database may hold a password."""
    password = urlsplit(settings.database_url).password
    return [settings.bot_token or "", *([settings.database_url, password] if password else [])]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Rebound: a Telegram bot that coaches people after a job rejection.",
        epilog=_settings_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"rebound {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    run = commands.add_parser("run", help="run the bot on Telegram (what happens without a COMMAND)")
    run.add_argument("--or-sandbox", action="store_true", help="without a token, open the sandbox instead")
    commands.add_parser("sandbox", help="try the bot in the browser: no token, no Telegram, nothing leaves")
    backup = commands.add_parser("backup", help="write a consistent copy of the data while the bot runs")
    backup.add_argument("target", type=Path, metavar="TARGET", help="the file to write")
    restore = commands.add_parser("restore", help="put a backup in place; erasures since then are repeated")
    about = "a file that `backup` wrote; none after pg_restore has put a PostgreSQL database in place"
    restore.add_argument("backup", type=Path, nargs="?", metavar="BACKUP", help=about)
    commands.add_parser("check", help="check settings, key and database, and say what is wrong")
    return parser


def _settings_help() -> str:
    lines = ["settings (from the environment, or from a file .env in this folder; the environment wins):"]
    for setting in SETTINGS:
        default = f" Default: {setting.default}" if setting.default else ""
        lines.append(f"  {setting.name}")
        lines.append(textwrap.indent(textwrap.fill(setting.meaning + default, 90), " " * 6))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
