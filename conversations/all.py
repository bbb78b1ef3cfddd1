"""Every conversation there is, in the order of the menu (`catalog.commands_of`)."""

from __future__ import annotations

from conversations.catalog import Catalog, Definition
from conversations.contact import contact
from conversations.control import control
from conversations.delete import delete
from conversations.direction import direction
from conversations.export import export
from conversations.feedback import feedback
from conversations.history import history
from conversations.idle import idle
from conversations.journal import journal
from conversations.pause import pause
from conversations.plan import plan
from conversations.posting import posting
from conversations.privacy import privacy
from conversations.reframe import reframe
from conversations.rejected import rejected
from conversations.reply import reply
from conversations.rerate import rerate
from conversations.resume import resume
from conversations.settings import settings
from conversations.values import values
from conversations.waiting import waiting
from conversations.why import why
from conversations.wins import wins

CATALOG: Catalog = {
    definition.name: definition
    for definition in (
        Definition("rejected", rejected),
        Definition("reframe", reframe),
        Definition("control", control),
        Definition("wins", wins),
        Definition("journal", journal),
        Definition("feedback", feedback),
        Definition("reply", reply),
        Definition("waiting", waiting),
        Definition("plan", plan),
        Definition("posting", posting),
        Definition("contact", contact),
        Definition("values", values),
        Definition("direction", direction),
        Definition("rerate", rerate),
        Definition("history", history, overlay=True),
        Definition("settings", settings, overlay=True),
        Definition("pause", pause, overlay=True),
        Definition("resume", resume, overlay=True),
        Definition("privacy", privacy, overlay=True),
        Definition("export", export, overlay=True),
        Definition("delete", delete, overlay=True),
        Definition("why", why, overlay=True),
        Definition("idle", idle, overlay=True),
    )
}
