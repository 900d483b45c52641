/** What is to go out becomes public under an address of its own, and waits in the outbox; and it is taken back. Rules U16 and U19. */
import { slugFrom } from "../../../engines/plaintext/slug.ts";
import { dayAt } from "../../../engines/calendar/day.ts";
import type { Serving } from "../../../platform/feature.ts";
import { looking } from "../../../platform/process/resting.ts";
import { endAndErase } from "../../../platform/sent/erasing.ts";
import { openThing } from "../../../platform/sent/opening.ts";
import type { Speaker } from "../../../platform/sent/speaker.ts";
import { askNewsletters, type DraftRow } from "../private/drafts.ts";
import { NEWSLETTER_EDITED, NEWSLETTER_SENT, NEWSLETTER_WITHDRAWN } from "../records.ts";
import { newsletterOf, type Draft } from "./draft.ts";

const LOOK_EVERY = 1000; // ms
const TRIES = 50; // addresses of one title on one day

type Saying = Pick<Serving, "instance" | "speaker" | "now" | "mail">;

export async function sayNewsletters(serving: Serving, signal: AbortSignal): Promise<void> {
  const { instance, now } = serving;
  const { writes, private: ask } = instance.log;
  const failed = ({ message }: Error) => console.error(`A newsletter could not go out: ${message}`);
  await looking({ writes, now, every: () => LOOK_EVERY, failed }, signal, async () => {
    await sayDue(serving);
    return (await askNewsletters(ask).nextDue()) ?? Infinity;
  });
}

export async function sayDue({ instance, speaker, now, mail }: Saying): Promise<void> {
  const drafts = askNewsletters(instance.log.private);
  for (const row of await drafts.due(now())) {
    const { id } = row;
    if (!(await drafts.saying(id))) continue;
    try {
      const subject = await sayOne(speaker, row);
      await drafts.sent({ id, subject, now: now(), mails: mail !== undefined });
    } catch (error) {
      console.error(`Newsletter ${id} could not go out: ${(error as Error).message}`); // the others do
    }
  }
}

/** The same body under the same address: said again by a program that had stopped, it is known, and not said twice. */
async function sayOne(speaker: Speaker, row: DraftRow): Promise<string> {
  const published = dayAt(row.due!);
  const body = newsletterOf(JSON.parse(row.body) as Draft, published);
  if (!body) throw new Error("It has no title, or nothing to read.");
  const begin = `${published}-${slugFrom(body.title, 60) || "newsletter"}`;
  for (let i = 1; i <= TRIES; i++) {
    const slug = i === 1 ? begin : `${begin}-${i}`;
    const opening = { space: "newsletters", slug, kind: NEWSLETTER_SENT, body };
    const subject = await openThing(speaker, opening);
    if (subject !== undefined) return subject;
  }
  throw new Error(`All addresses such as /newsletters/${begin} lead to something else.`);
}

/** It is shown no more, its words are erased, and what waits in the outbox is not sent. */
export const takeBack = (speaker: Speaker, subject: string) =>
  endAndErase(speaker, subject, {
    end: { kind: NEWSLETTER_WITHDRAWN, body: {} },
    texts: [NEWSLETTER_SENT, NEWSLETTER_EDITED],
    reason: "The newsletter was taken back.",
  });
