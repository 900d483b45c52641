/** The script of /measure: measures when asked, shows what it saw, and sends what waits. */
import type { Rate } from "./estimate.ts";
import type { Failure } from "./exchange.ts";
import { measure, type Result } from "./measure.ts";
import { add, sendWaiting, waiting } from "./outbox.ts";

/** Set the page up. It works without this script; the parts that need it show only now. */
export function begin(): void {
  const form = byId("measure") as HTMLFormElement;
  byId("now-part").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(form).catch((error: Error) => say(error.message));
  });
  const later = () => void sendAll();
  byId("send").addEventListener("click", later);
  addEventListener("online", later);
  later();
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
    add(where, result);
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

async function sendAll(): Promise<void> {
  showWaiting();
  const said = await sendWaiting();
  if (said) say(said);
  showWaiting();
}

function showWaiting(): void {
  const n = waiting().length;
  byId("waiting").hidden = n === 0;
  byId("waits").textContent = `Waiting here: ${n}`;
}

function show({ latency, down, up, sent, lost, used, failures }: Result): void {
  const ms = Math.round;
  const lines = [
    [
      "round trip of a small request",
      latency
        ? `${ms(latency.median)} ms; half took ${ms(latency.low)} to ${ms(latency.high)} ms`
        : NONE,
    ],
    ["small requests unanswered", `${lost} of ${sent}`],
    ["down, to you", rateWords(down)],
    ["up, from you", rateWords(up)],
    ["used, headers included", `${ms(used / 1000)} kB`],
    ...failures.map(({ test, reason }) => [
      `${test === "latency" ? "small request" : `test ${test}`} failed`,
      REASONS[reason],
    ]),
  ];
  byId("seen").replaceChildren(
    ...lines.map((words) => {
      const item = document.createElement("li");
      for (const [i, name] of ["b", "span"].entries()) {
        const part = document.createElement(name);
        part.textContent = words[i]!;
        item.append(part);
      }
      return item;
    }),
  );
}

const NONE = "not measured";
const REASONS: Record<Failure["reason"], string> = {
  timeout: "no answer in time",
  network: "the connection failed",
  refused: "the server refused",
};

function rateWords(rate: Rate | undefined): string {
  if (!rate) return NONE;
  const { kbps } = rate;
  const words = kbps < 1000 ? `${kbps} kbit/s` : `${kbps / 1000} Mbit/s`;
  return rate.says === "about"
    ? `${words}, ± ${Math.ceil(rate.error * 100)} %`
    : `at least ${words}`;
}

const chosen = (id: string): string => (byId(id) as HTMLSelectElement).value;
const byId = (id: string): HTMLElement => document.getElementById(id)!;
const say = (words: string): void => void (byId("said").textContent = words);
