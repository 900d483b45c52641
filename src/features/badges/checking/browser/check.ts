/** The script of the page on which a badge is checked: by camera, photo or text, worked out here, so that it needs no link. */
import { keepPage } from "../../../../platform/web/device/browser/keep-page.ts";
import { judge, type Known, type Verdict } from "../judge.ts";
import { filledIn, saidOf } from "../said.ts";
import type { VerdictWords } from "../words.ts";
import { codeIn, watch } from "./camera.ts";

type Words = VerdictWords &
  Readonly<Record<"knownHere" | "reading" | "noCamera" | "keeping" | "isKept" | "notKept", string>>;

const form = byId("badge") as HTMLFormElement;
const words = JSON.parse(form.dataset["words"]!) as Words;
const TONES = { right: "is-right", open: "is-open", wrong: "is-not" } as const;
let known: Known | undefined;
let stop: (() => void) | undefined;

/** Set the page up. Without this script, and where nothing can be worked out, the form is answered by the server. */
function begin(): void {
  if (!isSecureContext || !globalThis.crypto?.subtle) {
    byId("plainly").hidden = false;
    return;
  }
  byId("keeping").hidden = false;
  byId("by-camera").hidden = !navigator.mediaDevices?.getUserMedia;
  form.addEventListener("submit", (event) => {
    if (!known) return; // the server knows them
    event.preventDefault();
    void checkForm();
  });
  byId("camera").addEventListener("click", () => void look());
  byId("stop").addEventListener("click", () => close());
  byId("keep").addEventListener("click", () => void keep());
  if (!("serviceWorker" in navigator)) byId("keep").hidden = true;
  globalThis.addEventListener("online", () => void ask());
  void ask();
}

/** The keys and what was taken back: from the instance, or, without a link, as they were kept. */
async function ask(): Promise<void> {
  try {
    const answer = await fetch(form.dataset["known"]!);
    if (answer.ok) known = (await answer.json()) as Known;
  } catch {
    return; // what was known before is known still
  }
  if (!known) return;
  const { keys, withdrawn, asked = "" } = known;
  const values = { keys: number(keys.length), taken: number(withdrawn.length), asked: day(asked) };
  byId("known").textContent = filledIn(words.knownHere, values);
}

async function checkForm(): Promise<void> {
  const text = field("text").value;
  const photo = field("photo").files?.[0];
  if (text.trim() !== "" || !photo) return check(text);
  say("said", words.reading);
  const code = await codeIn(photo, form.dataset["reader"]!).catch(() => undefined);
  say("said");
  if (code === undefined) return show({ first: words.noCode });
  field("text").value = code;
  field("photo").value = "";
  await check(code);
}

async function check(text: string): Promise<void> {
  const how = { name: field("name").value, known: known!, now: Date.now() };
  let verdict = await judge(text, how);
  if (verdict.is === "address") verdict = await behind(verdict, how);
  const said = saidOf(verdict, words, day);
  show(said);
}

/** Where there is a link, the badge at an address of this instance is fetched. */
async function behind(
  verdict: Extract<Verdict, { readonly is: "address" }>,
  how: Parameters<typeof judge>[1],
): Promise<Verdict> {
  try {
    const answer = await fetch(`/badges/${verdict.id}.jwt`);
    if (answer.ok) return await judge(await answer.text(), how);
  } catch {
    // there is none
  }
  return verdict;
}

interface Shown {
  readonly tone?: keyof typeof TONES;
  readonly first: string;
  readonly more?: readonly string[];
}

function show({ tone = "open", first, more = [] }: Shown): void {
  const head = document.createElement("p");
  head.className = TONES[tone];
  const strong = document.createElement("b");
  strong.textContent = first;
  head.append(strong);
  const list = document.createElement("ul");
  list.className = "lines";
  for (const one of more) {
    const line = document.createElement("li");
    line.dir = "auto";
    line.textContent = one;
    list.append(line);
  }
  const found = byId("found");
  found.replaceChildren(head, ...(more.length > 0 ? [list] : []));
  found.scrollIntoView({ block: "nearest" });
}

/** The camera stays on until a code is read, or it is stopped. */
async function look(): Promise<void> {
  if (stop) return close();
  byId("seen").hidden = false;
  byId("camera").ariaExpanded = "true";
  say("said");
  const video = byId("video") as HTMLVideoElement;
  try {
    const watching = await watch(video, form.dataset["reader"]!);
    stop = watching.stop;
    byId("stop").focus();
    const code = await watching.code;
    close();
    field("text").value = code;
    if (known) await check(code);
  } catch {
    if (!stop) say("said", words.noCamera);
    close();
  }
}

function close(): void {
  stop?.();
  stop = undefined;
  byId("seen").hidden = true;
  byId("camera").ariaExpanded = "false";
}

async function keep(): Promise<void> {
  say("said-keeping", words.keeping);
  const isKept = (await keepPage(location.pathname)) === true;
  say("said-keeping", isKept ? words.isKept : words.notKept);
}

function say(id: "said" | "said-keeping", text?: string): void {
  byId(id).hidden = text === undefined;
  byId(id).textContent = text ?? "";
}
const { lang } = document.documentElement;
function day(said: string): string {
  if (said === "") return said;
  return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(said),
  );
}
function number(value: number): string {
  return new Intl.NumberFormat(lang).format(value);
}
function field(name: string): HTMLInputElement {
  return byId(name) as HTMLInputElement;
}
function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

begin();
