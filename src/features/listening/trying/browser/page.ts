/** The script of the page on which the detector is tried: what is chosen or heard goes to a thread of this page, and nowhere else. */
import { keepPage } from "../../../../platform/web/device/browser/keep-page.ts";
import { ownScript } from "../../../../platform/web/device/browser/own-script.ts";
import type { ScriptWords } from "../words.ts";
import type { FromEars, Heard, ToEars } from "./ears-say.ts";
import { draw, filled, showVerdict, time } from "./show.ts";
import { openMicrophone, samplesOf } from "./sound.ts";

const LISTEN = 20; // seconds
const LEAST = 2; // seconds that are judged together
const LONGEST = 120; // seconds of a file
const LARGEST_WAV = 50_000_000; // bytes; it is read piece by piece
const LARGEST = 4_000_000; // bytes of what is unpacked whole: two minutes at 256 kbit/s

const byId = (id: string): HTMLElement => document.getElementById(id)!;
const form = byId("trying") as HTMLFormElement;
const file = byId("file") as HTMLInputElement;
const words = JSON.parse(form.dataset["words"]!) as ScriptWords;
let ears: Worker | undefined;
let heard: Heard[] = [];
let stopListening: (() => void) | undefined;

/** Set the page up; what needs https shows there alone. */
function begin(): void {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) void judgeFile(chosen);
  });
  byId("plainly").hidden = isSecureContext;
  byId("listen").hidden = !isSecureContext;
  byId("listen").addEventListener("click", () => void listen());
  byId("stop").addEventListener("click", () => stopListening?.());
  // Nobody is listened to by a page that they do not see.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) stopListening?.();
  });
  addEventListener("pagehide", () => stopListening?.());
  if (!isSecureContext || !("serviceWorker" in navigator)) return;
  byId("keeping").hidden = false;
  byId("keep").addEventListener("click", () => void keep());
}

async function judgeFile(chosen: File): Promise<void> {
  stopListening?.();
  const isWav = /^(?:RIFF|RF64)/.test(await chosen.slice(0, 4).text());
  if (chosen.size > (isWav ? LARGEST_WAV : LARGEST)) return refuse("large", { size: size(chosen) });
  say(words.reading);
  open();
  if (isWav) return tell({ is: "file", file: chosen });
  try {
    const { samples, rate } = await samplesOf(chosen);
    const length = samples.length / rate;
    if (length > LONGEST + 1) return refuse("long", { length: time(length) });
    tell({ is: "begin", rate });
    tell({ is: "samples", samples });
    tell({ is: "end" });
  } catch {
    refuse("unreadable");
  }
}

/** For so long, or until it is stopped; then the microphone is off. */
async function listen(): Promise<void> {
  open();
  let taken = 0;
  let rate = 0;
  const waiting: Float32Array[] = [];
  const take = (samples: Float32Array): void => {
    if (rate === 0) return void waiting.push(samples);
    taken += samples.length;
    tell({ is: "samples", samples });
    const left = Math.max(0, Math.ceil(LISTEN - taken / rate));
    say(filled(words.listening, { n: String(left) }));
    if (left === 0) stopListening?.();
  };
  try {
    const microphone = await openMicrophone(form.dataset["microphone"]!, (some) => {
      if (stopListening || rate === 0) take(some);
    });
    const { stop } = microphone;
    rate = microphone.rate;
    tell({ is: "begin", rate });
    stopListening = () => {
      stopListening = undefined;
      stop();
      listens(false);
      say(words.stopped);
      tell({ is: "end" });
    };
    listens(true);
    for (const some of waiting) take(some);
    if (document.hidden) stopListening();
  } catch {
    refuse("noMicrophone");
  }
}

function listens(isOn: boolean): void {
  byId("listen").hidden = isOn;
  byId("stop").hidden = !isOn;
  byId(isOn ? "stop" : "listen").focus();
}

/** A new thread for each sound: what it heard before is forgotten with it. */
function open(): void {
  ears?.terminate();
  heard = [];
  draw(heard);
  const own = new Worker(ownScript(form.dataset["ears"]!));
  ears = own;
  own.addEventListener("message", ({ data }) => {
    if (own === ears) hear(data as FromEars);
  });
  own.addEventListener("error", () => {
    stopListening?.();
    if (own === ears) refuse("failed");
  });
}

function tell(said: ToEars): void {
  ears?.postMessage(said);
}

function hear(said: FromEars): void {
  if (said.is === "heard") {
    heard.push(...said.heard);
    draw(heard);
  } else if (said.is === "long") refuse("long", { length: time(said.seconds) });
  else if (said.is === "unreadable") refuse("unreadable");
  else if (said.seconds < LEAST || heard.length === 0) refuse("short");
  else {
    say("");
    draw(heard, said.threshold);
    showVerdict(heard, words);
  }
}

/** In words, and what was drawn before is gone. */
function refuse(why: keyof ScriptWords, values: Readonly<Record<string, string>> = {}): void {
  ears?.terminate();
  ears = undefined;
  heard = [];
  draw(heard);
  file.value = "";
  say(filled(words[why], values));
}

async function keep(): Promise<void> {
  const said = byId("said-keeping");
  said.hidden = false;
  said.textContent = words.keeping;
  const kept = await keepPage(location.pathname);
  said.textContent = kept === true ? words.isKept : words.notKept;
}

function say(text: string): void {
  byId("said").hidden = text === "";
  byId("said").textContent = text;
}

const size = ({ size: bytes }: Blob): string => {
  const unit = { style: "unit", unit: "megabyte", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(document.documentElement.lang, unit).format(bytes / 1_000_000);
};

begin();
