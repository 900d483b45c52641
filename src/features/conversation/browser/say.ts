/** The script of a comment's form: what is sent without a link is kept on this device, and goes when there is one. The form works without. */
import { openDevice } from "../../../platform/web/device/browser/device.ts";

/** What somebody sent and no server has answered for. */
interface Kept {
  /** The secret of the form: sent twice it is one. */
  readonly id: string;
  readonly to: string;
  readonly fields: readonly (readonly [name: string, value: FormDataEntryValue])[];
  /** Where it stands since, until that was looked at; or why it was not taken. */
  readonly at?: string;
  readonly isRefused?: true;
}

const within = openDevice("cnd-say");
const PATIENCE = 60_000; // ms without an answer after which a line is taken for dead
let form: HTMLFormElement;
let words: Readonly<
  Record<"waits" | "full" | "later" | "sent" | "refused" | "look" | "open" | "none", string>
>;
let wait = 1; // seconds until the next try; doubled after each that fails
let isSending = false;

const byId = (id: string): HTMLElement => document.getElementById(id)!;
const say = (text: string): void => void (byId("told").textContent = text);
const own = (): string => (form.elements.namedItem("id") as HTMLInputElement).value;
const all = (): Promise<Kept[]> =>
  within("readonly", (store) => store.getAll() as IDBRequest<Kept[]>);
const keep = (one: Kept): Promise<unknown> =>
  within("readwrite", (store) => store.put(one, one.id));
const forget = (id: string): Promise<unknown> => within("readwrite", (store) => store.delete(id));

async function begin(): Promise<void> {
  form = byId("say") as HTMLFormElement;
  words = JSON.parse(form.dataset["words"]!) as typeof words;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  addEventListener("online", () => void sendAll());
  await sendAll();
}

/** Kept first, so that nothing is lost when the browser is killed meanwhile. */
async function send(): Promise<void> {
  const fields = [...new FormData(form)].filter(
    ([, value]) => typeof value === "string" || value.size > 0,
  );
  try {
    await keep({ id: own(), to: form.action, fields });
  } catch {
    return HTMLFormElement.prototype.submit.call(form); // this device keeps nothing: it goes as it always did
  }
  wait = 1;
  await sendAll();
}

async function sendAll(): Promise<void> {
  if (isSending) return;
  isSending = true;
  let cut: Cut | undefined;
  try {
    for (const one of await all()) if (!one.at && !one.isRefused) cut ??= await sendOne(one);
  } catch {
    cut = "waits";
  } finally {
    isSending = false;
  }
  await show();
  if (cut === undefined) return;
  say(words[cut]);
  setTimeout(() => void sendAll(), wait * 1000);
  wait = Math.min(60, wait * 2);
}

/** Why it has not gone: no line, a disk without room there, or another fault or a brake there. */
type Cut = "waits" | "full" | "later";

/** @returns nothing where a server has answered for it */
async function sendOne(one: Kept): Promise<Cut | undefined> {
  const body = new FormData();
  for (const [name, value] of one.fields) body.append(name, value);
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(one.to, { method: "POST", body, credentials: "omit", signal }).catch(
    () => undefined,
  );
  if (!answer) return "waits";
  if (answer.status === 507) return "full";
  if (answer.status === 429 || answer.status >= 500) return "later";
  const isTaken = answer.redirected && /\/c\/[^/]+$/.test(new URL(answer.url).pathname);
  if (answer.ok && !isTaken) return "waits"; // the page of a hotspot that wants to be read first, not an answer of ours
  const isHere = one.id === own();
  if (!isTaken) {
    if (!isHere) await keep({ ...one, isRefused: true });
    else {
      await forget(one.id);
      HTMLFormElement.prototype.submit.call(form); // the page that comes back says what does not fit
    }
    return undefined;
  }
  if (!isHere) await keep({ ...one, fields: [], at: answer.url });
  else {
    await forget(one.id);
    location.assign(answer.url);
  }
  return undefined;
}

/** What was kept at another time: that it has gone, or that it waits. */
async function show(): Promise<void> {
  const others = (await all().catch(() => [])).filter(({ id }) => id !== own());
  const list = byId("kept");
  list.hidden = others.length === 0;
  list.replaceChildren(...others.map(lineOf));
}

function lineOf(one: Kept): HTMLElement {
  const item = document.createElement("li");
  const about = document.createElement("span");
  const text = one.fields.find(([name]) => name === "text")?.[1];
  about.dir = "auto";
  about.textContent = typeof text === "string" ? text.slice(0, 80) : words.sent;
  const state = document.createElement("span");
  if (one.at) state.append(act("a", words.look, () => location.assign(one.at!), one));
  else if (one.isRefused)
    state.append(
      words.refused,
      " ",
      act("button", words.open, () => post(one), one),
    );
  else state.append(words.none);
  item.append(about, state);
  return item;
}

function act(name: "a" | "button", text: string, work: () => void, one: Kept): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (made instanceof HTMLAnchorElement) made.href = one.at!;
  else made.type = "button";
  made.addEventListener("click", (event) => {
    event.preventDefault();
    void forget(one.id).then(work);
  });
  return made;
}

/** As the form itself would: the words come back with what does not fit. */
function post({ to, fields }: Kept): void {
  const other = document.createElement("form");
  other.method = "post";
  other.action = to;
  for (const [name, value] of fields) {
    if (typeof value !== "string") continue;
    const field = document.createElement("textarea"); // keeps line breaks
    field.name = name;
    field.value = value;
    other.append(field);
  }
  other.hidden = true;
  document.body.append(other);
  other.submit();
}

void begin();
