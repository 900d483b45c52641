/**
 * The queue by keyboard: the next one stands there at once, from the list; what was done is sent a few seconds later, so
 * that it can be undone. Without this script the same form is sent at once, and the page comes back with the next one.
 */

const KEPT = "desk-keys"; // in this browser alone
const UNDO = 5000; // ms
const WIDE = 960; // px; from there on the list and the one beside are both in view

interface Action {
  readonly id: string;
  readonly body: URLSearchParams;
  readonly row: HTMLLIElement;
  readonly before: Element | null;
  readonly timer: ReturnType<typeof setTimeout>;
}

const list = document.querySelector<HTMLOListElement>(".queue");
const beside = document.querySelector<HTMLElement>("#beside");
const form = document.querySelector<HTMLFormElement>("#settle");
const did = document.querySelector<HTMLElement>("#did");
const undoButton = document.querySelector<HTMLButtonElement>("#undo");
const left = document.querySelector<HTMLElement>("#left");
const legend = document.querySelector<HTMLElement>("#keys");
const isOn = legend?.querySelector("input");
let pending: Action | undefined;
const unsent: Pick<Action, "id" | "body">[] = [];
let isSending = false;

if (list && beside && form && did && undoButton && legend && isOn) {
  legend.hidden = false;
  isOn.checked = localStorage.getItem(KEPT) !== "off";
  isOn.addEventListener("change", () => localStorage.setItem(KEPT, isOn.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    const isTyping =
      target instanceof HTMLElement &&
      target.matches("input:not([type=checkbox]), textarea, select");
    if (isTyping && key === "Escape") return target.blur();
    if (!isOn.checked || isTyping || altKey || ctrlKey || metaKey) return;
    if (press(key)) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || button.value === "note") return;
    if (button.value === "refuse" && field("reason").value.trim() === "") return;
    event.preventDefault();
    act(button.value);
  });
  undoButton.addEventListener("click", undo);
  addEventListener("pagehide", leave);
  list.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("li") : null;
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    show(row);
  });
}

/** @returns whether the key did something */
function press(key: string): boolean {
  const button = buttonFor(key);
  if (button) {
    if (button.closest("[hidden]")) return false;
    button.click();
    return true;
  }
  const row = current();
  if (key === "u") return undo();
  if (key === "j") return show(row?.nextElementSibling);
  if (key === "k") return show(row?.previousElementSibling);
  if (key === "r") return focusOn(field("reason"));
  if (key === "o") {
    const about = beside!.querySelector<HTMLAnchorElement>(".meta a[rel=noopener]");
    if (about) open(about.href, "_blank", "noopener");
    return about !== null;
  }
  return false;
}

function buttonFor(key: string): HTMLButtonElement | undefined {
  const values: Readonly<Record<string, string>> = { a: "accept", s: "second", l: "leave" };
  const value = values[key];
  if (value !== undefined) return form!.querySelector<HTMLButtonElement>(`[value=${value}]`)!;
  const ready = form!.querySelectorAll<HTMLButtonElement>('[value^="refuse:"]');
  return /^[1-9]$/.test(key) ? ready[Number(key) - 1] : undefined;
}

function focusOn(one: HTMLElement): boolean {
  if (one.closest("[hidden]")) return false;
  one.focus();
  return true;
}

const field = (name: string): HTMLTextAreaElement =>
  form!.querySelector<HTMLTextAreaElement>(`textarea[name=${name}]`)!;

const current = (): HTMLLIElement | undefined =>
  list!.querySelector("[aria-current]")?.closest("li") ?? undefined;

/** The form goes out in a while; the next one is here now. */
function act(what: string): void {
  const row = current();
  if (!row) return;
  flush();
  const section = beside!.firstElementChild as HTMLElement;
  const body = new URLSearchParams({
    do: what,
    version: section.dataset["version"]!,
    reason: field("reason").value,
    note: field("note").value,
  });
  const next = nextOf(row);
  const before = row.nextElementSibling;
  row.remove();
  pending = { id: row.dataset["id"]!, body, row, before, timer: setTimeout(flush, UNDO) };
  const sort = what === "accept" ? "show" : what.split(":")[0]!;
  say(`${did!.dataset[sort]} ${row.querySelector("a")!.textContent}`);
  undoButton!.hidden = false;
  counted(-1);
  if (next) show(next);
  else {
    beside!.replaceChildren();
    form!.hidden = true;
    undoButton!.focus();
  }
}

/** The next one that whoever sits here may decide. */
function nextOf(row: HTMLLIElement): Element | null {
  const isHeld = (one: Element) => templateOf(one).content.querySelector("[data-held]") !== null;
  let next = row.nextElementSibling;
  while (next && isHeld(next)) next = next.nextElementSibling;
  return next ?? [...list!.children].find((one) => one !== row && !isHeld(one)) ?? null;
}

const templateOf = (row: Element): HTMLTemplateElement => row.querySelector("template")!;

function show(row: Element | null | undefined): boolean {
  if (!row) return false;
  const section = document.importNode(templateOf(row).content, true)
    .firstElementChild as HTMLElement;
  beside!.replaceChildren(section);
  for (const link of list!.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
  const link = row.querySelector("a")!;
  link.setAttribute("aria-current", "true");
  history.replaceState(null, "", link.href);
  const { id, version, held, kind } = section.dataset;
  form!.hidden = false;
  form!.action = `/desk/conversation/${id}/decide${form!.dataset["query"]}`;
  form!.querySelector<HTMLInputElement>("[name=version]")!.value = version!;
  for (const one of ["reason", "note"]) field(one).value = "";
  const hide = (selector: string, isHidden: boolean) => {
    for (const one of form!.querySelectorAll<HTMLElement>(selector)) one.hidden = isHidden;
  };
  hide("[data-for=decide]", held !== undefined);
  hide("[data-for=refuse], [data-for=note]", version === "");
  hide("[data-not=reported]", kind === "reported");
  hide("[data-only=reported]", kind !== "reported");
  row.scrollIntoView({ block: "nearest" });
  section.querySelector<HTMLElement>("h2")!.focus({ preventScroll: innerWidth >= WIDE });
  return true;
}

function undo(): boolean {
  if (!pending) return false;
  const { row, before, timer } = pending;
  clearTimeout(timer);
  list!.insertBefore(row, before?.isConnected ? before : null);
  pending = undefined;
  counted(1);
  say("");
  undoButton!.hidden = true;
  return show(row);
}

/** What was done is sent: after a while, before the next is done, and when the page is left. */
function flush(): void {
  if (!pending) return;
  const { id, body, timer } = pending;
  clearTimeout(timer);
  pending = undefined;
  undoButton!.hidden = true;
  unsent.push({ id, body });
  void drain();
}

/** One after the other, so that nothing is decided in another order than it was pressed; the page stays until all went. */
async function drain(): Promise<void> {
  if (isSending) return;
  isSending = true;
  for (let next = unsent.shift(); next; next = unsent.shift()) await send(next);
  isSending = false;
  if (!pending && list!.children.length === 0)
    location.assign(`/desk/conversation${form!.dataset["query"]}`);
}

/** All that waits still goes out at once: the browser sends it after the page is gone. */
function leave(): void {
  flush();
  for (const one of unsent.splice(0)) void post(one);
}

async function send(one: Pick<Action, "id" | "body">): Promise<void> {
  try {
    const response = await post(one);
    if (!response.ok) say(((await response.json()) as { error?: string }).error ?? lost());
  } catch {
    say(lost());
  }
}

function post({ id, body }: Pick<Action, "id" | "body">): Promise<Response> {
  const headers = { Accept: "application/json" };
  const options = { method: "POST", body, headers, keepalive: true };
  return fetch(`/desk/conversation/${id}/decide`, options);
}

const lost = (): string => did!.dataset["lost"]!;

function say(text: string): void {
  did!.textContent = text;
}

function counted(by: number): void {
  const now = Number(left!.dataset["n"] ?? left!.textContent.replaceAll(/\D/g, "")) + by;
  left!.dataset["n"] = String(now);
  left!.textContent = now.toLocaleString(document.documentElement.lang);
}
