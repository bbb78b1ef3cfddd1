// Talks to the sandbox's server: actions out, events in.

/** Do something; returns the server's answer, or throws when there is none. */
export async function act(action, body) {
  const answer = await fetch(`/api/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${action}: ${answer.status}`);
  return answer.json();
}

/** Hear events: `handlers` has a function for each kind; `lost` is called with true while there is no line. */
export function listen(handlers, lost) {
  const source = new EventSource("/events");
  for (const [kind, handle] of Object.entries(handlers)) {
    source.addEventListener(kind, (event) => handle(JSON.parse(event.data)));
  }
  source.addEventListener("open", () => lost(false));
  source.addEventListener("error", () => lost(true));
}
