"""What a person does on the chat page, for the browser tests."""

from __future__ import annotations

from playwright.async_api import Locator, Page, expect


async def start(page: Page) -> None:
    """Press Start in an empty chat."""
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(key(page, "Yes")).to_be_visible()


def key(page: Page, label: str) -> Locator:
    """Return the buttons under messages with this label."""
    return page.locator(".key", has_text=label)


async def say(page: Page, text: str) -> None:
    """Write a text and send it."""
    await page.get_by_label("Message", exact=True).fill(text)
    await page.get_by_role("button", name="Send", exact=True).click()


def bubbles(page: Page, side: str = "") -> Locator:
    """Return the texts in the chat, of one side (".mine", ".theirs") if given."""
    return page.locator(f".message{side} .text")
