"""Faults on request: what the local server does instead of, or after, acting."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.errors import ApiError, bad_request, flood

# What each kind does:
#   refusals           answered at once, nothing is done
#   502-html           a gateway's page instead of JSON, nothing is done
#   reset              the connection is cut, nothing is done
#   timeout-before     no answer ever, nothing is done
#   reset-after        the method acts, then the connection is cut
#   timeout-after      the method acts, then there is no answer ever
REFUSALS = {
    "400": bad_request("scripted fault"),
    "400-entities": bad_request("can't parse entities: scripted fault"),
    "400-chat": bad_request("chat not found"),
    "401": ApiError(401, "Unauthorized"),
    "403": ApiError(403, "Forbidden: bot was blocked by the user"),
    "403-deactivated": ApiError(403, "Forbidden: user is deactivated"),
    "404": ApiError(404, "Not Found"),
    "409": ApiError(409, "Conflict: terminated by other getUpdates request; "
                         "make sure that only one bot instance is running"),
    "500": ApiError(500, "Internal Server Error"),
}  # fmt: skip
KINDS = {*REFUSALS, "429", "502-html", "reset", "timeout-before", "reset-after", "timeout-after"}


@dataclass
class Fault:
    """One scripted fault; it strikes `times` requests after letting `after` matching ones pass."""

    kind: str
    method: str | None
    chat_id: int | None
    times: int
    after: int
    retry_after: int
    struck: int = 0

    def matches(self, method: str, chat_id: object) -> bool:
        """Tell whether a request is one of those this fault is for."""
        return self.method in (None, method) and self.chat_id in (None, chat_id) and self.times > self.struck

    @property
    def refusal(self) -> ApiError | None:
        """The error to answer with, for a kind that only refuses."""
        return flood(self.retry_after) if self.kind == "429" else REFUSALS.get(self.kind)


class Faults:
    """The faults that are waiting to strike."""

    def __init__(self) -> None:
        self.scripted: list[Fault] = []

    def add(
        self,
        kind: str,
        *,
        method: str | None = None,
        chat_id: int | None = None,
        times: int = 1,
        after: int = 0,
        retry_after: int = 1,
    ) -> Fault:
        """Script a fault.

        Args:
            kind: one of KINDS.
            method: the published method name it is for; None for every method.
            chat_id: the chat it is for; None for every chat.
            times: how many requests it strikes.
            after: how many matching requests pass unharmed first.
            retry_after: seconds, for "429".

        Raises:
            ValueError: for an unknown kind.
        """
        if kind not in KINDS:
            raise ValueError(f"unknown fault {kind!r}; there are {', '.join(sorted(KINDS))}")
        fault = Fault(kind, method, chat_id, times, after, retry_after)
        self.scripted.append(fault)
        return fault

    def clear(self) -> None:
        """Remove every fault."""
        self.scripted.clear()

    def strike(self, method: str, chat_id: object) -> Fault | None:
        """Return the fault that strikes this request, if any, and count it."""
        for fault in self.scripted:
            if not fault.matches(method, chat_id):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.struck += 1
            return fault
        return None
