/**
 * What waits for its day, or for an hour of it, is said when that begins, once: what says it is signed and kept before it is appended, so whoever
 * goes on after a stop, or comes at the same moment, appends the same records. Rules W16 and W17.
 */
import { isAway } from "../../platform/db/away.ts";
import type { Serving } from "../../platform/feature.ts";
import { looking } from "../../platform/process/resting.ts";
import { RecordError } from "../../platform/records/record.ts";
import { appendSigned } from "../../platform/sent/speaker.ts";
import { eraseTexts, storyAt } from "../stories/api.ts";
import { readWaiting, type Waiting, askDrafts, askWaiting } from "../stories/model.ts";
import { signDraft } from "./draft-records.ts";
import { behindAt, momentNow, readyFor, type Ready } from "./draft-context.ts";
import { askConsents, type SaidPeople } from "../contributions/api.ts";

export type Saying = Pick<Serving, "instance" | "speaker" | "frame" | "now" | "clock">;

const LOOK_EVERY = 5000; // ms; a story stands within a minute of its moment
const MOST_LOOKS = 120; // between two tries of what the log refuses

/** When a story that the log refused is tried again, in looks: after twice as many each time. */
interface Rests {
  look: number;
  readonly of: Map<string, { readonly until: number; readonly looks: number }>;
}

/** Until the signal stops it. @param every ms between two looks */
export async function sayEachDay(
  serving: Saying,
  signal: AbortSignal,
  every = LOOK_EVERY,
): Promise<void> {
  const rests: Rests = { look: 0, of: new Map() };
  let told: string | undefined; // a trouble that lasts is said once
  const { writes } = serving.instance.log;
  const failed = (error: Error) => {
    if (!isAway(error) && error.message !== told)
      console.error(`What waits for its day could not be said yet: ${error.message}`);
    told = error.message;
  };
  const now = () => behindAt(serving);
  await looking({ writes, now, every: () => every, failed }, signal, async () => {
    rests.look += 1;
    await sayDue(serving, undefined, rests);
    told = undefined;
    const waits = await serving.instance.snapshot((db) => readWaiting(db));
    const stories = [...Map.groupBy(waits, ({ slug }) => slug).values()];
    return Math.min(Infinity, ...stories.map((of) => Date.parse(dayOf(of))));
  });
}

/** @param only the one story that is looked at @returns the addresses of the stories of which something was said */
export async function sayDue(
  serving: Saying,
  only?: string,
  rests: Rests = { look: 0, of: new Map() },
): Promise<readonly string[]> {
  const now = momentNow(serving);
  const all = await serving.instance.snapshot((db) => readWaiting(db, only));
  const said: string[] = [];
  const troubles: unknown[] = [];
  const stories = Map.groupBy(all, (one) => one.slug);
  for (const slug of rests.of.keys()) if (!stories.has(slug)) rests.of.delete(slug);
  for (const [slug, waits] of stories) {
    const rest = rests.of.get(slug);
    if (rest && rests.look < rest.until) continue;
    const begun = waits.filter(({ signed }) => signed !== null);
    const due = dayOf(waits) <= now;
    try {
      const done =
        begun.length > 0
          ? await append(serving, slug, begun, begun[0]!.signed!)
          : due && (await say(serving, slug, waits));
      if (done === "refused") {
        const looks = Math.min(2 * (rest?.looks ?? 1), MOST_LOOKS);
        rests.of.set(slug, { until: rests.look + looks, looks });
      } else if (done) said.push(slug);
    } catch (error) {
      troubles.push(error); // the others are said meanwhile
    }
  }
  if (troubles.length > 0) throw troubles[0];
  return said;
}

/** When something is to be said of a story: a translation comes with its original, whose day may have been changed since. */
function dayOf(waits: readonly Waiting[]): string {
  const { day: begun } = waits.find(({ signed }) => signed !== null) ?? {};
  const { day: original } = waits.find(({ lang }) => lang === "") ?? {};
  return begun ?? original ?? waits.map(({ day }) => day).toSorted()[0]!;
}

/** What stands in its way is noted for the desk, and looked at again. */
async function say(
  serving: Saying,
  slug: string,
  waits: readonly Waiting[],
): Promise<boolean | "refused"> {
  const { instance, speaker, now } = serving;
  const frame = await instance.snapshot(serving.frame);
  const fits: (Waiting & { readonly ready: Ready })[] = [];
  for (const one of waits) {
    const draft = await askDrafts(instance.log.private).get(one.draft);
    if (!draft) return false; // it was taken back a moment ago
    const frozen = { ...draft, text: one.text };
    const ready = await readyFor(serving, { frame, lang: frame.language }, frozen);
    const why = whyNot(one, ready);
    if (why === undefined) fits.push({ ...one, ready });
    else if (why !== one.trouble)
      await askWaiting(instance.log.private).trouble({ id: one.draft, why });
    if (why !== undefined && one.lang === "") return false; // nor is there anything to translate
  }
  const [first] = fits;
  if (!first) return false;
  const translations = fits.flatMap(({ lang, ready }) =>
    lang === "" ? [] : ready.checked.thing!.translations,
  );
  const thing = { ...first.ready.checked.thing!, translations };
  const { records, notes, problems } = signDraft(thing, { speaker, now, ...first.ready });
  if (problems.length > 0) {
    const why = problems.join(" ");
    await askWaiting(instance.log.private).trouble({ id: first.draft, why });
    return false;
  }
  const plain = records.map(({ entry, document }) => [base64(entry), base64(document)] as const);
  const signed = JSON.stringify({ notes, records: plain } satisfies Signed);
  const of = fits.map(({ draft, token }) => ({ draft, token }));
  const kept = await askWaiting(instance.log.private).sign({ of, signed });
  return typeof kept === "string" && append(serving, slug, fits, kept);
}

function whyNot({ lang }: Waiting, { checked, told }: Ready): string | undefined {
  const [problem] = checked.problems;
  if (problem) return [problem.field, problem.message].filter((part) => part !== "").join(": ");
  const isGone = lang !== "" && told?.known?.isWithdrawn === true && !told.waits.has("");
  return isGone ? "The original was withdrawn." : undefined;
}

interface Signed {
  readonly notes: SaidPeople["notes"];
  readonly records: readonly (readonly [entry: string, document: string])[];
}

async function append(
  { instance, speaker }: Saying,
  slug: string,
  waits: readonly Waiting[],
  signed: string,
): Promise<true | "refused"> {
  const { notes, records } = JSON.parse(signed) as Signed;
  for (const note of notes) await askConsents(instance.log.private).said(note);
  try {
    await appendSigned(
      speaker,
      records.map(([entry, document]) => ({ entry: bytes(entry), document: bytes(document) })),
    );
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    // All of it or nothing is said: by another key of the owner, say, it is no second time.
    await askWaiting(instance.log.private).refused({ signed, why: error.message });
    return "refused";
  }
  const of = waits.map(({ draft, token }) => ({ draft, token }));
  const isGone = await askWaiting(instance.log.private).said(of);
  const stands = isGone ? await instance.snapshot((db) => storyAt(db, slug)) : undefined;
  if (stands) await eraseTexts(speaker, stands.subject, "person"); // taken back while it was on its way
  return true;
}

const base64 = (of: Uint8Array): string => Buffer.from(of).toString("base64");
const bytes = (of: string): Uint8Array => Buffer.from(of, "base64");
