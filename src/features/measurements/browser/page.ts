/** The script of /measure: measures when asked, shows what it saw, keeps it on the phone until it is sent. */
import type { Rate } from "./estimate.ts";
import { measure, type Failure, type Result } from "./measure.ts";

/** A result that waits on the phone. */
interface Waiting {
  readonly id: string;
  readonly token: string;
  readonly month: string;
  readonly where: object;
  readonly result: Result;
}

const STORE = "cnd-measured";
const TOKEN = "cnd-token";
const MAX_WAITING = 20; // results; the oldest gives way

/** Set the page up. It works without this script; the parts that need it show only now. */
export function begin(): void {
  const form = byId("measure") as HTMLFormElement;
  const now = byId("now-part");
  now.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(form).catch((error: Error) => say(error.message));
  });
  byId("send").addEventListener("click", () => void sendAll());
  addEventListener("online", () => void sendAll());
  showWaiting();
  void sendAll();
}

async function run(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector("button")!;
  button.disabled = true;
  try {
    const where = await whereOf(chosen("place"));
    const result = await measure(Number(chosen("budget")), {
      fetch: (...asked) => fetch(...asked),
      now: () => performance.now(),
      base: "",
      progress: (words) => say(`Measuring: ${words} …`),
    });
    show(result);
    if (!where) return say("Done. Nothing is sent: no place was chosen.");
    keep([
      ...waiting(),
      {
        id: random(),
        token: token(),
        month: new Date().toISOString().slice(0, 7),
        where,
        result,
      },
    ]);
    say("Done.");
    await sendAll();
  } finally {
    button.disabled = false;
  }
}

/** The position never leaves the phone but for a quarter of a degree, some 25 km. */
async function whereOf(chosen: string): Promise<object | undefined> {
  if (chosen !== "near") return chosen === "" ? undefined : { place: chosen };
  say("Asking this device …");
  const { coords } = await new Promise<GeolocationPosition>((done, failed) =>
    navigator.geolocation.getCurrentPosition(done, () =>
      failed(new Error("This device did not say where it is. Choose a place.")),
    ),
  );
  const quarter = (degrees: number) => Math.round(degrees * 4) / 4;
  return { near: [quarter(coords.latitude), quarter(coords.longitude)] };
}

function show({ latency, down, up, sent, lost, used, failures }: Result): void {
  const lines: [string, string][] = [
    [
      latency ? `${Math.round(latency.median)} ms` : "not measured",
      latency
        ? `round trip of a small request; half took ${Math.round(latency.low)} to ${Math.round(latency.high)} ms`
        : "round trip",
    ],
    [`${lost} of ${sent}`, "small requests unanswered"],
    [rateWords(down), "down, to you"],
    [rateWords(up), "up, from you"],
    [`${Math.round(used / 1000)} kB`, "used, headers included"],
    ...failures.map(({ test, reason }): [string, string] => [
      `${test}: ${REASONS[reason]}`,
      "failed",
    ]),
  ];
  byId("seen").replaceChildren(
    ...lines.map(([value, words]) => {
      const small = element("span", words);
      small.className = "small";
      const item = element("li", "");
      item.append(element("b", value), small);
      return item;
    }),
  );
}

function element(name: string, words: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

const REASONS: Record<Failure["reason"], string> = {
  timeout: "no answer in time",
  network: "the connection failed",
  refused: "the server refused",
};

function rateWords(rate: Rate | undefined): string {
  if (!rate) return "not measured";
  const { kbps } = rate;
  const words = kbps < 1000 ? `${kbps} kbit/s` : `${kbps / 1000} Mbit/s`;
  return rate.says === "about"
    ? `${words}, ± ${Math.ceil(rate.error * 100)} %`
    : `at least ${words}`;
}

let sending = false;
/** Send what waits, the oldest first; what cannot be sent now goes on waiting. */
async function sendAll(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (const one of waiting()) {
      const body = JSON.stringify(one);
      const answer = await fetch("/measurements", { method: "POST", body, credentials: "omit" });
      const line = (await answer.text()).trim();
      if (answer.status === 429 || answer.status >= 500) return say(`${line} It waits here.`);
      keep(waiting().filter(({ id }) => id !== one.id));
      say((answer.ok ? "Sent. " : "Not taken: ") + line);
    }
  } catch {
    say("No connection. The result waits on this device.");
  } finally {
    sending = false;
    showWaiting();
  }
}

function showWaiting(): void {
  const n = waiting().length;
  byId("waiting").hidden = n === 0;
  byId("waits").textContent = `Waiting here: ${n}`;
}

function waiting(): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? "[]") as Waiting[];
  } catch {
    return []; // somebody else's text stands there
  }
}
const keep = (all: readonly Waiting[]): void =>
  localStorage.setItem(STORE, JSON.stringify(all.slice(-MAX_WAITING)));

function token(): string {
  const made = localStorage.getItem(TOKEN) ?? random();
  localStorage.setItem(TOKEN, made);
  return made;
}
const random = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

const chosen = (id: string): string => (byId(id) as HTMLSelectElement).value;
const byId = (id: string): HTMLElement => document.getElementById(id)!;
const say = (words: string): void => void (byId("said").textContent = words);
