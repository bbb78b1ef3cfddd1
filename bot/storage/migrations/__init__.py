"""Migrations: run at start, inside one transaction, by `bot.storage.schema`."""
