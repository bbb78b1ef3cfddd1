"""Keyboards: how the options of a question and of a card are laid out as inline buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.telegram.buttons import pack
from bot.telegram.markup import sendable
from conversations.lines import Card, Line, Option, Prompt
from conversations.outcome import Question
from conversations.texts import Texts

Button = dict[str, Any]
Rows = list[list[Button]]

COPY_LIMIT = 256
"""Characters a copy button can hold (Bot API, CopyTextButton)."""
FITTING = {2: 16, 3: 7}
"""Characters of a label where so many buttons stand beside each other."""
LABEL_LIMIT = 56
"""Characters of a label; more does not fit a phone."""


def lay_out_question(question: Question, texts: Texts) -> Rows:
    """Return the buttons of a question: its options, then the controls."""
    rows = _options(question, texts)
    if question.prompt.kind == "review":
        rows = [*_copy(question.prompt, texts), *rows]
    front = [c for c in question.controls if c in ("~same", "~done")]
    others = [c for c in question.controls if c not in front]
    rows += [[_control(question, control, texts)] for control in front]
    width = 3 if "~more" in others else 2
    return rows + [
        [_control(question, control, texts) for control in others[start : start + width]]
        for start in range(0, len(others), width)
    ]


def lay_out_card(card: Card, texts: Texts) -> Rows:
    """Return the buttons of a card."""
    rows: Rows = []
    for row in card.rows:
        made: list[Button] = []
        for button in row:
            label = _clean(button.label if isinstance(button.label, str) else texts.phrase(button.label))
            if button.url:
                made.append({"text": label, "url": button.url})
            else:
                made.append({"text": label, "callback_data": pack(card.name, 0, button.option)})
        rows.append(made)
    return rows


def _options(question: Question, texts: Texts) -> Rows:
    prompt = question.prompt
    if prompt.kind == "scale":
        numbers = range(prompt.low, prompt.high + 1, prompt.step)
        buttons = [_button(question, str(number), str(number)) for number in numbers]
        return _rows(buttons, 6 if len(buttons) > 6 else max(1, len(buttons)))
    labels = [_clean(texts.label(option)) for option in prompt.buttons]
    ticked = {item.get("slug") for item in question.chosen if isinstance(item, dict)}
    buttons = [
        _option(question, option, label, ticked) for option, label in zip(prompt.buttons, labels, strict=True)
    ]
    own = [item["own"] for item in question.chosen if isinstance(item, dict) and "own" in item]
    if prompt.kind == "review":
        return _pack(buttons)
    return _rows(buttons, 1 if prompt.wide else _width(labels, bool(own)))


def _option(question: Question, option: Option, label: str, ticked: set[Any]) -> Button:
    if question.prompt.kind != "several":
        return _button(question, label, option.slug)
    on = option.slug in ticked
    return _button(question, f"✓ {label}" if on else label, f"{'-' if on else '+'}{option.slug}")


def _width(labels: Sequence[str], ticked: bool) -> int:
    longest = max((len(label) for label in labels), default=0)
    return next((count for count in (3, 2) if longest <= FITTING[count]), 1)


def _rows(buttons: list[Button], width: int) -> Rows:
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def _pack(buttons: list[Button]) -> Rows:
    """Return rows of as many buttons as fit beside each other: there are many, and few are long."""
    rows: Rows = []
    for button in buttons:
        row = [*rows[-1], button] if rows else [button]
        if rows and max(len(one["text"]) for one in row) <= FITTING.get(len(row), 0):
            rows[-1] = row
        else:
            rows.append([button])
    return rows


def _control(question: Question, control: str, texts: Texts) -> Button:
    label = texts.phrase(Line("engine-controls", (), f"o-{control[1:]}"))
    return _button(question, label, control)


def _copy(prompt: Prompt, texts: Texts) -> Rows:
    """Return a button that copies the draft, where it is short enough; a tap on the text copies any."""
    draft = sendable(prompt.draft or "")
    if not 0 < len(draft) <= COPY_LIMIT:
        return []
    return [[{"text": texts.phrase(Line("engine-controls", (), "o-copy")), "copy_text": {"text": draft}}]]


def _button(question: Question, label: str, option: str) -> Button:
    return {"text": label, "callback_data": pack(question.session, question.turn, option)}


def _clean(label: str) -> str:
    flat = " ".join(sendable(label).split())
    return (flat if len(flat) <= LABEL_LIMIT else f"{flat[: LABEL_LIMIT - 1]}…") or "…"
