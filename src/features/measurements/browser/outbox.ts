/** What was measured and is not sent yet: kept on the phone, sent the oldest first, each once. Rule MS6. */
import { PLAIN } from "./exchange.ts";
import type { MeasureWords } from "../words.ts";
import type { Result } from "./measure.ts";

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

/** Keep a result before it is sent, so that nothing is lost on the way. */
export function add(where: object, result: Result): void {
  const month = new Date().toISOString().slice(0, 7);
  keep([...waiting(), { id: random(), token: token(), month, where, result }]);
}

let sending = false;
/** Send what waits; what cannot be sent now goes on waiting. @returns what came of it; nothing where nothing waits */
export async function sendWaiting(say: MeasureWords["script"]): Promise<string | undefined> {
  if (sending) return undefined; // whoever sends takes along what was added meanwhile
  sending = true;
  let said: string | undefined;
  try {
    for (let [one] = waiting(); one; [one] = waiting()) {
      const { id } = one;
      const body = JSON.stringify(one);
      const answer = await fetch("/measurements", { ...PLAIN, method: "POST", body });
      const { ok, status } = answer;
      const line = (await answer.text()).trim();
      if (status === 429 || status >= 500) return say.busy;
      keep(waiting().filter((other) => other.id !== id));
      const cell = /[0-9a-f]{15}/.exec(line)?.[0] ?? "";
      said = ok ? say.sent.replace("{cell}", cell) : say.notTaken.replace("{line}", line);
    }
  } catch {
    said = say.offline;
  } finally {
    sending = false;
  }
  return said;
}

export function waiting(): Waiting[] {
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
