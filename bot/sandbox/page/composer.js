// The message box: sending, editing, the command menu and the "something else" menu.

import { make } from "./formatting.js";

const $ = (id) => document.getElementById(id);
const box = $("say");
const touch = matchMedia("(hover: none)");

/** Put the focus where a person goes on; on a phone not into the box, which would open its keyboard. */
export function focusHome() {
  (touch.matches || box.offsetParent === null ? $("log") : box).focus({ preventScroll: true });
}

/** Wire the composer. `on` has say(text), change(id, text), something(kind, caption), start() and lastOwn(). */
export function wireComposer(on) {
  let edited = null;

  function grow() {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
    $("composer").classList.toggle("filled", box.value.trim() !== "");
  }

  function edit(id, text) {
    edited = id;
    $("editing").hidden = false;
    $("editing-text").textContent = text;
    box.value = text;
    grow();
    box.focus();
  }

  function reset() {
    edited = null;
    $("editing").hidden = true;
    box.value = "";
    grow();
  }

  function stopEditing() {
    reset();
    box.focus();
  }

  function submit() {
    const text = box.value.trim();
    if (!text) return;
    const id = edited;
    stopEditing();
    if (id === null) on.say(text);
    else on.change(id, text);
  }

  $("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && edited !== null) {
      stopEditing();
    } else if (event.key === "ArrowUp" && !box.value && edited === null) {
      const own = on.lastOwn();
      if (own) {
        event.preventDefault();
        edit(own.id, own.text);
      }
    }
  });
  $("cancel-edit").addEventListener("click", stopEditing);
  $("start").addEventListener("click", on.start);

  wireMenu($("menu-button"), $("menu"));
  wireMenu($("more-button"), $("more"));
  $("more").addEventListener("click", (event) => {
    const item = event.target.closest("[data-kind]");
    if (!item) return;
    const caption = item.dataset.kind === "photo" ? box.value.trim() : "";
    if (caption) reset();
    on.something(item.dataset.kind, caption);
  });

  return { edit, reset };
}

/** Fill the command menu. */
export function showCommands(commands, say) {
  $("menu-button").hidden = commands.length === 0;
  $("menu").replaceChildren(
    ...commands.map(({ command, description }) =>
      make(
        "li",
        { role: "none" },
        make(
          "button",
          { type: "button", role: "menuitem", onclick: () => say(`/${command}`) },
          make("span", { className: "words" }, description),
          make("code", {}, `/${command}`),
        ),
      ),
    ),
  );
}

function wireMenu(button, menu) {
  const items = () => [...menu.querySelectorAll("[role=menuitem]")];

  function show(open, focusBack = false) {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) items()[0]?.focus();
    else if (focusBack) button.focus();
  }

  button.addEventListener("click", () => show(menu.hidden));
  menu.addEventListener("click", (event) => {
    if (event.target.closest("[role=menuitem]")) {
      show(false);
      focusHome();
    }
  });
  menu.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[to % all.length].focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      show(false, true);
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.hidden && !menu.contains(event.target) && !button.contains(event.target)) show(false);
  });
}
