/** What was typed into a newsletter is saved, and then what a button says is done to it. Nothing typed is lost. Rule U16. */
import { dayAt } from "../../../engines/calendar/day.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { askNewsletters } from "../private/drafts.ts";
import { typedInto, type Draft } from "./draft.ts";
import { findThings, type Found } from "./finding.ts";
import { FIELDS, pressed, tooLong, wordsTyped, type TypedForm } from "./form.ts";
import { AT, draftOf, findRow, type Show } from "./showing.ts";
import { wordsIn } from "./words.ts";

const SORTS = ["story", "event", "pledge", "photo"] as const;

export const changing =
  (serving: Serving, show: Show) =>
  async (visit: DeskVisit & Fields<(typeof FIELDS)[number]>): Promise<Reply> => {
    const { instance, now } = serving;
    const row = await findRow(serving, visit);
    if (!row) return { to: AT };
    const { lang, frame, fields: typed } = visit;
    const { desk: words } = wordsIn(lang);
    const before = draftOf(row);
    const writing = frame.languages.find((one) => one === typed.lang) ?? before.language;
    const said = wordsTyped(typed);
    const draft = typedInto(before, writing, said);
    const again = (status: number, more: Partial<Parameters<Show>[2]>, last = row) =>
      show(visit, last, { status, draft, typed, ...more });
    if (row.state !== "draft") return again(409, { trouble: words.late });
    const problems = tooLong(said, words.tooLong);
    if (Object.keys(problems).length > 0) return again(422, { problems });
    if (String(row.version) !== typed.version) return again(409, { trouble: words.changed });
    const next = pressed(draft, typed.do);
    if (next === draft && /^(?:add|words)\b/.test(typed.do))
      return again(422, { trouble: words.fullOfParts });
    const { id, version } = row;
    const drafts = askNewsletters(instance.log.private);
    if (!(await drafts.save({ id, version, saved: now(), body: JSON.stringify(next) })))
      return again(409, { trouble: words.changed }, (await drafts.byId(id)) ?? row);
    if (typed.do === "find") {
      const found = await instance.snapshot((db) =>
        findThings(db, typed.name.slice(0, 100), sortOf(typed), { lang, today: dayAt(now()) }),
      );
      return show(visit, { ...row, version: version + 1 }, { draft: next, typed, found });
    }
    const query = new URLSearchParams({ lang: writing, done: "saved" });
    return { to: `${AT}/${id}?${query}${anchorOf(typed.do, next)}` };
  };

const sortOf = ({ sort }: TypedForm): Found["sort"] => SORTS.find((one) => one === sort) ?? "story";

/** Where somebody goes on after a button: at what it has changed. */
function anchorOf(button: string, draft: Draft): string {
  const [does, what = ""] = button.split(" ");
  if (does === "words" || does === "add") return `#part-${draft.parts.at(-1)!.id}`;
  if ((does === "up" || does === "down") && /^\d+$/.test(what)) return `#part-${what}`;
  return does === "remove" || does === "back" ? "#parts" : "";
}
