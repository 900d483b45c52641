/** What every page about one draft needs: the draft, who may touch it, what stands around it, how it looks and weighs. */
import type { Account } from "../../platform/accounts/accounts.ts";
import { deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { Visit } from "../../platform/accounts/door.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Around } from "../../platform/folder/one-file.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Draft, DraftFile } from "../../platform/private/drafts.ts";
import type { Html, Page } from "../../platform/web/route.ts";
import { agreedTo, unsaidOf, type Unsaid } from "../contributions/feature.ts";
import { localeOf } from "../../platform/web/words.ts";
import { aroundDraft, toldAt, type Told } from "./around.ts";
import { checkDraft, type Checked } from "./check.ts";
import { lookAt, type Looked } from "./look.ts";
import { stateOf, titleOf, type DraftState } from "./states.ts";
import { typedOf } from "./typed.ts";
import { wordsIn } from "./words.ts";

export const MAX_FORM = 2_000_000; // bytes; 200,000 characters of any script as forms send them

export interface DraftVisit {
  readonly serving: Serving;
  readonly visit: Visit;
  readonly draft: Draft;
}

export interface Room {
  readonly draft: Draft;
  readonly title: string;
  readonly told: Told | undefined;
  readonly around: Around;
  readonly state: DraftState;
  readonly looked: Looked;
  readonly checked: Checked;
  /** Whom publishing is to say, by their addresses. */
  readonly unsaid: ReadonlyMap<string, Unsaid>;
}

/** A contributor has what that contributor began. */
export const mayTouch = (account: Account, draft: Draft): boolean =>
  account.role !== "contributor" || draft.owner === account.name;
export const mayPublish = (account: Account): boolean => may(account.role, "publish");

export async function enterRoom(
  { instance, related, now }: Serving,
  { frame, lang: desk }: Pick<Visit, "frame" | "lang">,
  draft: Draft,
): Promise<Room> {
  const words = wordsIn(desk);
  const files = (await instance.log.private("drafts.files", draft.id)) as DraftFile[];
  const today = dayAt(now());
  const agreed = await agreedTo(instance.log.private, draft);
  const lang = typedOf(draft.kind, draft.text)["language"] ?? frame.language;
  return instance.snapshot(async (db: Db) => {
    const told = await toldAt(db, draft.slug);
    const unsaid = await unsaidOf(db, agreed, lang);
    const people = new Map([...unsaid].map(([slug, { card }]) => [slug, card]));
    const around = await aroundDraft(db, frame, told, { files, people });
    return {
      draft,
      title: titleOf(draft.text) || titleOf(told?.files.get("") ?? "") || draft.slug,
      told,
      around,
      state: stateOf(draft, told, today),
      unsaid,
      looked: await lookAt(draft, {
        db,
        frame,
        today,
        related,
        around,
        people: [...people.values()],
      }),
      checked: await checkDraft(draft, { db, today, around, told, words, agreed, people }),
    };
  });
}

export const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
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
  { account, search, lang }: Visit,
  { title, main, script, frames }: { title: string; main: Html; script?: string; frames?: "of" },
): Page {
  const done = doneIn(search, lang);
  const own = { account, lang, part: "/desk/stories", title, main, done };
  return deskPage({ ...own, ...(script !== undefined && { script }), ...(frames && { frames }) });
}
