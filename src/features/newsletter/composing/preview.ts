/** A newsletter before it is sent, as a subscriber gets it and as its page will be. */
import { dayAt } from "../../../engines/calendar/day.ts";
import type { Serving } from "../../../platform/feature.ts";
import { openMail, type Message } from "../../../platform/mail/mail.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import { bodyOf, messageTo } from "../compose.ts";
import { senderIn } from "../send.ts";
import { newsletterOf, type Draft } from "./draft.ts";
import { toldOf } from "./mail-text.ts";
import { shownNewsletter, type ShownNewsletter } from "./parts.ts";

export interface Previewed {
  readonly message: Message;
  /** Bytes as it is sent. */
  readonly weight: number;
  /** On its page. */
  readonly shown: ShownNewsletter;
  /** How many parts no mail holds. */
  readonly left: number;
}

/** @returns undefined where it lacks a title, or anything to read */
export async function previewOf(
  { instance, now, base, mail }: Serving,
  frame: Frame,
  draft: Draft,
  lang: string,
): Promise<Previewed | undefined> {
  const today = dayAt(now());
  const newsletter = newsletterOf(draft, today);
  if (!newsletter) return undefined;
  const asked = { lang, today };
  const { letter, shown } = await instance.snapshot(async (db) => ({
    letter: await shownNewsletter(db, newsletter, { ...asked, channel: "mail" }),
    shown: await shownNewsletter(db, newsletter, { ...asked, channel: "web" }),
  }));
  const told = toldOf(letter, `${today}-…`, { frame, lang });
  const stop = `${base}/updates/stop/${"x".repeat(22)}`;
  const whom = { id: "preview", address: "name@example.org", lang, since: today, stop };
  const from = senderIn(frame, lang);
  const message = messageTo(whom, "preview", [told], bodyOf([told], lang, from), from);
  const weight = await (mail ?? openMail("smtp://localhost")).weigh(message);
  return { message, weight, shown, left: letter.left };
}
