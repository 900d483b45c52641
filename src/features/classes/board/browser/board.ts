/** A board that stands open: what has changed comes by itself, and a tap does not leave the page. */

interface Policies {
  createPolicy(
    name: string,
    rules: { readonly createHTML: (html: string) => string },
  ): { createHTML(html: string): string };
}

const EVERY = 15_000; // ms
const { trustedTypes } = globalThis as unknown as { trustedTypes?: Policies };
/** The page's policy takes no text for markup unless it is said that it may: this is the part of the page that the server writes. */
const written = trustedTypes?.createPolicy("board", { createHTML: (html) => html });
const board = document.querySelector<HTMLElement>("#board")!;
const form = document.querySelector<HTMLFormElement>("#tap")!;
const said = document.querySelector<HTMLElement>("#said")!;
let tag = "";
/** What was asked for before the last tap is older than it, and is not shown. */
let taps = 0;

/** Nothing moves under a finger, or under the eyes of somebody who goes by keys. */
const isHeld = (): boolean =>
  board.querySelector(":active, button:focus-visible, summary:focus-visible, a:focus-visible") !==
  null;

async function look(): Promise<void> {
  const before = taps;
  const answer = await fetch(board.dataset["now"]!, {
    cache: "no-store",
    headers: tag === "" ? {} : { "if-none-match": tag },
  });
  if (answer.redirected || answer.status === 404) return location.reload(); // signed out, or the class is gone
  if (!answer.ok) return;
  const html = await answer.text();
  if (taps !== before || board.querySelector(":active")) return;
  tag = answer.headers.get("etag") ?? "";
  show(html);
}

/** What was open stays open, what had the focus has it again. */
function show(html: string): void {
  const open = [...board.querySelectorAll("details[open]")].map(({ id }) => id);
  const focus = board.contains(document.activeElement) ? document.activeElement!.id : "";
  const parsed = new DOMParser().parseFromString(written?.createHTML(html) ?? html, "text/html");
  board.replaceChildren(...parsed.body.childNodes);
  for (const id of open) board.querySelector(`details[id="${id}"]`)?.setAttribute("open", "");
  if (focus !== "")
    document.querySelector<HTMLElement>(`[id="${focus}"]`)?.focus({ preventScroll: true });
}

form.addEventListener("submit", (event) => {
  const button = event.submitter as HTMLButtonElement | null;
  if (!button) return;
  event.preventDefault();
  taps += 1;
  const body = new URLSearchParams([...new FormData(form, button)] as [string, string][]);
  fetch(form.action, { method: "POST", body, redirect: "manual" })
    .then((answer) => {
      // What was kept leads on; anything else is a page that says why not.
      if (answer.type !== "opaqueredirect") throw new Error(String(answer.status));
      said.textContent = "";
      return look();
    })
    .catch(() => {
      said.textContent = said.dataset["lost"]!;
    });
});

setInterval(() => {
  if (document.visibilityState === "visible" && !isHeld()) look().catch(() => undefined);
}, EVERY);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && !isHeld()) look().catch(() => undefined);
});
