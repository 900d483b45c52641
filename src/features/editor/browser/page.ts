/** The editor, where there is a script: words are kept on this device at once and on the server every few seconds. */
import { forget, keep, kept, type Kept } from "./keep.ts";
import { openPreview, send, showSaved, type Answer } from "./live.ts";
import { showMarks } from "./marks.ts";

const PAUSE = 2000; // ms after the last key
const AT_MOST = 6000; // ms between two savings while somebody writes on

interface Words {
  readonly tools: Readonly<Record<string, string>>;
  readonly samples: Readonly<Record<string, string>>;
  readonly live: Readonly<Record<string, string>>;
}

async function begin(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("form#draft");
  const place = document.getElementById("live");
  if (!form || !place) return;
  const id = form.dataset["id"] ?? "";
  const words = JSON.parse(place.dataset["words"] ?? "{}") as Words;
  const base = form.elements.namedItem("base") as HTMLInputElement;
  const say = (text: string, ...more: (string | Node)[]) => place.replaceChildren(text, ...more);
  const text = form.elements.namedItem("markdown");
  const tools = document.getElementById("tools");
  if (text instanceof HTMLTextAreaElement && tools) showMarks(tools, text, words);
  await restore(form, id, base, (link) => say(words.live["restored"] ?? "", " ", link), words);

  const preview = document.getElementById("preview");
  const renew = preview instanceof HTMLIFrameElement ? openPreview(preview) : () => undefined;
  let stopped = false; // two texts: which is right is for a person to say
  let dirty = false;
  let isThere = true; // the server, to us
  let sending: Promise<void> | undefined;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function changed(): void {
    dirty = true;
    // No room on this device: the server has it in a moment.
    keep(id, { base: base.value, fields: fieldsOf(form!) }).catch(() => undefined);
    plan();
  }
  function plan(wait = Math.min(PAUSE, Math.max(0, last + AT_MOST - Date.now()))): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  }
  async function save(): Promise<void> {
    if (sending || !dirty || stopped) return;
    dirty = false;
    isThere = true;
    last = Date.now();
    sending = exchange();
    await sending;
    if (dirty) plan(isThere ? undefined : AT_MOST);
  }
  async function exchange(): Promise<void> {
    const sent = fieldsOf(form!);
    const answer = await send(`${location.pathname}/autosave`, { ...sent, base: base.value });
    await take(answer, sent);
    sending = undefined;
  }
  async function take(answer: Answer, sent: Kept["fields"]): Promise<void> {
    if (typeof answer === "object" && "version" in answer) {
      base.value = String(answer.version);
      if (dirty) await keep(id, { base: base.value, fields: fieldsOf(form!) });
      else if (JSON.stringify(sent) === JSON.stringify(fieldsOf(form!))) await forget(id);
      say(words.live["saved"] ?? "");
      showSaved(answer);
      return renew();
    }
    dirty = true;
    if (typeof answer === "object") {
      stopped = true;
      if ("conflict" in answer) {
        await forget(id); // the server keeps it beside the other
        return say(words.live["conflict"] ?? "", " ", linkToBoth(answer.conflict, words));
      }
      return say(`${words.live["refused"]} ${answer.error}`);
    }
    isThere = false;
    say(words.live[answer === "offline" ? "offline" : "signedOut"] ?? "");
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => {
    stopped = true;
    clearTimeout(timer);
    if (!sending) return;
    event.preventDefault(); // what is under way has a number that the form needs, else one is too late for oneself
    const { submitter } = event;
    void sending.then(() => form.requestSubmit(submitter));
  });
  // What another form of the page does, such as adding a picture, it does to the draft that the server has.
  document.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    if (target === form || !(target instanceof HTMLFormElement) || stopped) return;
    if (!dirty && !sending) return;
    event.preventDefault();
    clearTimeout(timer);
    void goOn(target, submitter);
  });
  async function goOn(other: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    await sending;
    await save();
    if (stopped) return; // it says why
    stopped = true;
    other.requestSubmit(submitter);
  }
  addEventListener("online", () => void save());
  document.addEventListener("visibilitychange", () => void save());
  place.dataset["ready"] = "yes";
  if (place.dataset["restored"] === "yes") changed();
}

/** Where the text of this device and that of the server stand side by side. */
function linkToBoth(mine: number, words: Words): HTMLElement {
  const link = document.createElement("a");
  link.href = `${location.pathname}/both?mine=${mine}`;
  link.textContent = words.live["seeBoth"] ?? "";
  return link;
}

/** Words that the server never got are put back, over the version that they were written over. */
async function restore(
  form: HTMLFormElement,
  id: string,
  base: HTMLInputElement,
  tell: (link: Node) => void,
  words: Words,
): Promise<void> {
  const here = await kept(id).catch(() => undefined);
  if (!here) return;
  const now = fieldsOf(form);
  const same = Object.entries(here.fields).every(
    ([name, value]) => flat(now[name]) === flat(value),
  );
  if (same) return void (await forget(id));
  if (here.base !== base.value) {
    // A button sent them, and the form shows them otherwise, such as a whole name: they are saved.
    const answer = await send(`${location.pathname}/autosave`, { ...here.fields, base: here.base });
    const isSaved = typeof answer === "object" && "version" in answer;
    if (isSaved && String(answer.version) === base.value) return void (await forget(id));
  }
  for (const [name, value] of Object.entries(here.fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox")
      field.checked = value !== "";
    else if (isField(field) || field instanceof RadioNodeList) field.value = value;
    else if (!field && value !== "") form.append(hidden(name, value)); // a row that the page has no more
  }
  base.value = here.base;
  document.getElementById("live")!.dataset["restored"] = "yes";
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "quiet small";
  drop.textContent = words.live["drop"] ?? "";
  drop.addEventListener("click", () => void forget(id).then(() => location.reload()));
  tell(drop);
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}

const isField = (
  field: unknown,
): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  field instanceof HTMLInputElement ||
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLSelectElement;

/** What a form would send, but for the version and the button; a box that is not ticked says so. */
function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const boxes = form.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  const fields: Record<string, string> = Object.fromEntries(
    [...boxes].map(({ name }) => [name, ""]),
  );
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && name !== "base" && name !== "next") fields[name] = value;
  return fields;
}

const flat = (text = ""): string => text.replaceAll("\r\n", "\n").trim();

void begin();
