/** What every page about one draft needs: the draft, who may touch it, what stands around it, how it looks and weighs. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Account } from "../../platform/accounts/account.ts";
import { deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Around } from "../../platform/folder/one-file.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Html, Page } from "../../platform/web/route.ts";
import { agreedTo, unsaidOf, type Agreed, type Unsaid } from "../contributions/api.ts";
import { localeOf } from "../../platform/web/words.ts";
import { askDrafts, type Draft, type DraftFile, readWaiting } from "../stories/model.ts";
import { aroundDraft, standingStory, type StandingStory } from "./around.ts";
import { checkDraft, type Checked } from "./check.ts";
import { languageOf, titleOf } from "./file-lines.ts";
import { zoneOf } from "./hours.ts";
import { lookAt, type Looked } from "./preview.ts";
import { stateOf, type DraftState } from "./states.ts";
import { wordsIn } from "./words.ts";

export const MAX_FORM = 2_000_000; // bytes; 200,000 characters of any script as forms send them

export interface DraftVisit {
  readonly serving: Serving;
  readonly visit: DeskVisit;
  readonly draft: Draft;
}

/** What publishing looks at. */
export interface Ready {
  readonly told: StandingStory | undefined;
  readonly around: Around;
  readonly checked: Checked;
  /** Whom publishing is to say, by their addresses. */
  readonly unsaid: ReadonlyMap<string, Unsaid>;
}
export interface DraftContext extends Ready {
  readonly draft: Draft;
  readonly title: string;
  readonly state: DraftState;
  readonly looked: Looked;
}

/** A contributor has what that contributor began. */
export const mayTouch = (account: Account, draft: Draft): boolean =>
  account.role !== "contributor" || draft.owner === account.name;
export const mayPublish = (account: Account): boolean => may(account.role, "publish");

type Desk = Pick<Serving, "instance" | "now" | "clock">;

export async function draftContext(
  serving: Pick<Serving, "related"> & Desk,
  { frame, lang }: Pick<DeskVisit, "frame" | "lang">,
  draft: Draft,
): Promise<DraftContext> {
  const today = todayAt(serving);
  const { instance, related } = serving;
  const agreed = await agreedIn(serving, draft);
  return instance.snapshot(async (db: Db) => {
    const ready = await readyIn(db, draft, { frame, lang, today, asks: true, ...agreed });
    const { told, around, unsaid } = ready;
    const people = [...unsaid.values()].map(({ card }) => card);
    return {
      ...ready,
      draft,
      title: titleOf(draft.text) || titleOf(told?.files.get("") ?? "") || draft.slug,
      state: stateOf(draft, told, momentNow(serving)),
      looked: await lookAt(draft, { db, frame, today, related, around, people }),
    };
  });
}

/** What stands around a draft that waits, who agreed to be in it, and what hinders it from being said on its day, in the words of a language of the desk. */
export async function readyFor(
  serving: Desk,
  { frame, lang }: Pick<DeskVisit, "frame" | "lang">,
  draft: Draft,
): Promise<Ready> {
  const agreed = await agreedIn(serving, draft);
  const options = { frame, lang, today: todayAt(serving), asks: false, ...agreed };
  return serving.instance.snapshot((db) => readyIn(db, draft, options));
}

/** Those in a draft whom no record names yet, by their addresses to be. */
export async function unsaidIn(
  serving: Desk,
  frame: DeskVisit["frame"],
  draft: Draft,
): Promise<Ready["unsaid"]> {
  const { agreed } = await agreedIn(serving, draft);
  const lang = languageOf(draft.text) ?? frame.language;
  return serving.instance.snapshot((db) => unsaidOf(db, agreed, lang));
}

async function agreedIn({ instance }: Desk, draft: Draft) {
  const ask = instance.log.private;
  const files = await askDrafts(ask).files(draft.id);
  if (draft.kind === "story") return { files, agreed: await agreedTo(ask, draft) };
  // Who is in a story that is not said yet is said with it.
  const [original] = await instance.snapshot((db) => readWaiting(db, draft.slug));
  const story = original?.lang === "" && (await askDrafts(ask).get(original.draft));
  return { files, agreed: story ? await agreedTo(ask, story) : [] };
}

interface Reading extends Pick<DeskVisit, "frame" | "lang"> {
  readonly today: string;
  readonly files: readonly DraftFile[];
  readonly agreed: readonly Agreed[];
  readonly asks: boolean;
}

async function readyIn(
  db: Db,
  draft: Draft,
  { frame, lang: desk, today, files, agreed, asks }: Reading,
): Promise<Ready> {
  const told = await standingStory(db, draft.slug);
  const story = draft.kind === "story" ? draft.text : (told?.files.get("") ?? "");
  const unsaid = await unsaidOf(db, agreed, languageOf(story) ?? frame.language);
  const people = new Map([...unsaid].map(([slug, { card }]) => [slug, card]));
  const around = await aroundDraft(db, frame, told, { files, people });
  const words = wordsIn(desk);
  const checked = await checkDraft(draft, {
    db,
    today,
    zone: zoneOf(frame),
    around,
    told,
    words,
    agreed,
    people,
    asks,
  });
  return { told, around, unsaid, checked };
}

/**
 * The day that it is by the clock that is behind: what waits for a day waits rather for an hour too long than that a
 * clock that jumped says it too early.
 */
export const todayAt = (at: Pick<Serving, "now" | "clock">): string => dayAt(behindAt(at));
/** The moment by the same clock, ISO 8601 in UTC. */
export const momentNow = (at: Pick<Serving, "now" | "clock">): string =>
  new Date(behindAt(at)).toISOString();
export const behindAt = ({ now, clock }: Pick<Serving, "now" | "clock">): number =>
  Math.min(now(), clock.aged());

/** `24 November 2026 at 23:04 UTC` */
export function momentAt(ms: number, lang: string): string {
  const format = new Intl.DateTimeFormat(localeOf(lang), {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return `${format.format(ms)} UTC`;
}

export function storyPage(
  { account, search, lang }: DeskVisit,
  { title, main, script, frames }: { title: string; main: Html; script?: string; frames?: "of" },
): Page {
  const done = doneIn(search, lang);
  const own = { account, lang, part: "/desk/stories", title, main, done };
  return deskPage({ ...own, ...(script !== undefined && { script }), ...(frames && { frames }) });
}
