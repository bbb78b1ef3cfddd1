"""The Telegram side: updates come in, messages go out, over one HTTP client."""
