/** One message to the instance, and what its answer means: docs/protocol/listening.md. */
import { agentOf, fetchAs } from "../../platform/federation/asking.ts";
import { version } from "../version.ts";
import { shownName } from "./walk.ts";

export interface Address {
  /** Of messages; drawings go beside it. */
  readonly url: URL;
  readonly key: string;
  readonly sensor: string;
}

export interface Answer {
  /** `clock`: its time cannot be believed. */
  readonly is: "taken" | "refused" | "later" | "clock";
  /** What time it is there, ms. */
  readonly now?: number;
  /** Of its place, a score. */
  readonly threshold?: number;
}
const MEANT: Readonly<Record<Answer["is"], string>> = {
  taken: "",
  later: "What is heard waits.",
  refused: "That message is given up.",
  clock: "Set the clock of this machine.",
};

/** A wrong key and a wrong address are set right some day; what was said in a wrong form never is. */
function meaningOf(status: number, { code }: Words): Answer["is"] {
  if (code === "clock") return "clock";
  if (code === "id") return "taken"; // heard all the same, and kept
  return status === 413 || status === 422 ? "refused" : "later";
}

interface Words {
  readonly code?: string;
  readonly why?: string;
  readonly now?: number;
  readonly threshold?: number;
}
const MOST = 4096; // bytes of an answer

async function wordsOf(answer: Response): Promise<Words> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.body ?? []) {
    pieces.push(piece);
    if ((length += piece.length) > MOST) return {};
  }
  try {
    const said = JSON.parse(Buffer.concat(pieces).toString()) as Readonly<Record<string, unknown>>;
    const now = typeof said["now"] === "string" ? Date.parse(said["now"]) : Number.NaN;
    return {
      ...(typeof said["code"] === "string" && { code: said["code"] }),
      ...(typeof said["why"] === "string" && { why: said["why"] }),
      ...(!Number.isNaN(now) && { now }),
      ...(typeof said["threshold"] === "number" && { threshold: said["threshold"] }),
    };
  } catch {
    return {}; // of a proxy, perhaps
  }
}

export const BACK = "The link is there again.";
const PATIENCE = 20_000; // ms of one message

/** @param say hears in words how it went */
export function posting(
  { url, key, sensor }: Address,
  {
    signal,
    say,
    drawingOf,
  }: {
    readonly signal: AbortSignal;
    readonly say: (words: string) => void;
    readonly drawingOf: (id: string) => Uint8Array<ArrayBuffer> | undefined;
  },
): {
  readonly post: (body: string) => Promise<Answer>;
  readonly draw: (id: string) => Promise<void>;
} {
  const ask = fetchAs(agentOf(version()));
  const posted = (to: URL, type: string, body: string | Uint8Array<ArrayBuffer>) =>
    ask(to, {
      method: "POST",
      body,
      headers: { "content-type": type, authorization: `Bearer ${key}` },
      redirect: "error", // the key is for this address alone
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), signal]),
    });
  const post = async (body: string): Promise<Answer> => {
    try {
      const answer = await posted(url, "application/json", body);
      const said = await wordsOf(answer);
      if (answer.ok) {
        say(BACK);
        return { is: "taken", ...(said.threshold !== undefined && { threshold: said.threshold }) };
      }
      const is = meaningOf(answer.status, said);
      const words = `${url.host} answers ${answer.status}${said.why === undefined ? "" : `: ${shownName(said.why)}`}`;
      say(`${words.replace(/\.$/, "")}. ${MEANT[is]}`);
      return { is, ...(said.now !== undefined && { now: said.now }) };
    } catch (error) {
      if (!signal.aborted) say(`${url.host} cannot be reached (${whyOf(error)}). ${MEANT.later}`);
      return { is: "later" };
    }
  };
  /** Kept there where an alarm began of that message; nobody waits for it. */
  const draw = async (id: string): Promise<void> => {
    const bytes = drawingOf(id);
    if (!bytes) return;
    const to = new URL("drawing", url);
    to.search = new URLSearchParams({ sensor, id }).toString();
    await posted(to, "application/octet-stream", bytes)
      .then((answer) => answer.body?.cancel())
      .catch(() => undefined);
  };
  return { post, draw };
}

const whyOf = (error: unknown): string => {
  const { cause, message } = error as Error & { readonly cause?: { readonly code?: string } };
  return cause?.code ?? message;
};
