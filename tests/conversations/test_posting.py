"""Tailoring to one posting: typed or pasted, in full or in a few taps, with gaps, and a second time."""

from __future__ import annotations

from conversations.asks import find_asks
from conversations.lines import Json
from tests.conversations.talk import NOON, Memory, Talk

PASTED = """Ward Clerk (part-time)

St Mary's Hospital | Leeds

About us
We are a friendly hospital with 400 beds. Our values are care and respect.

What you will do
- Answer phones and greet visitors
- Keep records up to date

What you bring
- At least one year of experience in an office
- Good knowledge of Excel
- Calm and friendly on the phone
- You are willing to work every second weekend

What we offer
- 27 days holiday
- A pension

Apply by 3 December at jobs@stmarys.example
"""
DESK = "Ran the desk at a dentist, 60 calls a day"
STEPS = (
    "CV: role, matches", "CV: numbers, results", "CV: their words", "Letter: first lines",
    "Letter: one page", "Second pair of eyes", "Names and details",
)  # fmt: skip


def at_asks(*asks: str) -> Talk:
    """Return a talk that has come to the first of these asks."""
    return Talk("posting").says("\n".join(asks)).says("Ward clerk")


# --- what a posting asks for


def test_the_asks_are_found_in_lists_and_in_prose() -> None:
    assert find_asks(PASTED) == (
        "At least one year of experience in an office",
        "Good knowledge of Excel",
        "Calm and friendly on the phone",
        "You are willing to work every second weekend",
    )
    prose = (
        "We are a café in the centre. You have two years of experience behind a bar, and you like people. "
        "We offer fair pay. Fluent English is required. Send your CV to hello@cafe.example until Friday."
    )
    assert find_asks(prose) == (
        "You have two years of experience behind a bar, and you like people",
        "Fluent English is required",
    )


def test_what_asks_for_nothing_gives_nothing() -> None:
    for text in (
        "",
        "🙂",
        "x" * 20_000,
        "About us:\nWe are nice.\nBenefits:\n- A gym",
        "https://jobs.example/1",
    ):
        assert find_asks(text) == ()


def test_a_typed_list_is_taken_as_it_is() -> None:
    assert find_asks("1. SQL\n2. three years\n3. German") == ("SQL", "three years", "German")
    assert find_asks("SQL, patience, German") == ("SQL", "patience", "German")


# --- in full


def test_typed_asks_walk_to_a_sheet_and_a_checklist() -> None:
    talk = at_asks("A year in an office", "Excel").sees("A year in an office", "Can you show that?")
    talk.taps("Yes, with an example").sees("A year in an office").says(DESK).sees("Excel").taps("A bit")
    talk.says("Kept the rota in it").sees("why this place").says("My mother was cared for there")
    talk.sees(
        "CV, top third", "• Ward clerk", f"• A year in an office: {DESK}", "• My mother was cared for there"
    )
    talk.taps("Keep it like this")
    talk.sees("CV, top third: the role", "A second pair of eyes").taps(*STEPS[:2], "~done")
    talk.sees("/posting").sees_end()
    assert talk.turns == 11
    assert talk.written("posting") == [
        {
            "role": "Ward clerk",
            "asks": "A year in an office\nExcel",
            "shown": f"A year in an office: {DESK}\nExcel: Kept the rota in it",
            "checked": ["top", "number"],
        }
    ]


def test_the_sheet_is_kept_and_holds_only_what_the_person_said() -> None:
    talk = at_asks("Excel").taps("Yes, with an example").says(DESK).says("The wards are small")
    talk.taps("Keep it like this")
    notes = talk.written("note")
    assert len(notes) == 1
    assert str(notes[0]["note"]).splitlines() == [
        "CV, top third", "• Ward clerk", f"• Excel: {DESK}", "",
        "Letter, first two lines", "• The wards are small", f"• Excel: {DESK}",
    ]  # fmt: skip
    assert [e.parent for e in talk.diary.entries.values() if e.kind == "note"] == [1]


def test_a_sheet_sent_back_changed_is_kept_as_sent() -> None:
    talk = at_asks("Excel").taps("Yes, with an example").says(DESK).taps("~skip")
    talk.says("CV: Excel first\nLetter: <wards> & me").taps("Keep it like this")
    assert talk.written("note") == [{"note": "CV: Excel first\nLetter: <wards> & me"}]


def test_the_strongest_matches_come_first_three_on_top() -> None:
    talk = at_asks("One", "Two", "Three", "Four").taps("A bit", "~skip", "Yes, with an example", "~skip")
    talk.taps("Yes, with an example").says("I did three").taps("Yes, with an example").says("I did four")
    talk.taps("~skip")
    sheet = talk.reads
    assert sheet.index("Three: I did three") < sheet.index("Four: I did four") < sheet.index("• Two")
    assert sheet.index("• Two") < sheet.index("CV, further down") < sheet.index("• One")
    assert "• Why this place" in sheet


def test_a_pasted_posting_shows_what_it_asks_for_to_choose_from() -> None:
    talk = Talk("posting").says(PASTED, forwarded=True).sees("Which role", "Ward Clerk")
    talk.taps("Ward Clerk").sees("Good knowledge of Excel")
    talk.sees_not("27 days", "Answer phones", "Our values")
    talk.taps("Good knowledge of Excel").says("Night shifts").sees("Good knowledge of Excel", "Can you show")
    talk.taps("~skip").sees("Night shifts")
    assert talk.written("posting")[0]["asks"] == "Good knowledge of Excel\nNight shifts"


def test_where_nothing_is_found_it_asks_for_the_main_ones() -> None:
    talk = Talk("posting").says("https://jobs.example/1?x=2").taps("~skip").sees("couldn't tell")
    talk.says("SQL\nGerman").sees("SQL")
    skipped = Talk("posting").says("https://jobs.example/1?x=2").taps("~skip", "~skip").sees("done")
    assert not skipped.written("posting")


def test_the_last_posting_is_named_in_a_few_words() -> None:
    long = "Senior ward clerk for the night shifts of the children's hospital"
    talk = Talk("posting", diary=last_posting(role=long)).sees("“Senior ward clerk for the night shifts…”")
    talk.sees_not("hospital")


# --- in a hurry


def test_the_checklist_alone_takes_three_taps() -> None:
    talk = Talk("posting").taps("~skip", "~skip").sees("one page").taps("None yet").sees_end()
    assert talk.turns == 3
    assert not talk.diary.entries


def test_all_of_it_can_be_skipped() -> None:
    talk = at_asks("SQL", "German")
    while talk.question is not None:
        talk.taps("~skip")
    talk.sees_end()
    assert talk.written("posting") == [{"role": "Ward clerk", "asks": "SQL\nGerman"}]
    assert not talk.written("note")


# --- gaps


def test_a_gap_can_take_an_honest_line() -> None:
    talk = at_asks("SQL", "Team lead").taps("Yes, with an example").says(DESK).taps("Not yet")
    talk.sees("Team lead", "honest line").taps("An honest line", "I have not yet …")
    talk.says("led a team, but trained three").taps("~skip").sees(
        "• I have not yet led a team, but trained three"
    )
    talk.taps("~skip", "~skip").sees_end()
    honest = "I have not yet led a team, but trained three"
    assert talk.written("posting")[0]["missing"] == f"Team lead\n{honest}"


def test_a_gap_can_become_a_plan_at_the_end() -> None:
    talk = at_asks("SQL").taps("Not yet", "A plan").sees("one page").taps("~skip").sees("“SQL”")
    talk.taps("look up one course that fills a gap").taps(talk.buttons[0], "Tomorrow")
    plan = talk.written("plan")[0]
    assert (plan["area"], plan["source"]) == ("skills", "SQL")


def test_of_several_gaps_one_is_chosen_or_none() -> None:
    talk = at_asks("SQL", "German").taps("Not yet", "Not yet").sees("SQL", "German", "None of them")
    talk.taps("German").sees("German", "honest line").sees_not("SQL").taps("Not today").sees("one page")
    none = at_asks("SQL", "German").taps("Not yet", "Not yet", "None of them").sees("one page")
    assert none.written("posting")[0]["missing"] == "SQL\nGerman"
    assert not none.written("plan")


# --- turning back


def test_an_example_can_be_mended_and_the_sheet_shows_it() -> None:
    talk = at_asks("SQL").taps("Yes, with an example").says("Wrote querys").taps("~skip").sees("querys")
    talk.taps("~back", "~back").says("Wrote queries").taps("~skip").sees("Wrote queries").sees_not("querys")
    talk.taps("Keep it like this")
    assert "Wrote queries" in str(talk.written("note"))
    assert talk.written("posting")[0]["shown"] == "SQL: Wrote queries"


def test_another_list_of_asks_keeps_the_examples_of_those_that_stay() -> None:
    talk = at_asks("SQL", "German").taps("Yes, with an example").says(DESK)
    talk.taps("~back", "~back", "~back", "~back").says("Patience\nSQL").taps("~same").sees("Patience").taps(
        "Not yet"
    )
    talk.sees("SQL").taps("~same").sees(DESK).taps("~same").sees("Patience", "honest line")
    assert talk.written("posting")[0]["shown"] == f"SQL: {DESK}"


# --- a second visit


def last_posting(**data: Json) -> Memory:
    """Return a diary with a posting of before."""
    diary = Memory()
    diary.add("posting", {"asks": "SQL", **data}, NOON - 9e5)
    return diary


def test_the_last_checklist_can_be_gone_on_with() -> None:
    talk = Talk("posting", diary=last_posting(role="Clerk", checked=["top", "page"])).sees("“Clerk”")
    talk.taps("Go on with that one").sees_not("Letter: one page").taps(
        "Second pair of eyes", "~done"
    ).sees_end()
    assert talk.written("posting") == [{"asks": "SQL", "role": "Clerk", "checked": ["top", "page", "eyes"]}]
    again = Talk("posting", diary=talk.diary).taps("Go on with that one", *STEPS[1:4], STEPS[6], "~done")
    again.sees("ready").sees_end()
    Talk("posting", diary=again.diary).sees("Paste").sees_not("Go on with that one")


def test_or_a_new_one_is_taken() -> None:
    talk = Talk("posting", diary=last_posting()).sees("“SQL”").taps("A new posting", "~skip").says("Porter")
    talk.taps(STEPS[0], "~done").sees_end()
    assert len(talk.written("posting")) == 2


def test_roles_of_before_can_be_tapped() -> None:
    diary = Memory()
    for role in ("Clerk", "clerk", "Night porter"):
        diary.add("application", {"role": role}, NOON - 9e5)
    talk = Talk("posting", diary=diary).taps("~skip").sees("Night porter").taps("Night porter", "~skip")
    assert talk.written("posting") == [{"role": "Night porter"}]


# --- days on which it waits


def test_quiet_days_ask_nothing() -> None:
    talk = Talk("posting", quiet=True).sees("another day", "/sos").sees_not("role").sees_end()
    assert not talk.diary.entries
    midway = at_asks("SQL").taps("Not yet", "An honest line").says("I want to die", crisis=True)
    midway.commands("continue").sees("is in /history").sees_end()
    assert midway.written("posting")[0]["role"] == "Ward clerk"


# --- what people paste


def test_odd_pastes_do_not_break_it() -> None:
    for words in ("<b>x</b>\n{ $ask }", "🙂", "a\na\nA", "1\n2\n3", PASTED * 8, "- " * 900, "x, " * 3000):
        talk = Talk("posting").says(words)
        while talk.question is not None and talk.turns < 30:
            options = [b for b in talk.buttons if not b.startswith("~")]
            talk.taps("~skip" if "~skip" in talk.buttons else options[0])
        talk.sees_end()


def test_a_long_example_stands_in_the_sheet_whole() -> None:
    example = "I did this and that. " * 150
    talk = at_asks("SQL").taps("Yes, with an example").says(example).taps("~skip", "Keep it like this")
    assert example.strip() in str(talk.written("note")[0]["note"])
