"""The bot: everything that touches the world: Telegram, the database, the clock."""

__version__ = "0.1.0"
