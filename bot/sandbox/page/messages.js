// Draws messages: bubbles, media, keyboards, days.

import { drawing, formatted, make } from "./formatting.js";

const PENCIL = "M4 20l4-1L19 8l-3-3L5 16z";
const SIGNS = {
  document: "M12 5v11M7 12l5 5 5-5M6 20h12",
  location: "M12 21s7-6.200 7-11a7 7 0 0 0-14 0c0 4.800 7 11 7 11zM12 10h.01",
  contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20a7 7 0 0 1 14 0",
  poll: "M6 20v-7M12 20V5M18 20v-11",
};

/** The page speaks British English, whatever the browser's language. */
export const LANGUAGE = "en-GB";

export const clockTime = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString(LANGUAGE, { hour: "2-digit", minute: "2-digit" });

export function dayName(seconds, now) {
  const day = new Date(seconds * 1000).toDateString();
  if (day === new Date(now * 1000).toDateString()) return "Today";
  if (day === new Date((now - 86400) * 1000).toDateString()) return "Yesterday";
  return new Date(seconds * 1000).toLocaleDateString(LANGUAGE, { weekday: "long", day: "numeric", month: "long" });
}

/** Return the element of one message. `on` has tap, copy, command and edit. */
export function drawMessage({ payload, from_bot: fromBot }, on) {
  const group = make("div", { className: `message ${fromBot ? "theirs" : "mine"}` });
  group.dataset.id = payload.message_id;
  group.dataset.date = payload.date;
  const bubble = make("div", { className: "bubble" });
  const line = make("div", { className: "line" }, bubble);
  bubble.append(make("span", { className: "unseen" }, fromBot ? "Rebound said: " : "You said: "));
  if (payload.forward_origin) {
    bubble.append(make("p", { className: "origin" }, `Forwarded from ${payload.forward_origin.sender_user_name}`));
  }
  bubble.append(...media(payload));
  const text = payload.text ?? payload.caption;
  if (text) {
    const entities = payload.entities ?? payload.caption_entities ?? [];
    const words = make("div", { className: "text", dir: "auto" }, formatted(text, entities, on));
    words.dataset.room = stampText(payload);
    bubble.append(words);
  }
  bubble.append(stamp(payload));
  if (payload.sticker) bubble.classList.add("bare");
  if (payload.photo) bubble.classList.add("pictured");
  if (!fromBot && text && !payload.forward_origin) line.prepend(editButton(payload.message_id, text, on));
  group.append(line);
  if (payload.reply_markup) group.append(keyboard(payload, on));
  return group;
}

function stamp(payload) {
  const time = make("time", { className: "stamp", dateTime: new Date(payload.date * 1000).toISOString() });
  time.textContent = stampText(payload);
  return time;
}

// A bot's changes of its own message are part of the conversation: only a person's edits are marked.
const stampText = (payload) =>
  `${payload.edit_date && !payload.from.is_bot ? "edited " : ""}${clockTime(payload.date)}`;

function editButton(id, text, on) {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return make(
    "button",
    { type: "button", className: "icon edit", "aria-label": `Edit: ${short}`, onclick: () => on.edit(id, text) },
    drawing(PENCIL),
  );
}

function keyboard(payload, on) {
  const holder = make("div", { className: "keyboard", role: "group", "aria-label": "Answers" });
  for (const row of payload.reply_markup.inline_keyboard) {
    holder.append(make("div", { className: "row" }, ...row.map((button) => key(payload, button, on))));
  }
  return holder;
}

function key(payload, button, on) {
  const element = make("button", { type: "button", className: `key ${button.style ?? ""}` }, button.text);
  if (button.url) element.dataset.mark = "↗";
  if (button.copy_text) {
    element.classList.add("copies");
    element.setAttribute("aria-label", `${button.text} (copies)`);
  }
  element.addEventListener("click", () => on.tap(payload.message_id, button, element));
  return element;
}

function media(payload) {
  if (payload.photo) return [picture(payload)];
  if (payload.document) return [paper(payload.document)];
  if (payload.sticker) return [make("p", { className: "sticker" }, payload.sticker.emoji ?? "")];
  if (payload.voice) return [voice(payload.voice)];
  if (payload.location) return [card("location", "Location", place(payload.location))];
  if (payload.contact) return [card("contact", payload.contact.first_name, payload.contact.phone_number)];
  if (payload.poll) return [card("poll", payload.poll.question, "Poll")];
  return [];
}

const place = ({ latitude, longitude }) => `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;

function picture(payload) {
  const size = payload.photo.at(-1);
  if (size.file_id === "photo") return make("div", { className: "placeholder", role: "img", "aria-label": "Photo" });
  const address = `/files/${encodeURIComponent(size.file_id)}`;
  const image = make("img", { src: address, alt: payload.caption ?? "Picture" });
  if (size.width && size.height) image.style.aspectRatio = `${size.width} / ${size.height}`;
  return make("a", { className: "picture", href: address, target: "_blank", rel: "noopener" }, image);
}

function paper(file) {
  const address = `/files/${encodeURIComponent(file.file_id)}`;
  const size = file.file_size < 1024 ? `${file.file_size} B` : `${(file.file_size / 1024).toFixed(1)} kB`;
  return make(
    "a",
    { className: "file", href: address, download: file.file_name, "aria-label": `Download ${file.file_name}, ${size}` },
    make("span", { className: "sheet" }, drawing(SIGNS.document)),
    make("span", {}, make("strong", {}, file.file_name), make("small", {}, size)),
  );
}

function voice({ duration }) {
  const wave = make("span", { className: "wave", "aria-hidden": "true" });
  for (let i = 0; i < 22; i++) {
    const bar = make("i");
    bar.style.height = `${5 + Math.abs(Math.sin(i * 1.7) + Math.sin(i * 0.6)) * 9}px`;
    wave.append(bar);
  }
  const length = `0:${String(duration).padStart(2, "0")}`;
  return make("div", { className: "voice", role: "img", "aria-label": `Voice message, ${length}` }, wave, length);
}

function card(sign, title, detail) {
  return make(
    "div",
    { className: "file" },
    make("span", { className: "sheet" }, drawing(SIGNS[sign])),
    make("span", {}, make("strong", {}, title), make("small", {}, detail)),
  );
}
