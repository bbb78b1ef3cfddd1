"""The chat page in a real browser, with a tiny bot behind it."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.sandbox import Sandbox
from tests.sandbox.screen import bubbles, key, say, start

pytestmark = pytest.mark.browser


async def test_an_empty_chat_tells_about_the_bot_and_starts_it(page: Page, sandbox: Sandbox) -> None:
    await expect(page.locator(".welcome")).to_contain_text("I say what you say.")
    await expect(page.locator("#composer")).to_be_hidden()
    await start(page)
    await expect(bubbles(page)).to_have_text(["/start", "Shall we?"])
    await expect(page.locator(".welcome")).to_have_count(0)


async def test_saying_something(page: Page) -> None:
    await start(page)
    await say(page, "hello\nthere")
    await expect(bubbles(page, ".theirs").last).to_have_text("you said hello\nthere")
    await expect(page.locator("#say")).to_have_value("")


async def test_words_are_shown_as_they_are(page: Page) -> None:
    await start(page)
    nasty = '<b>bold</b> <img src=x onerror="alert(1)"> &amp; </div>'
    await say(page, nasty)
    await expect(bubbles(page, ".mine").last).to_have_text(nasty)
    await expect(bubbles(page, ".theirs").last).to_have_text(f"you said {nasty}")
    assert await page.locator("#log img, #log b").count() == 0


async def test_formatting(page: Page) -> None:
    await start(page)
    await say(page, "format <b>a <i>b</i></b> <code>c</code> <blockquote>d</blockquote> /help 😀<b>e</b>")
    last = bubbles(page, ".theirs").last
    await expect(last.locator("strong").first).to_have_text("a b")
    await expect(last.locator("strong em")).to_have_text("b")
    await expect(last.locator("blockquote")).to_have_text("d")
    await expect(last.locator("strong").last).to_have_text("e")
    await last.get_by_role("button", name="Copy: c").click()
    assert await page.evaluate("navigator.clipboard.readText()") == "c"
    await last.get_by_role("button", name="/help").click()
    await expect(bubbles(page, ".theirs").last).to_have_text("you said /help")


async def test_tapping_buttons(page: Page) -> None:
    await start(page)
    await key(page, "Copy it").click()
    await expect(page.locator("#toast")).to_have_text("Copied")
    assert await page.evaluate("navigator.clipboard.readText()") == "copied words"
    await key(page, "Warn me").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Care!")
    await page.get_by_role("button", name="OK").click()
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await key(page, "Yes").click()
    await expect(page.locator("#toast")).to_have_text("noted: yes")
    await expect(bubbles(page)).to_have_text(["/start", "Shall we?\n\nYou chose yes.", "And now?"])
    await expect(key(page, "Yes")).to_have_count(0)


async def test_editing_an_own_message(page: Page) -> None:
    await start(page)
    await say(page, "first")
    await expect(bubbles(page, ".theirs").last).to_have_text("you said first")
    await page.locator("#say").press("ArrowUp")
    await expect(page.locator("#say")).to_have_value("first")
    await page.locator("#say").fill("second")
    await page.locator("#say").press("Enter")
    await expect(bubbles(page, ".theirs").last).to_have_text("you changed it to second")
    await expect(page.locator(".mine .stamp").last).to_contain_text("edited")


async def test_pictures_files_and_typing(page: Page) -> None:
    await start(page)
    await say(page, "picture")
    picture = page.get_by_role("img", name="a picture")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 8
    await say(page, "file")
    async with page.expect_download() as coming:
        await page.get_by_role("link", name="Download notes.txt, 10 B").click()
    download = await coming.value
    assert download.suggested_filename == "notes.txt"
    assert (await download.path()).read_bytes() == b"all of it."
    await say(page, "typing")
    await expect(page.locator("#status")).to_have_text("typing")


@pytest.mark.parametrize("kind", ["Photo", "Sticker", "Voice message", "Location"])
async def test_sending_something_else(kind: str, page: Page, sandbox: Sandbox) -> None:
    await start(page)
    await page.locator("#say").fill("look at this")
    await page.get_by_role("button", name="Send something else").click()
    await page.get_by_role("menuitem", name=kind).click()
    said = "look at this" if kind == "Photo" else ""
    await expect(bubbles(page, ".theirs").last).to_have_text(f"you said {said}".strip())
    part = {"Voice message": "voice"}.get(kind, kind.lower())
    assert any(part in message.payload for message in sandbox.server.visible(5001))
