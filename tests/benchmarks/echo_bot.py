"""A bare python-telegram-bot echo bot (polling, concurrent updates, default transport), to compare with."""

from __future__ import annotations

import logging
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Send back what came."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(api_url: str, token: str) -> None:
    """Run until killed.

    Args:
        api_url: the Bot API server.
        token: the bot's token there.
    """
    logging.disable(logging.CRITICAL)
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .concurrent_updates(True)
        .connection_pool_size(256)
        .pool_timeout(60)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(drop_pending_updates=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
