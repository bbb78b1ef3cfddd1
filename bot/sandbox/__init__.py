"""The sandbox: Telegram on this machine: a local Bot API server and a chat page."""

from bot.sandbox.local import Sandbox, start_sandbox
from bot.sandbox.server import BotApiServer

__all__ = ["BotApiServer", "Sandbox", "start_sandbox"]
