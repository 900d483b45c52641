/** The hourly work on stories that somebody left: the desk and those who stay are told before one is erased, and never otherwise. Rule T24. */
import { dayAt } from "../../engines/calendar/day.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Account } from "../../platform/accounts/account.ts";
import { may } from "../../platform/accounts/roles.ts";
import type { Serving, Waiting } from "../../platform/feature.ts";
import type { Privately } from "../../platform/private/part.ts";
import type { Speaker } from "../../platform/sent/speaker.ts";
import { askDrafts, type Draft } from "../stories/model.ts";
import { agreedTo, ownerOfDraft } from "./agreed.ts";
import { askConsents, type RestRow } from "./private/consents.ts";
import { askUploads } from "./private/uploads.ts";
import { dueOn, endsOn } from "./rest.ts";
import { wordsIn } from "./words.ts";

/** A story that somebody left, as far as those who stay have come. */
export interface RestState extends RestRow {
  readonly of: Draft;
  /** Names, for the desk, of those who have not agreed. */
  readonly missing: readonly string[];
  /** The day on which it is erased unless they do. */
  readonly ends: string;
}

/** All that waits for somebody's yes, the oldest first. */
export async function restStates(ask: Privately): Promise<readonly RestState[]> {
  const states: RestState[] = [];
  for (const row of await askConsents(ask).rests()) {
    const of = await askDrafts(ask).get(row.draft);
    if (!of || of.said !== null) continue; // gone, or published, or frozen until its day
    const agreed = await agreedTo(ask, of);
    const names = agreed.flatMap(({ asked, waits }) => (waits ? [asked.name] : []));
    states.push({ ...row, of, missing: [...new Set(names)], ends: endsOn(row) });
  }
  return states;
}

/**
 * What the first page of the desk says to those who may publish, and what its notices tell: when somebody left, a week before the end,
 * and when nobody's yes is missing any more.
 */
export async function restsWait(
  { instance }: Pick<Serving, "instance">,
  { role }: Account,
  lang: string,
): Promise<readonly Waiting[]> {
  if (!may(role, "publish")) return [];
  const { agreeing } = wordsIn(lang);
  const all = await restStates(instance.log.private);
  const open = all.filter(({ missing }) => missing.length > 0);
  const ready = all.filter(({ missing }) => missing.length === 0);
  const [late, early] = [true, false].map((isTold) =>
    open.filter(({ told }) => (told !== null) === isTold),
  );
  const those = (words: string, of: readonly RestState[], state?: string): Waiting[] =>
    of.length === 0
      ? []
      : [
          {
            words,
            count: of.length,
            path: of.length === 1 ? `/desk/stories/${of[0]!.draft}/publish` : "/desk/stories",
            each: of.map(({ draft, told }) => `rest ${draft} ${state ?? told ?? ""}`),
          },
        ];
  return [
    ...those(agreeing.waitsLate, late!),
    ...those(agreeing.waits, early!),
    ...those(agreeing.waitsDesk, ready, "ready"),
  ];
}

type Tending = Pick<Serving, "now" | "clock"> & {
  readonly instance: { readonly log: { readonly private: Privately } };
  readonly speaker: Pick<Speaker, "snapshot">;
};

/** @param tell those who stay, where they can be reached */
export async function tendRests(
  { instance, speaker, now, clock }: Tending,
  tell: (state: RestState) => Promise<void> = async () => undefined,
): Promise<void> {
  const ask = instance.log.private;
  const today = dayAt(Math.min(now(), clock.aged())); // rather too late than too early
  for (const state of await restStates(ask)) {
    const due = dueOn(state, state.missing.length, today);
    if (due === "tell") {
      const told = { ...state, told: today };
      await tell({ ...told, ends: endsOn(told) });
      await askConsents(ask).tell({ draft: state.draft, told: today });
    } else if (due === "erase") await eraseRest(ask, state.of);
  }
  for (const { draft } of await askConsents(ask).rests()) {
    const of = await askDrafts(ask).get(draft);
    const stands = of && (await speaker.snapshot((db) => subjectAt(db, "stories", of.slug)));
    if (!of || stands) await askConsents(ask).settled(draft);
  }
}

/** Nothing of it was ever said: its words and files, and who consented to be in it. Bytes go with the next sweep. */
async function eraseRest(ask: Privately, { id, slug }: Draft): Promise<void> {
  const owners = [ownerOfDraft(id)];
  await askUploads(ask).forget(owners);
  await askDrafts(ask).forget({ slug, by: "person" });
  await askConsents(ask).settled(id);
  await askConsents(ask).forget(owners);
}
