/**
 * What the device holds goes to the class: in batches, again and again until each is acknowledged. An answer is let go when its
 * id came back as kept, or for a reason that never mends.
 */
import { random } from "../../../../platform/web/device/browser/device.ts";
import { allHeld, hold, letGo, newId, type Held } from "./store.ts";

const MOST = 50; // answers at once
const MOST_LETTERS = 15_000; // of a batch; four bytes each at most
const PATIENCE = 60_000; // ms without an answer after which a line is taken for dead
const LONGEST = 60; // seconds between two tries

interface Outcome {
  readonly kept: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}
/** `later`: no answer of ours came; `no`: these are not taken now; `gone`: nobody of that id is in a class any more. */
type Answered = Outcome | "later" | "no" | "gone";

interface Telling {
  /** Where answers are sent. */
  readonly to: string;
  /** How many are held now. */
  readonly told: (n: number) => void;
  /** Whether the last try reached a server. */
  readonly link: (isThere: boolean) => void;
  /** One of this learner was not taken, and never will be. */
  readonly lost: (learner: string) => void;
}

export function openSending({ to, told, link, lost }: Telling) {
  let wait = 1; // seconds until the next try; doubled after each that fails
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let isAsked = false;

  async function round(): Promise<void> {
    const before = await allHeld();
    told(before.length);
    let isCut = false;
    const refused = new Set<string>(); // senders whose answers are not taken now
    for (let rest = before; !isCut && rest.length > 0;) {
      const batch = batchOf(rest.filter((one) => !refused.has(senderOf(one))));
      if (batch.length === 0) break;
      const answered = await post(to, batch, rest);
      link(answered !== "later");
      if (answered === "later") isCut = true;
      else if (answered === "no") refused.add(senderOf(batch[0]!));
      else await settle(batch, answered);
      rest = await allHeld();
      told(rest.length);
    }
    if (!isCut && refused.size === 0) return void (wait = 1);
    clearTimeout(timer);
    timer = setTimeout(go, wait * (750 + Math.random() * 500)); // not all devices at once
    wait = Math.min(LONGEST, wait * 2);
  }

  async function settle(batch: readonly Held[], answered: Outcome | "gone"): Promise<void> {
    if (answered === "gone") {
      for (const { id } of batch) await letGo(id);
      lost(batch[0]!.learner);
      return;
    }
    for (const id of answered.kept) await letGo(id);
    for (const { id, why } of answered.refused) {
      const one = batch.find((sent) => sent.id === id);
      if (!one) continue;
      if (why === "taken") await hold({ ...one, id: newId() });
      else lost(one.learner);
      await letGo(id);
    }
  }

  /** Tries at once; once more where it was asked for meanwhile. */
  function go(): void {
    isAsked = true;
    running ??= (async () => {
      while (isAsked) {
        isAsked = false;
        await round().catch(() => undefined); // the device answers no more; the next page asks it again
      }
      running = undefined;
    })();
  }
  addEventListener("online", () => {
    wait = 1;
    go();
  });
  return { go };
}

const senderOf = ({ learner, lang }: Held): string => `${learner} ${lang}`;

/** As many as go at once, of whoever has the first of them. */
function batchOf(held: readonly Held[]): readonly Held[] {
  const [first] = held;
  if (!first) return [];
  let letters = 0;
  return held
    .filter((one) => senderOf(one) === senderOf(first))
    .slice(0, MOST)
    .filter((one, i) => (letters += JSON.stringify(one).length) <= MOST_LETTERS || i === 0);
}

async function post(to: string, batch: readonly Held[], all: readonly Held[]): Promise<Answered> {
  const { learner, send, room } = batch[0]!;
  const body = {
    learner,
    send,
    device: deviceId(),
    holds: all.filter((one) => one.room === room).length - batch.length,
    answers: batch.map(({ id, lesson, exercise, answer, at, lang }) => ({
      id,
      lesson,
      exercise,
      answer,
      at,
      lang,
    })),
  };
  try {
    const answer = await fetch(to, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = (await answer.json()) as Partial<Outcome> & { readonly why?: string };
    if (answer.status === 410 && said.why === "gone") return "gone";
    if (answer.status === 403 && said.why === "key") return "no";
    // What stands between, a hotspot say, answers for itself and acknowledges nothing.
    if (!answer.ok || !Array.isArray(said.kept) || !Array.isArray(said.refused)) return "later";
    return said as Outcome;
  } catch {
    return "later";
  }
}

/** One name for this device, so that the board can say which still hold answers. */
function deviceId(): string {
  try {
    const known = localStorage.getItem("cnd-device");
    if (known && /^[A-Za-z0-9_-]{22}$/.test(known)) return known;
    const made = random();
    localStorage.setItem("cnd-device", made);
    return made;
  } catch {
    return (forNow ??= random()); // a device that keeps no name
  }
}
let forNow: string | undefined;
