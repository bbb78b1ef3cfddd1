"""Letters: a page with one link that opens a letter, ready-made, in the mail program (RFC 6068, mailto).

Telegram makes no links of `mailto:`, so the link stands in a small page sent as a file.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from bot.storage import entries, persons
from bot.storage.transaction import Transaction
from conversations.lines import line
from conversations.texts import Texts, load_texts

FILE_NAME = "letter.html"
PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 34rem; padding: 0 1rem;
  color: #222; background: #fff }}
a {{ display: inline-block; padding: .7rem 1.2rem; border-radius: .6rem; background: #1d6f5c; color: #fff;
  text-decoration: none }}
pre {{ white-space: pre-wrap; font: inherit; border-left: 3px solid #ccc; padding-left: 1rem }}
small {{ color: #666 }}
</style></head><body>
<h1>{title}</h1>
<p><a href="{link}">{open}</a></p>
<p><small>{note}</small></p>
<pre>{subject}</pre>
<pre>{body}</pre>
</body></html>
"""


def make_page(tx: Transaction, person_id: int, entry_id: int) -> bytes | None:
    """Return the page for the letter in an entry, None if the entry or the person is gone."""
    person, entry = persons.get(tx, person_id), entries.get(tx, person_id, entry_id)
    if person is None or entry is None or not isinstance(entry.payload, dict):
        return None
    subject, body = (entry.payload.get(name) for name in ("subject", "body"))
    if not isinstance(body, str):
        return None
    return lay_out(load_texts(person.locale), subject if isinstance(subject, str) else "", body)


def lay_out(texts: Texts, subject: str, body: str) -> bytes:
    """Return the page for a letter; everything the person wrote is escaped."""
    words = {name: texts.phrase(line(f"letter-page-{name}")) for name in ("title", "open", "note")}
    link = f"mailto:?subject={_quote(subject)}&body={_quote(body)}"
    parts = {**words, "link": link, "subject": subject, "body": body, "lang": texts.locale}
    page = PAGE.format(**{name: escape(part) for name, part in parts.items()})
    return page.encode("utf-8", "replace")


def _quote(words: str) -> str:
    """Return words as a part of a mailto link: line breaks are CRLF (RFC 6068, section 5)."""
    return quote(words.replace("\r\n", "\n").replace("\n", "\r\n"), safe="", errors="replace")
