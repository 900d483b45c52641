/** The script of /take-part/story: keeps every keystroke, makes photos and clips small, and sends when there is a link. The page works without. */
import { random } from "../../../platform/web/device/browser/device.ts";
import { mayShrink, shrinkClip } from "./clips.ts";
import { fillFields, openAround, readFields, showProblems } from "./form.ts";
import { chooseHidden } from "./hiding.ts";
import {
  forget,
  loadPieces,
  loadWords,
  savePieces,
  saveWords,
  type Kept,
  type Piece,
} from "./keep.ts";
import { startRecording } from "./record.ts";
import { Later, reach, Refused, sendPiece } from "./send.ts";
import { shrink } from "./shrink.ts";

let form: HTMLFormElement;
let words: Readonly<Record<string, string>>;
let kept: Kept;
let pieces: Piece[] = [];

const byId = (id: string): HTMLElement => document.getElementById(id)!;
const say = (text: string): void => void (byId("said").textContent = text);
const told = (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
  words[name]!.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
/** In the form that the language of the page has for it. */
const inUnit = (n: number, unit: string): string =>
  new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit }).format(
    Math.max(1, Math.round(n)),
  );
const percent = (share: number): string =>
  new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(share);
const kb = (bytes: number): string => inUnit(bytes / 1000, "kilobyte");

async function begin(): Promise<void> {
  form = byId("tell") as HTMLFormElement;
  words = JSON.parse(form.dataset["words"]!) as typeof words;
  const { step, kept: isKept } = form.dataset;
  const hasCome = (form.elements.namedItem("id") as HTMLInputElement | null)?.value;
  const fresh = { secret: hasCome ?? random(), step, fields: readFields(form), dropped: [] };
  const before = await loadWords().catch(() => undefined);
  const isBack =
    (before?.step ?? "tell") === (step ?? "tell") &&
    Object.keys(before?.fields ?? {}).length > 0 &&
    (isKept === undefined || before?.secret === hasCome);
  kept = { ...fresh, ready: false, ...(isBack && before), step };
  if (before && isBack) {
    pieces = await loadPieces();
    fillFields(form, before.fields);
    say(told("back"));
  } else if (before) showBegun(before);
  form.addEventListener("input", () => void keepWords());
  form.addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    if (input.type === "file") addFiles(input).catch(complain);
  });
  form.addEventListener("submit", (event) => {
    const does = event.submitter?.getAttribute("name");
    if (does === "forget") void forget();
    if (does) return; // the page comes back without that file, or without any of it
    event.preventDefault();
    kept.ready = true;
    keepWords().then(sendAll).catch(complain);
  });
  addEventListener("online", () => void sendAll());
  const record = document.getElementById("record");
  if (record) record.hidden = !("MediaRecorder" in globalThis);
  record?.addEventListener("click", () => void recordVoice(record).catch(complain));
  showPieces();
  for (const piece of pieces) shrinkLater(piece);
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=file]"))
    addFiles(input).catch(complain); // chosen before this script was here
  form.dataset["ready"] = "";
  if (kept.ready) await sendAll();
}

/** Another story waits on a later step; this device knows where. */
function showBegun({ secret, step }: Kept): void {
  const line = document.getElementById("begun");
  if (!line || step === undefined) return;
  line.hidden = false;
  line.querySelector("a")!.href = `${form.action}/${step}/${secret}`;
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
  })().finally(() => (saving = undefined)); // also where it failed: the next keystroke tries again
  await saving.catch(() => say(told("room")));
}
const keepPieces = (): Promise<unknown> => savePieces(pieces).catch(() => say(told("room")));

/** What was chosen first stands first, however long each takes to be made smaller. */
let adding: Promise<void> = Promise.resolve();
function addFiles(input: HTMLInputElement): Promise<void> {
  const files = [...(input.files ?? [])];
  input.value = "";
  adding = addAfter(adding, input.name, files);
  return adding;
}

async function addAfter(
  others: Promise<void>,
  what: string,
  files: readonly File[],
): Promise<void> {
  await others.catch(() => undefined);
  for (const file of files) await add(what, file);
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
  if (isShrinking(what, blob)) name = kb(blob.size);
  const piece = { id: random(), what, blob, name, sent: 0 };
  pieces.push(piece);
  await keepPieces();
  await keepWords();
  shrinkLater(piece);
  showPieces();
}

interface Shrinking {
  share: number;
  readonly stop: AbortController;
  ended: Promise<void>;
}
/** Clips that are being made smaller, by the ids of their pieces. */
const shrinking = new Map<string, Shrinking>();
const isShrinking = (what: string, blob: Blob): boolean =>
  ["voice", "film", "sign"].includes(what) && mayShrink(blob);

/** A clip is kept whole first, so that nothing is lost when the browser is killed meanwhile. */
function shrinkLater(piece: Piece): void {
  const { id, what, blob, sent, tried = false } = piece;
  if (tried || sent > 0 || !isShrinking(what, blob)) return;
  const one = { share: 0, stop: new AbortController(), ended: Promise.resolve() };
  shrinking.set(id, one);
  one.ended = shrinkNow(piece, one).catch(complain);
}

async function shrinkNow({ id, blob }: Piece, { stop }: Shrinking): Promise<void> {
  const library = form.dataset["clips"]!;
  const smaller = await shrinkClip(
    blob,
    library,
    (share) => showShare(id, share),
    stop.signal,
  ).catch(() => blob); // it goes as it is, and its line says so
  shrinking.delete(id);
  const name =
    smaller === blob
      ? told("whole", { is: kb(blob.size) })
      : told("clipShrunk", { was: kb(blob.size), is: kb(smaller.size) });
  // A smaller file is another one, so it has another id.
  const done = { blob: smaller, name, tried: true, id: smaller === blob ? id : random() };
  pieces = pieces.map((each) => (each.id === id ? { ...each, ...done } : each));
  await keepPieces();
  showPieces();
}

function showShare(id: string, share: number): void {
  const [piece, one] = [pieces.find((each) => each.id === id), shrinking.get(id)];
  if (!piece || !one) return;
  one.share = share;
  const line = document.querySelector(`#pieces [data-id="${id}"] span`);
  if (line) line.textContent = textOf(piece);
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
    () => say(told("recording", { time: duration((Date.now() - began) / 1000) })),
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
  const buttons = () => [...list.querySelectorAll("button")];
  const at = buttons().indexOf(document.activeElement as HTMLButtonElement);
  list.hidden = pieces.length === 0;
  if (pieces.length > 0) openAround(list);
  list.replaceChildren(...pieces.map(lineOf));
  // Who goes on by keys alone stands where they stood.
  if (at >= 0)
    (
      buttons()[at] ??
      buttons().at(-1) ??
      form.querySelector<HTMLElement>("input[type=file]")
    )?.focus();
}

function lineOf(piece: Piece): HTMLElement {
  const item = document.createElement("li");
  item.dataset["id"] = piece.id;
  const text = document.createElement("span");
  text.textContent = textOf(piece);
  const acts = document.createElement("span");
  acts.className = "acts";
  if (piece.what === "photo" && !piece.done) acts.append(act(told("hide"), () => hideIn(piece)));
  const one = shrinking.get(piece.id);
  if (one) acts.append(act(told("asItIs"), async () => one.stop.abort()));
  acts.append(act(told("remove"), () => remove(piece)));
  item.append(text, acts);
  return item;
}

function textOf(piece: Piece): string {
  const { id, name, done } = piece;
  const one = shrinking.get(id);
  const more = one ? `; ${told("making", { share: percent(one.share) })}` : "";
  return `${calledOf(piece)}: ${name}${more}${done ? `; ${told("arrived")}` : ""}`;
}

function calledOf({ id, what }: Piece): string {
  const label = document.querySelector(`label[for=${what}]`)?.firstChild?.textContent ?? "";
  const same = pieces.filter((one) => one.what === what);
  const n = same.length > 1 ? ` ${same.findIndex((one) => one.id === id) + 1}` : "";
  return label.trim() + n;
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
  const at = pieces.findIndex(({ id }) => id === piece.id);
  if (hidden.length > 0 && at >= 0) {
    const blob = await shrink(piece.blob, hidden);
    // Another file than before, so another id: what was sent of the first one belongs to nothing.
    const other = { ...piece, id: random(), blob, sent: 0 };
    leaveOut(piece);
    pieces = pieces.map((one, i) => (i === at ? other : one));
    await keepPieces();
    await keepWords();
    showPieces();
  }
  byId("pieces").children[at]?.querySelector("button")?.focus();
  if (hidden.length > 0) say(told("isHidden"));
}

async function remove(piece: Piece): Promise<void> {
  shrinking.get(piece.id)?.stop.abort();
  leaveOut(piece);
  pieces = pieces.filter((one) => one.id !== piece.id);
  await keepPieces();
  await keepWords();
  showPieces();
}

/** Also where nothing of it was sent yet: it may be on its way. */
const leaveOut = ({ id }: Piece): void => void kept.dropped.push(id);

let isSending = false;
let wait = 1; // seconds until the next try; doubled after each that fails

async function sendAll(): Promise<void> {
  if (!kept.ready || isSending) return;
  isSending = true;
  if (shrinking.size > 0) say(told("first"));
  await Promise.all([...shrinking.values()].map(({ ended }) => ended));
  const began = Date.now();
  const before = pieces.reduce((sum, { sent }) => sum + sent, 0);
  const progress = () => {
    const sent = pieces.reduce((sum, one) => sum + one.sent, 0);
    const rest = pieces.reduce((sum, one) => sum + one.blob.size, 0) - sent;
    const rate = Math.max(500, ((sent - before) / (Date.now() - began + 1)) * 1000);
    const done = pieces.filter((one) => one.done).length;
    wait = 1;
    say(told("sending", { done, all: pieces.length, size: kb(rest), time: duration(rest / rate) }));
    keepPieces().catch(complain);
  };
  try {
    // What is taken out or hidden meanwhile is not begun any more, and what takes its place is.
    for (let piece; (piece = pieces.find(({ done }) => !done));)
      await sendPiece(piece, kept.secret, progress);
    showPieces();
    say(told("words"));
    await sendWords();
  } catch (error) {
    if (error instanceof Refused) {
      const { piece, message } = error;
      const which = pieces.length > 1 ? `${calledOf(piece)}: ` : "";
      await stopSending(told("look"), { [piece.what]: which + message });
    } else again(error instanceof Later ? error.message : undefined);
  } finally {
    isSending = false;
  }
}

/** Whoever sends has to do something before it can go. */
async function stopSending(
  why: string,
  problems?: Readonly<Record<string, string>>,
): Promise<void> {
  kept.ready = false;
  await keepWords();
  say("");
  showProblems(form, why, problems);
}

/** @param why in the words of the desk, where it is not the link */
function again(why?: string): void {
  say(why ?? (navigator.onLine ? told("again", { time: duration(wait) }) : told("waits")));
  setTimeout(() => void sendAll(), wait * 1000);
  wait = Math.min(60, wait * 2);
}

async function sendWords(): Promise<void> {
  const uploads = pieces.map(({ id }) => id).join(" ");
  const drop = kept.dropped.join(" ");
  const body = new URLSearchParams({ ...kept.fields, id: kept.secret, uploads, drop });
  const answer = await fetch(form.action, {
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
    await reach(said.to);
    await forget();
    const [, next, secret] = /\/story\/(\w+)\/([\w-]+)/.exec(said.to) ?? [];
    if (next !== undefined)
      // it is with the desk as far as that; what is on this device is where it goes on
      await saveWords({ secret: secret!, step: next, fields: {}, dropped: [], ready: false });
    location.assign(said.to);
    return;
  }
  if (answer.status === 409) {
    for (const piece of pieces) piece.done = false; // something is missing: each is asked for again
    throw new Later(said.trouble);
  }
  if (answer.status >= 500) throw new Later(said.trouble);
  await stopSending(said.trouble ?? told("look"), said.problems);
}

const duration = (seconds: number): string =>
  seconds < 90 ? inUnit(seconds, "second") : inUnit(seconds / 60, "minute");

void begin();
