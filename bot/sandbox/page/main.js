// Holds the state of the page and ties its parts together.

import { focusHome, showCommands, wireComposer } from "./composer.js";
import { now, openControls, showAlert, showClock, showPeople, toast, wireControls } from "./controls.js";
import { copy, make } from "./formatting.js";
import { dayName, drawMessage } from "./messages.js";
import { act, listen } from "./server.js";

const $ = (id) => document.getElementById(id);
const log = $("log");
const people = new Map();
const waiting = new Map(); // button presses that have no answer yet
const answered = new Set();
const NEAR = 60; // pixels from the end that still count as "at the end"
let bot = { name: "Rebound", description: "", commands: {} };
let current = null;
let quietTyping;
let following = true; // the log keeps to its end until somebody scrolls up
let scrolled = 0;
let focusNext = false; // a keyboard user pressed a key that went away: the next keyboard gets the focus

const calm = matchMedia("(prefers-reduced-motion: reduce)");

async function attempt(action, body) {
  try {
    return await act(action, body);
  } catch {
    toast("That did not work. Is the bot still running?");
    return {};
  }
}

const here = (body) => ({ chat_id: current.id, ...body });
const say = (text) => attempt("say", here({ text }));

async function tap(id, button, element) {
  if (button.copy_text) return copied(button.copy_text.text);
  if (button.url) return window.open(button.url, "_blank", "noopener,noreferrer");
  if (!button.callback_data) return toast("This kind of button does nothing here.");
  focusNext = element.matches(":focus-visible");
  element.setAttribute("aria-busy", "true");
  const { query_id: query } = await attempt("tap", here({ message_id: id, data: button.callback_data }));
  if (query && !answered.has(query)) {
    waiting.set(query, element);
    setTimeout(() => settle(query), 10_000);
  } else {
    element.removeAttribute("aria-busy");
  }
}

function settle(query) {
  waiting.get(query)?.removeAttribute("aria-busy");
  waiting.delete(query);
}

async function copied(text) {
  await copy(text);
  toast("Copied");
}

const on = { tap, copy: copied, command: say, edit: (id, text) => composer.edit(id, text) };

// -- the log

const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;

function toEnd(smooth) {
  following = true;
  log.scrollTo({ top: log.scrollHeight, behavior: smooth && !calm.matches ? "smooth" : "instant" });
}

/** Put a day above the first message of each day; touch only what differs, so that nothing is read out twice. */
function drawDays() {
  let before = "";
  let sender = "";
  for (const element of log.querySelectorAll(".message")) {
    const day = dayName(Number(element.dataset.date), now());
    const side = element.classList.contains("mine") ? "mine" : "theirs";
    const above = element.previousElementSibling;
    const old = above?.classList.contains("day") ? above : null;
    if (day === before) old?.remove();
    else if (!old) element.before(make("p", { className: "day" }, make("span", {}, day)));
    else if (old.textContent !== day) old.firstChild.textContent = day;
    element.classList.toggle("follows", day === before && side === sender);
    before = day;
    sender = side;
  }
  if (log.lastElementChild?.classList.contains("day")) log.lastElementChild.remove();
}

function drawChat() {
  log.setAttribute("aria-live", "off");
  log.replaceChildren();
  if (current.messages.size === 0) log.append(welcome());
  for (const message of current.messages.values()) log.append(drawMessage(message, on));
  drawDays();
  toEnd(false);
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
  drawAround();
}

function drawAround() {
  const empty = current.messages.size === 0;
  const started = !empty && document.activeElement === $("start");
  $("start").hidden = !empty;
  $("composer").hidden = empty;
  if (started) focusHome();
  showPeople([...people.values()], current, choose);
  showCommands(bot.commands[current.id] ?? [], say);
}

function welcome() {
  return make(
    "div",
    { className: "welcome" },
    make("span", { className: "avatar bot big", "aria-hidden": "true" }),
    make("h2", {}, "What can this bot do?"),
    make("p", {}, bot.description || "Press Start to begin."),
  );
}

function place(message) {
  const isNew = !current.messages.has(message.payload.message_id);
  const follow = following || (isNew && !message.from_bot);
  current.messages.set(message.payload.message_id, message);
  const old = log.querySelector(`[data-id="${message.payload.message_id}"]`);
  const element = drawMessage(message, on);
  if (old) {
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(element);
    if (hadFocus) keepFocus(element);
  } else {
    log.querySelector(".welcome")?.remove();
    element.classList.add("new");
    log.append(element);
    if (focusNext && document.activeElement === log) focusKey(element);
  }
  drawDays();
  if (follow) toEnd(isNew);
  else if (isNew) $("to-newest").hidden = false;
}

function focusKey(element) {
  const key = element.querySelector(".key");
  if (!key) return false;
  focusNext = false;
  key.focus({ preventScroll: true });
  return true;
}

function keepFocus(element) {
  if (!focusKey(element)) log.focus({ preventScroll: true });
}

function choose(id) {
  current = people.get(id);
  current.unread = 0;
  showStatus("bot");
  composer.reset();
  openControls(false);
  $("to-newest").hidden = true;
  drawChat();
}

function showStatus(text, typing = false) {
  $("status").textContent = text;
  $("status").classList.toggle("typing", typing);
}

// -- what comes from the server

function remember(person) {
  const messages = new Map(person.messages.map((message) => [message.payload.message_id, message]));
  people.set(person.id, { id: person.id, name: person.name, messages, unread: 0 });
}

listen(
  {
    state(state) {
      bot = state.bot;
      people.clear();
      state.people.forEach(remember);
      current = people.get(current?.id) ?? people.values().next().value;
      $("bot-name").textContent = bot.name;
      drawChat();
      document.body.classList.add("ready");
    },
    person(person) {
      remember(person);
      drawAround();
    },
    bot(changed) {
      bot = changed;
      if (current?.messages.size === 0) drawChat();
      else if (current) drawAround();
    },
    message(message) {
      const person = people.get(message.chat_id);
      if (person === current) {
        if (message.from_bot) showStatus("bot");
        place(message);
      } else {
        if (message.from_bot && !person.messages.has(message.payload.message_id)) person.unread += 1;
        person.messages.set(message.payload.message_id, message);
      }
      drawAround();
    },
    delete(message) {
      const person = people.get(message.chat_id);
      person.messages.delete(message.payload.message_id);
      if (person === current) {
        const gone = log.querySelector(`[data-id="${message.payload.message_id}"]`);
        if (gone?.contains(document.activeElement)) log.focus({ preventScroll: true });
        gone?.remove();
        drawDays();
      }
      if (person === current && person.messages.size === 0) drawChat();
      else drawAround();
    },
    typing({ chat_id: chat, seconds }) {
      if (chat !== current.id) return;
      showStatus("typing", true);
      clearTimeout(quietTyping);
      quietTyping = setTimeout(() => showStatus("bot"), seconds * 1000);
    },
    answer(answer) {
      answered.add(answer.query_id);
      settle(answer.query_id);
      if (!answer.text || answer.chat_id !== current.id) return;
      if (answer.alert) showAlert(answer.text);
      else toast(answer.text);
    },
    clock(clock) {
      showClock(clock);
      if (current) drawDays();
    },
  },
  (lost) => document.body.classList.toggle("lost", lost),
);

// -- what the person does

const composer = wireComposer({
  say,
  change: (id, text) => attempt("edit", here({ message_id: id, text })),
  something: (kind, caption) => attempt("send", here({ kind, caption })),
  start: () => say("/start"),
  lastOwn() {
    const own = [...current.messages.values()].filter(({ from_bot: theirs, payload }) => !theirs && payload.text);
    const last = own.at(-1);
    return last && { id: last.payload.message_id, text: last.payload.text };
  },
});

wireControls({
  async addPerson(name) {
    const { id } = await attempt("person", { name });
    const wait = () => (people.has(id) ? choose(id) : setTimeout(wait, 20));
    if (id) wait();
  },
  async travel(body) {
    const { notice } = await attempt("travel", body);
    if (notice === "nothing") toast("Nothing is due.");
    if (notice === "due") toast("Something is due now.");
    if (notice === "arrived") toast("Time has moved on.");
  },
});

$("to-newest").addEventListener("click", () => {
  toEnd(true);
  log.focus({ preventScroll: true });
});
log.addEventListener("scroll", () => {
  if (log.scrollTop < scrolled - 1) following = atEnd();
  else following ||= atEnd();
  scrolled = log.scrollTop;
  if (following) $("to-newest").hidden = true;
});
// Pictures that load and a phone's keyboard that opens change what "the end" is.
log.addEventListener("load", () => following && toEnd(true), true);
new ResizeObserver(() => following && toEnd(false)).observe(log);
