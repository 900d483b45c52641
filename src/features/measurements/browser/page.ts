/** The script of /measure: measures when asked, shows what it saw, and sends what waits. */
import type { Rate } from "./estimate.ts";
import type { MeasureWords } from "../words.ts";
import { measure, type Result } from "./measure.ts";
import { add, sendWaiting, waiting } from "./outbox.ts";

/** In the language of the page, which brings them along. */
let words: MeasureWords["script"];

/** Set the page up. It works without this script; the parts that need it show only now. */
function begin(): void {
  const form = byId("measure") as HTMLFormElement;
  const part = byId("now-part");
  words = JSON.parse(part.dataset["words"]!) as typeof words;
  part.hidden = false;
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
      progress: (step) => say(words[step]),
    });
    show(result);
    if (!where) return say(words.unsent);
    add(where, result);
    say(words.done);
    await sendAll();
  } finally {
    button.disabled = false;
  }
}

/** The position never leaves the phone but for a quarter of a degree, some 25 km. */
async function whereOf(chosen: string): Promise<object | undefined> {
  if (chosen !== "near") return chosen === "" ? undefined : { place: chosen };
  say(words.asking);
  const { coords } = await new Promise<GeolocationPosition>((done, failed) =>
    navigator.geolocation.getCurrentPosition(done, () => failed(new Error(words.noPosition))),
  );
  const quarter = (degrees: number) => Math.round(degrees * 4) / 4;
  return { near: [quarter(coords.latitude), quarter(coords.longitude)] };
}

async function sendAll(): Promise<void> {
  showWaiting();
  const said = await sendWaiting(words);
  if (said) say(said);
  showWaiting();
}

function showWaiting(): void {
  const n = waiting().length;
  byId("waiting").hidden = n === 0;
  byId("waits").textContent = filled(words.waits, { n });
}

function show({ latency, down, up, sent, lost, used, failures }: Result): void {
  const { lines, failed, reasons, none } = words;
  const shown = [
    [
      lines.latency,
      latency
        ? filled(words.spread, {
            median: Math.round(latency.median),
            low: Math.round(latency.low),
            high: Math.round(latency.high),
          })
        : none,
    ],
    [lines.lost, filled(words.of, { lost, sent })],
    [lines.down, rateWords(down)],
    [lines.up, rateWords(up)],
    [lines.used, filled(words.kB, { n: Math.round(used / 1000) })],
    ...failures.map(({ test, reason }) => [failed[test], reasons[reason]]),
  ];
  byId("seen").replaceChildren(
    ...shown.map((said) => {
      const item = document.createElement("li");
      for (const [i, name] of ["b", "span"].entries()) {
        const part = document.createElement(name);
        part.textContent = said[i]!;
        item.append(part);
      }
      return item;
    }),
  );
}

function rateWords(rate: Rate | undefined): string {
  if (!rate) return words.none;
  const { kbps } = rate;
  const said =
    kbps < 1000 ? filled(words.kbit, { n: kbps }) : filled(words.mbit, { n: kbps / 1000 });
  return rate.says === "about"
    ? filled(words.about, { rate: said, error: Math.ceil(rate.error * 100) })
    : filled(words.atLeast, { rate: said });
}

/** Numbers as the language of the page writes them; what is text stays. */
const filled = (text: string, parts: Record<string, string | number>): string =>
  text.replace(/{(\w+)}/g, (_, name: string) =>
    parts[name]!.toLocaleString(document.documentElement.lang),
  );

const chosen = (id: string): string => (byId(id) as HTMLSelectElement).value;
const byId = (id: string): HTMLElement => document.getElementById(id)!;
const say = (text: string): void => void (byId("said").textContent = text);

begin();
