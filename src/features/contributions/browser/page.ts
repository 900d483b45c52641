/** The script of /take-part/story: keeps every keystroke, makes photos small, and sends when there is a link. The page works without. */
import { fillFields, readFields, showProblems } from "./form.ts";
import { chooseHidden } from "./hiding.ts";
import {
  forget,
  loadPieces,
  loadWords,
  random,
  savePieces,
  saveWords,
  type Kept,
  type Piece,
} from "./keep.ts";
import { startRecording } from "./record.ts";
import { Refused, sendPiece } from "./send.ts";
import { shrink } from "./shrink.ts";

let form: HTMLFormElement;
let words: Readonly<Record<string, string>>;
let kept: Kept;
let pieces: Piece[] = [];

const byId = (id: string): HTMLElement => document.getElementById(id)!;
const say = (text: string): void => void (byId("said").textContent = text);
const told = (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
  words[name]!.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
const kb = (bytes: number): number => Math.max(1, Math.round(bytes / 1000));

export async function begin(): Promise<void> {
  form = byId("tell") as HTMLFormElement;
  words = JSON.parse(form.dataset["words"]!) as typeof words;
  const before = await loadWords().catch(() => undefined);
  const hasCome = (form.elements.namedItem("id") as HTMLInputElement | null)?.value;
  kept = before ?? { secret: hasCome ?? random(), fields: readFields(form), ready: false };
  if (before) {
    pieces = await loadPieces();
    fillFields(form, before.fields);
    say(told("back"));
  }
  form.addEventListener("input", () => void keepWords());
  form.addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    if (input.type === "file") addFiles(input).catch(complain);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    kept.ready = true;
    keepWords().then(sendAll).catch(complain);
  });
  addEventListener("online", () => void sendAll());
  const record = byId("record");
  record.hidden = !("MediaRecorder" in globalThis);
  record.addEventListener("click", () => void recordVoice(record).catch(complain));
  showPieces();
  if (kept.ready) await sendAll();
}

const complain = (error: Error): void => say(error.message);

let saving: Promise<unknown> | undefined;
let isStale = false;
/** One write at a time; what is typed meanwhile goes with the next one. */
async function keepWords(): Promise<void> {
  kept.fields = readFields(form);
  isStale = true;
  saving ??= (async () => {
    while (isStale) {
      isStale = false;
      await saveWords(kept);
    }
    saving = undefined;
  })();
  await saving.catch(() => say(told("room")));
}
const keepPieces = (): Promise<unknown> => savePieces(pieces).catch(() => say(told("room")));

async function addFiles(input: HTMLInputElement): Promise<void> {
  for (const file of input.files ?? []) await add(input.name, file);
  input.value = "";
}

async function add(what: string, file: Blob): Promise<void> {
  let [blob, name] = [file, told("whole", { is: kb(file.size) })];
  if (what === "photo")
    try {
      blob = await shrink(file, []);
      name = told("shrunk", { was: kb(file.size), is: kb(blob.size) });
    } catch {
      name = told("unreadable");
    }
  pieces.push({ id: random(), what, blob, name, sent: 0 });
  await keepPieces();
  await keepWords();
  showPieces();
}

let stop: (() => void) | undefined;

async function recordVoice(button: HTMLElement): Promise<void> {
  if (stop) return stop();
  let recording;
  try {
    recording = await startRecording();
  } catch {
    return say(told("noMicrophone"));
  }
  const began = Date.now();
  button.textContent = told("stop");
  const clock = setInterval(
    () => say(told("recording", { time: `${Math.round((Date.now() - began) / 1000)} s` })),
    1000,
  );
  stop = recording.stop;
  const whole = await recording.whole;
  stop = undefined;
  clearInterval(clock);
  button.textContent = told("record");
  say("");
  await add("voice", whole);
}

function showPieces(): void {
  const list = byId("pieces");
  list.hidden = pieces.length === 0;
  list.replaceChildren(...pieces.map(lineOf));
}

function lineOf(piece: Piece): HTMLElement {
  const item = document.createElement("li");
  const text = document.createElement("span");
  const label = document.querySelector(`label[for=${piece.what}]`)?.firstChild?.textContent ?? "";
  text.textContent = `${label.trim()}: ${piece.name}${piece.done ? `; ${told("arrived")}` : ""}`;
  const acts = document.createElement("span");
  acts.className = "acts";
  if (piece.what === "photo" && !piece.done) acts.append(act(told("hide"), () => hideIn(piece)));
  acts.append(act(told("remove"), () => remove(piece)));
  item.append(text, acts);
  return item;
}

function act(name: string, work: () => Promise<void>): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = name;
  button.addEventListener("click", () => void work().catch(complain));
  return button;
}

async function hideIn(piece: Piece): Promise<void> {
  const hidden = await chooseHidden(piece.blob, byId("hiding"), words);
  if (hidden.length === 0) return;
  const blob = await shrink(piece.blob, hidden);
  // Another file than before, so another id: what was sent of the first one belongs to nothing.
  pieces = pieces.map((one) => (one === piece ? { ...piece, id: random(), blob, sent: 0 } : one));
  await keepPieces();
  showPieces();
}

async function remove(piece: Piece): Promise<void> {
  pieces = pieces.filter((one) => one !== piece);
  await keepPieces();
  showPieces();
}

let isSending = false;
let wait = 1; // seconds until the next try; doubled after each that fails

async function sendAll(): Promise<void> {
  if (!kept.ready || isSending) return;
  isSending = true;
  const began = Date.now();
  const before = pieces.reduce((sum, { sent }) => sum + sent, 0);
  const progress = () => {
    const sent = pieces.reduce((sum, one) => sum + one.sent, 0);
    const rest = pieces.reduce((sum, one) => sum + one.blob.size, 0) - sent;
    const rate = Math.max(500, ((sent - before) / (Date.now() - began + 1)) * 1000);
    const done = pieces.filter((one) => one.done).length;
    wait = 1;
    say(told("sending", { done, all: pieces.length, kb: kb(rest), time: duration(rest / rate) }));
    keepPieces().catch(complain);
  };
  try {
    for (const piece of pieces) await sendPiece(piece, kept.secret, progress);
    showPieces();
    say(told("words"));
    await sendWords();
  } catch (error) {
    if (error instanceof Refused) {
      kept.ready = false;
      await keepWords();
      say(error.message);
    } else again();
  } finally {
    isSending = false;
  }
}

function again(): void {
  say(navigator.onLine ? told("again", { time: duration(wait) }) : told("waits"));
  setTimeout(() => void sendAll(), wait * 1000);
  wait = Math.min(60, wait * 2);
}

async function sendWords(): Promise<void> {
  const uploads = pieces.map(({ id }) => id).join(" ");
  const body = new URLSearchParams({ ...kept.fields, id: kept.secret, uploads });
  const answer = await fetch("/take-part/story", {
    method: "POST",
    headers: { Accept: "application/json" },
    body,
    credentials: "omit",
    signal: AbortSignal.timeout(60_000),
  });
  const said = (await answer.json()) as {
    to?: string;
    problems?: Record<string, string>;
    trouble?: string;
  };
  if (said.to !== undefined) {
    await forget();
    location.assign(said.to);
    return;
  }
  if (answer.status === 409) {
    for (const piece of pieces) piece.done = false; // something is missing: each is asked for again
    throw new Error(said.trouble);
  }
  if (answer.status >= 500) throw new Error(said.trouble);
  kept.ready = false;
  await keepWords();
  showProblems(form, said.problems ?? {});
  say(said.trouble ?? told("look"));
}

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
