"""What somebody aims at, in their own words; roles they wrote down before can be tapped."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import Option, digest, excerpt
from conversations.memory import hold_recent

OFFERED = 3
"""Roles that can be tapped; the latest ones."""
LABEL = 40
OWN = 200


def ask_aim(ask: Dialogue, facts: Facts, found: str | None = None, own: int = OWN) -> str | None:
    """Ask for a role, by the question `aim`, or `aim-known` where there are roles to tap, `found` first.

    Args:
        own: characters that a typed role may have where there are roles to tap.
    """
    jobs = hold_recent(ask, facts, "roles", "application", OFFERED, lambda job: bool(job.words("role")))
    named = [*([found] if found else []), *(job.words("role") for job in jobs)]
    roles: dict[str, str] = {}
    for role in named:
        roles.setdefault(digest(role.casefold()), role)
    if not roles:
        return ask.text("aim", skippable=True)
    options = [Option(slug, excerpt(role, LABEL)) for slug, role in roles.items()]
    pick = ask.pick("aim-known", options, own=own, skippable=True)
    return None if pick is None else pick.own or roles.get(pick.value)
