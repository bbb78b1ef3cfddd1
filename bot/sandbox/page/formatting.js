// Turns text and Telegram's entities into elements. Words only ever go into text nodes.

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", blockquote: "blockquote",
  expandable_blockquote: "blockquote", spoiler: "span", code: "code", pre: "pre",
};

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

/** Make an element; `props` are its properties, `children` nodes or strings (as text). */
export function make(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

/** Make a line drawing from the path `d`. */
export function drawing(d) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}

/** Return a fragment for `text`; `on.copy(text)` and `on.command(text)` are called for taps. */
export function formatted(text, entities, on) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes(text, 0, text.length, sorted, on));
  return fragment;
}

function nodes(text, start, end, entities, on) {
  const out = [];
  let at = start;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    if (entity.offset < at) continue;
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset > at) out.push(text.slice(at, entity.offset));
    const inner = entities.slice(i + 1).filter((other) => other.offset < stop);
    const element = wrap(entity, text.slice(entity.offset, stop), on);
    element.append(...nodes(text, entity.offset, stop, inner, on));
    at = stop;
    if (BLOCKS.has(entity.type)) {
      // A block ends its line by itself: the line break behind it is not shown twice.
      if (text[at] === "\n") at += 1;
    }
    out.push(element);
  }
  if (at < end) out.push(text.slice(at, end));
  return out;
}

function wrap(entity, text, on) {
  if (entity.type === "bot_command") {
    return make("button", { type: "button", className: "link", onclick: () => on.command(text) });
  }
  if (entity.type === "url" || entity.type === "text_link") return link(entity.url ?? text);
  const element = make(TAGS[entity.type] ?? "span", { className: entity.type });
  if (entity.type === "code" || entity.type === "pre") copyable(element, text, on);
  return element;
}

function link(address) {
  if (!/^(https?:\/\/|tel:|mailto:)/i.test(address)) return make("span", { title: address });
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" });
}

function copyable(element, text, on) {
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", `Copy: ${text}`);
  element.title = "Tap to copy";
  element.addEventListener("click", () => on.copy(text));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    on.copy(text);
  });
}

/** Put text on the clipboard. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { value: text, className: "unseen" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
