"""The page's controls in a real browser: people, time, menus, keyboard, screen readers, sizes."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.clock import ShiftedClock
from bot.sandbox import Sandbox
from tests.sandbox.conftest import DAY
from tests.sandbox.screen import bubbles, key, say, start

pytestmark = pytest.mark.browser


async def open_controls(page: Page) -> None:
    await page.get_by_role("button", name="people and time").click()
    await expect(page.locator("#close-controls")).to_be_focused()


async def test_switching_between_people(page: Page, sandbox: Sandbox) -> None:
    await start(page)
    await open_controls(page)
    await page.get_by_label("Name of a new person").fill("Kim <b>")
    await page.get_by_role("button", name="Add this person").click()
    await expect(page.locator("#current-name")).to_have_text("Kim <b>")
    await expect(page.locator(".welcome")).to_be_visible()
    await start(page)
    await say(page, "I am Kim")
    await expect(bubbles(page, ".theirs").last).to_have_text("you said I am Kim")
    sandbox.page.people[5001].says("and I am Sam")
    await open_controls(page)
    await expect(page.locator(".badge")).to_have_text("1")
    await page.locator("#people button", has_text="Sam").click()
    await expect(bubbles(page)).to_have_text(["/start", "Shall we?", "and I am Sam", "you said and I am Sam"])
    await expect(page.locator(".badge")).to_have_count(0)
    await page.reload()
    await expect(bubbles(page)).to_have_count(4)


async def test_time_travel(page: Page, sandbox: Sandbox, clock: ShiftedClock) -> None:
    await start(page)
    before = clock.now()
    await open_controls(page)
    await expect(page.locator("#due")).to_contain_text("Next due:")
    await page.get_by_role("button", name="+1 hour").click()
    await page.get_by_role("button", name="+1 day").click()
    await expect(page.locator("#toast")).to_have_text("Time has moved on.")
    assert clock.now() - before == pytest.approx(DAY + 3600, abs=20)
    await page.get_by_role("button", name="To what is next due").click()
    await expect(page.locator("#due")).to_have_text("Nothing is due.")
    assert clock.now() - before == pytest.approx(1.5 * DAY, abs=20)
    await expect(page.locator("#to-next")).to_have_attribute("aria-disabled", "true")
    # A click as such: the browser driver would wait for the button to be enabled.
    await page.locator("#to-next").dispatch_event("click")
    await expect(page.locator("#toast")).to_have_text("Nothing is due.")
    await page.keyboard.press("Escape")
    await say(page, "later")
    await expect(bubbles(page, ".theirs").last).to_have_text("you said later")
    assert await page.locator(".day").count() == 2


async def test_the_command_menu(page: Page) -> None:
    await start(page)
    await page.get_by_role("button", name="Menu").click()
    items = page.get_by_role("menuitem")
    await expect(items).to_have_text(["Begin/start", "Help/help"])
    await items.last.click()
    await expect(bubbles(page, ".theirs").last).to_have_text("you said /help")


async def test_everything_by_keyboard(page: Page) -> None:
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip")).to_be_focused()
    await page.locator("#start").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#say")).to_be_focused()
    await expect(key(page, "Yes")).to_be_visible()
    for label in ("Menu", "Copy it", "Warn me", "No", "Yes"):
        await page.keyboard.press("Shift+Tab")
        await expect(page.locator(":focus")).to_contain_text(label)
    await page.keyboard.press("Enter")
    await expect(key(page, "Again")).to_be_focused()
    outline = await key(page, "Again").evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline == "solid", "the focus can be seen"
    await page.keyboard.press("Enter")
    await expect(key(page, "Again").last).to_be_focused()
    await page.locator("#menu-button").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await expect(page.locator(":focus")).to_have_text("Help/help")
    await page.keyboard.press("Escape")
    await expect(page.locator("#menu-button")).to_be_focused()


async def test_what_a_screen_reader_needs(page: Page) -> None:
    await start(page)
    await expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll("button, a, input, textarea")].filter((element) =>
             !(element.getAttribute("aria-label") || element.textContent.trim() || element.labels?.length)
           ).map((element) => element.outerHTML)"""
    )
    assert nameless == []
    await expect(page.locator(".message.theirs .unseen")).to_have_text("Rebound said: ")
    assert await page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_sizes_and_schemes(scheme: str, width: int, page: Page) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.set_viewport_size({"width": width, "height": 760})
    await start(page)
    await say(page, "w" * 300)
    await expect(bubbles(page, ".theirs").last).to_have_text("you said " + "w" * 300)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = await page.evaluate(
        """() => [...document.querySelectorAll("footer button, .key, header button")]
             .filter((e) => e.checkVisibility({visibilityProperty: true}))
             .filter((e) => e.getBoundingClientRect().height < 43)
             .map((e) => e.outerHTML)"""
    )
    assert small == [], "every target is large enough for a thumb"
    ink, ground = await page.evaluate(
        "() => { const s = getComputedStyle(document.querySelector('.theirs .bubble'));"
        " return [s.color, s.backgroundColor]; }"
    )
    assert _luminance(ink) > _luminance(ground) if scheme == "dark" else _luminance(ink) < _luminance(ground)


async def test_the_log_keeps_to_its_end_unless_somebody_reads_above(page: Page, sandbox: Sandbox) -> None:
    await start(page)
    sam = sandbox.page.people[5001]
    for number in range(20):
        sam.says(f"line {number}")
    last = page.get_by_text("you said line 19", exact=True).last
    await expect(last).to_be_in_viewport()
    await page.locator("#log").evaluate("log => log.scrollTo(0, 0)")
    await expect(bubbles(page).first).to_be_in_viewport()
    world = sandbox.server.world
    world.post(sam.chat, world.bot, {"text": "while you read"})
    await expect(page.locator("#to-newest")).to_be_visible()
    await expect(bubbles(page).first).to_be_in_viewport()
    await page.get_by_role("button", name="To the newest message").click()
    await expect(bubbles(page).last).to_be_in_viewport()
    await expect(page.locator("#to-newest")).to_be_hidden()


def _luminance(colour: str) -> float:
    return sum(float(part) for part in colour.removeprefix("rgb(").rstrip(")").split(",")[:3])
