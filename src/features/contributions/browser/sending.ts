/** The files, and then the words, to the desk: again and again until both are there. */
import { Later, reach, Refused, sendPiece } from "../../../platform/web/device/browser/send.ts";
import { forget, saveWords } from "./keep.ts";
import { showProblems } from "./form.ts";
import { calledOf, showPieces } from "./pieces.ts";

import { complain, say, type Telling } from "./telling.ts";
import { duration, kb } from "./units.ts";

/** @returns what sends all that is ready, unless it is being sent */
export function openSending(telling: Telling): () => Promise<void> {
  const { kept, shrinking, phrase } = telling;
  let isSending = false;
  let wait = 1; // seconds until the next try; doubled after each that fails

  async function sendAll(): Promise<void> {
    if (!kept.ready || isSending) return;
    isSending = true;
    if (shrinking.size > 0) say(phrase("first"));
    await Promise.all([...shrinking.values()].map(({ ended }) => ended));
    const began = Date.now();
    const before = telling.pieces.reduce((sum, { sent }) => sum + sent, 0);
    const progress = () => {
      const { pieces } = telling;
      const sent = pieces.reduce((sum, one) => sum + one.sent, 0);
      const rest = pieces.reduce((sum, one) => sum + one.blob.size, 0) - sent;
      const rate = Math.max(500, ((sent - before) / (Date.now() - began + 1)) * 1000);
      const done = pieces.filter((one) => one.done).length;
      wait = 1;
      const [size, time] = [kb(rest), duration(rest / rate)];
      say(phrase("sending", { done, all: pieces.length, size, time }));
      telling.keepPieces().catch(complain);
    };
    const files = `${telling.form.action}/files`; // below the form, in its language
    try {
      // What is taken out or hidden meanwhile is not begun any more, and what takes its place is.
      for (let piece; (piece = telling.pieces.find(({ done }) => !done));)
        await sendPiece(piece, { files, key: kept.secret }, progress);
      showPieces(telling);
      say(phrase("words"));
      await sendWords(telling);
    } catch (error) {
      if (error instanceof Refused) {
        const { piece, message } = error;
        const which = telling.pieces.length > 1 ? `${calledOf(telling, piece)}: ` : "";
        await stopSending(telling, phrase("look"), { [piece.what]: which + message });
      } else again(error instanceof Later ? error.message : undefined);
    } finally {
      isSending = false;
    }
  }

  /** @param why in the words of the desk, where it is not the link */
  function again(why?: string): void {
    say(why ?? (navigator.onLine ? phrase("again", { time: duration(wait) }) : phrase("waits")));
    setTimeout(() => void sendAll(), wait * 1000);
    wait = Math.min(60, wait * 2);
  }

  return sendAll;
}

/** Whoever sends has to do something before it can go. */
async function stopSending(
  { form, kept, keepWords }: Telling,
  why: string,
  problems?: Readonly<Record<string, string>>,
): Promise<void> {
  kept.ready = false;
  await keepWords();
  say("");
  showProblems(form, why, problems);
}

async function sendWords(telling: Telling): Promise<void> {
  const { form, kept, phrase } = telling;
  const uploads = telling.pieces.map(({ id }) => id).join(" ");
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
    for (const piece of telling.pieces) piece.done = false; // something is missing: each is asked for again
    throw new Later(said.trouble);
  }
  if (answer.status >= 500) throw new Later(said.trouble);
  await stopSending(telling, said.trouble ?? phrase("look"), said.problems);
}
