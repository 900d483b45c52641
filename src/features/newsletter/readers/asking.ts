/** Those of another list are asked by mail, a few at a time, whether they want to hear from here. Rule U20. */
import type { Serving } from "../../../platform/feature.ts";
import type { Mail } from "../../../platform/mail/mail.ts";
import { redacted } from "../../../platform/mail/redacted.ts";
import { looking } from "../../../platform/process/resting.ts";
import { pathIn } from "../../../platform/web/frame.ts";
import { askImported } from "../private/imported.ts";
import { hashOf, newToken } from "../secrets.ts";
import { wordsIn } from "./words.ts";

const LOOK_EVERY = 2000; // ms
const LONGEST_PAUSE = 10 * 60_000; // ms, while our own mail server takes none
const AT_ONCE = 1; // marked before it is asked, so that after a crash no more than one is left out

export async function askImportedPeople(serving: Serving, signal: AbortSignal): Promise<void> {
  const { mail, instance, now } = serving;
  if (!mail) return;
  const { writes, private: ask } = instance.log;
  let troubles = 0;
  const failed = (error: Error) => {
    troubles += 1;
    console.error(`People of another list could not be asked: ${redacted(error)}`);
  };
  const every = () => Math.min(LOOK_EVERY * 2 ** Math.min(troubles, 10), LONGEST_PAUSE);
  await looking({ writes, now, every, failed }, signal, async () => {
    troubles = (await askSome(serving, mail)) ? 0 : troubles + 1;
    return (await askImported(ask).waiting()) > 0 ? now() : Infinity;
  });
}

/** @returns whether our own mail server took what there was */
export async function askSome(
  { instance, frame: frameOf, now, base }: Pick<Serving, "instance" | "frame" | "now" | "base">,
  mail: Pick<Mail, "send">,
): Promise<boolean> {
  const imported = askImported(instance.log.private);
  if ((await imported.waiting()) === 0) return true;
  const tokens = Array.from({ length: AT_ONCE }, newToken);
  const people = await imported.next({ now: now(), hashes: tokens.map(hashOf) });
  const frame = await instance.snapshot(frameOf);
  let isFine = true;
  for (const [i, { address, lang, consent, confirm_hash, wasPutOff }] of people.entries()) {
    const words = wordsIn(lang).mail;
    const link = base + pathIn(frame, lang, `/updates/confirm/${tokens[i]!}`);
    try {
      if (!isFine) throw new Error("Our own mail server takes none.");
      await mail.send({
        to: address,
        subject: words.subject(frame.name),
        text: words.text(frame.name, consent, link),
        headers: { "Auto-Submitted": "auto-generated", "Content-Language": lang },
      });
    } catch (error) {
      const { responseCode = 0, command } = error as { responseCode?: number; command?: string };
      const isTheirs = responseCode > 0 && (command === "RCPT TO" || command === "DATA");
      const isOver = wasPutOff || responseCode >= 500; // its server knows no such address, or takes no such mail
      if (!isTheirs) await imported.back({ address, confirm_hash });
      else await imported.putOff({ address, confirm_hash, now: now() });
      if (isTheirs && isOver) await imported.drop(address);
      isFine &&= isTheirs;
    }
  }
  return isFine;
}
