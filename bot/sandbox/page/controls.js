// The sandbox's own controls: people, the clock, time travel, toasts and alerts.

import { make } from "./formatting.js";
import { clockTime, LANGUAGE } from "./messages.js";

const $ = (id) => document.getElementById(id);
let offset = 0;
let fading;

/** The sandbox's time in epoch seconds. */
export const now = () => Date.now() / 1000 + offset;

export function showClock(clock) {
  offset = clock.now - Date.now() / 1000;
  tick();
  const button = $("to-next");
  button.hidden = !clock.can_travel_to_due;
  button.setAttribute("aria-disabled", String(clock.due === null));
  $("due").textContent = clock.can_travel_to_due ? dueText(clock.due) : "";
}

function dueText(due) {
  if (due === null) return "Nothing is due.";
  if (due <= now()) return "Something is due now.";
  const day = new Date(due * 1000).toLocaleDateString(LANGUAGE, { weekday: "short", day: "numeric", month: "short" });
  return `Next due: ${day}, ${clockTime(due)}`;
}

function tick() {
  const date = new Date(now() * 1000);
  $("clock-time").textContent = $("pill-time").textContent = clockTime(now());
  $("clock-time").dateTime = date.toISOString();
  $("clock-date").textContent = date.toLocaleDateString(LANGUAGE, {
    weekday: "long", day: "numeric", month: "long", year: "numeric",
  });
}

export function showPeople(people, current, choose) {
  $("people").replaceChildren(
    ...people.map((person) => {
      const button = make(
        "button",
        { type: "button", onclick: () => choose(person.id) },
        make("span", { className: `avatar tint-${person.id % 6}`, "aria-hidden": "true" }, initial(person.name)),
        make("span", { className: "person-words" }, make("strong", {}, person.name), make("small", {}, last(person))),
      );
      button.setAttribute("aria-pressed", String(person.id === current.id));
      if (person.unread) button.append(make("span", { className: "badge", "aria-label": `${person.unread} new` }, String(person.unread)));
      return make("li", {}, button);
    }),
  );
  $("current-avatar").textContent = initial(current.name);
  $("current-avatar").className = `avatar small tint-${current.id % 6}`;
  $("current-name").textContent = current.name;
}

const initial = (name) => [...name][0].toUpperCase();

function last(person) {
  const message = [...person.messages.values()].at(-1);
  if (!message) return "has not said anything yet";
  const { text, caption } = message.payload;
  return (text ?? caption ?? "sent something").replaceAll("\n", " ").slice(0, 60);
}

/** Wire people and time. `on` has addPerson(name) and travel(body). */
export function wireControls(on) {
  $("add-person").addEventListener("submit", (event) => {
    event.preventDefault();
    const name = $("person-name").value.trim();
    if (!name) return;
    $("person-name").value = "";
    on.addPerson(name);
  });
  for (const button of document.querySelectorAll("[data-seconds]")) {
    button.addEventListener("click", () => on.travel({ seconds: Number(button.dataset.seconds) }));
  }
  $("to-next").addEventListener("click", () => on.travel({ to: "next" }));
  $("open-controls").addEventListener("click", () => openControls(true));
  $("close-controls").addEventListener("click", () => openControls(false));
  $("controls").addEventListener("keydown", (event) => {
    if (event.key === "Escape") openControls(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (document.body.classList.contains("controls-open") && !$("controls").contains(event.target)) openControls(false);
  });
  setInterval(tick, 1000);
}

export function openControls(open) {
  const was = document.body.classList.contains("controls-open");
  document.body.classList.toggle("controls-open", open);
  $("open-controls").setAttribute("aria-expanded", String(open));
  if (open) $("close-controls").focus();
  else if (was) $("open-controls").focus();
}

export function toast(text) {
  const holder = $("toast");
  holder.textContent = text;
  holder.classList.add("shown");
  clearTimeout(fading);
  fading = setTimeout(() => holder.classList.remove("shown"), Math.min(2500 + text.length * 40, 8000));
}

export function showAlert(text) {
  $("alert-text").textContent = text;
  if (!$("alert").open) $("alert").showModal();
}
