"""The page that opens a letter in the mail program: its link says the letter, and nothing breaks out."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.letters import lay_out
from conversations.texts import load_texts


class Page(HTMLParser):
    """Reads the page: its links, and the tags in it."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


TAGS = Page(lay_out(load_texts(), "Hello", "Dear Ann")).tags


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Advice after interview", "Dear Ann,\n\nThank you & all the best?\n\nSam"),
        ("50% + more", "a=b&c=d#e?f \u201cquoted\u201d \U0001f600"),
        ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'),
        ("{title}", "{body} {0} \\n"),
    ],
)
def test_the_link_holds_the_letter_and_the_page_nothing_else(subject: str, body: str) -> None:
    page = Page(lay_out(load_texts(), subject, body))
    (link,) = page.links
    assert link.startswith("mailto:?")
    said = parse_qs(urlsplit(link).query, keep_blank_values=True)
    assert said["subject"] == [subject]
    assert said["body"] == [body.replace("\n", "\r\n")]
    assert page.tags == TAGS
