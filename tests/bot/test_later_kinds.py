"""What follows a rejection, in the whole bot: export, erasure, a restart halfway, old buttons, two taps."""

from __future__ import annotations

from pathlib import Path

from bot.clock import ShiftedClock
from bot.sandbox.server import BotApiServer
from conversations.lines import line
from conversations.texts import load_texts
from tests.bot.test_export import export
from tests.bot.test_requests import DETAIL, drafts, due_days, kept
from tests.faults.driver import Visitor, data_of
from tests.rebound import rebound

OWN = "my own line, <b>kept</b> as it is"
REPLY = "Your answers were long and we lost the thread at times. Your SQL test was solid."
KINDS = {"request", "waiting", "reply", "plan", "values", "direction", "contact", "posting"}
PASSES = "2 days pass"
VISITS = (
    "/reply", REPLY, "[~skip]", "[4]", "[right]", "[right]", "[aloud]", "[not-now]",
    "[after-lunch]", "in 3 days", "[keep]",
    PASSES, "/values", "[craft]", "[~done]", "[keep]", OWN, "[~skip]", "[not-today]",
    "/direction", "[~skip]", "[~skip]", "School kitchens", "[talk]", "[not-today]",
    "/contact", "Amir", "[event]", "[~skip]", "[talk]", "[~skip]", "[email]", "[later]",
    "/posting", "Excel", "[~skip]", "[yes]", OWN, "[~skip]", "[keep]", "[top]", "[~done]",
)  # fmt: skip
SAID = (
    "How I came over", "Say one answer aloud", "after lunch", "Work done well", "Talk to one who does it",
    "We met at an event", "A short talk", "CV: role, matches", "Who interviewed me", "E-mail", "Warm",
    "One strength", "drafted", "waiting", "in their own words",
)  # fmt: skip
"""What the chosen answers are called in the diary."""
SLUGS = ("after-lunch", "interviewer", "not-yet", "pasted", "craft")


async def lives_it_all(sam: Visitor) -> None:
    """Send a request, then leave one entry of each later kind."""
    await drafts(sam)
    await sam.taps("sent")
    for step in VISITS:
        if step == PASSES:
            sam.bot.clock.travel(2 * 86_400)
            continue
        await (sam.taps(step[1:-1]) if step.startswith("[") else sam.says(step))


async def test_all_of_it_is_in_the_export_in_words(sam: Visitor) -> None:
    await lives_it_all(sam)
    rows = await sam.rows()
    data, diary = await export(sam)
    assert {row["kind"] for row in rows["entries"]} >= KINDS
    assert [row["payload"] for row in data["entries"]] == [row["payload"] for row in rows["entries"]]
    assert len(data["due"]) == len(rows["due"]) >= 3
    texts = load_texts()
    for kind in KINDS:
        assert f"· {texts.phrase(line(f'diary-kind-{kind}'))}" in diary, kind
    for words in (*SAID, REPLY, OWN, DETAIL, "School kitchens", "Amir"):
        assert words in diary, words
    for slug in SLUGS:
        assert slug not in diary, slug


async def test_all_of_it_is_gone_after_delete(sam: Visitor) -> None:
    await lives_it_all(sam)
    await sam.says("/delete")
    await sam.taps("yes")
    assert await sam.rows() == {}


async def test_a_restart_in_the_middle_of_a_review_goes_on(tmp_path: Path) -> None:
    async with BotApiServer(ShiftedClock()) as server:
        async with rebound(tmp_path, server) as bot:
            sam = Visitor(bot)
            await drafts(sam)
            await sam.taps("shorter")
            before = await kept(sam, "request")
            asked = await sam.open()
        async with rebound(tmp_path, server) as again:
            back = Visitor(again, chat=sam.chat)
            sam.chat.idle = again._is_idle
            assert await back.open() == asked
            assert await kept(back, "request") == before
            await back.taps("sent")
            sent = await kept(back, "request")
            assert (sent["body"], sent["state"]) == (before["body"], "sent")
            assert set(await due_days(back)) == {"follow_up", "waiting_over"}


async def test_an_old_button_of_a_draft_answers_kindly_and_changes_nothing(sam: Visitor) -> None:
    old = await drafts(sam)
    shorter = next(data for data in data_of(old) if data.endswith(".shorter"))
    sent = next(data for data in data_of(old) if data.endswith(".sent"))
    await sam.says("warmer")
    before = await kept(sam, "request")
    texts = load_texts()
    for data in (shorter, sent):
        await sam.presses(data, old)
        assert sam.chat.notices == [texts.phrase(line("engine-answered-already"))]
        assert await kept(sam, "request") == before
    await sam.taps("later")
    await sam.presses(sent, old)
    assert sam.chat.notices
    assert (await kept(sam, "request"))["state"] == "drafted"


async def test_a_double_tap_on_sent_counts_once(sam: Visitor) -> None:
    message = await drafts(sam)
    sent = next(data for data in data_of(message) if data.endswith(".sent"))
    await sam.chat.taps_data(sent, message)
    await sam.presses(sent, message)
    entries = (await sam.rows())["entries"]
    assert [row["kind"] for row in entries if row["kind"] in ("request", "waiting")] == ["request", "waiting"]
    assert (await kept(sam, "request"))["state"] == "sent"
    assert set(await due_days(sam)) == {"follow_up", "waiting_over"}
    assert (
        len([m for m in sam.chat.chat.visible() if "Noted as sent" in m.text or "Sent, then" in m.text]) == 1
    )


async def test_a_page_that_telegram_refuses_is_not_met_with_silence(sam: Visitor) -> None:
    await drafts(sam)
    sam.bot.server.faults.add("400", method="sendDocument")
    await sam.taps("change")
    await sam.taps("mail")
    assert load_texts().phrase(line("letter-page-failed")) in sam.chat.reads
    assert (await sam.open()) is not None
