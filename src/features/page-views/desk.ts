/** Counts at the desk: for those who publish; owners may turn them off. Rules CN4 and CN5. */
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { Serving } from "../../platform/feature.ts";
import { askCounts } from "./private.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { blurred } from "./blur.ts";
import { CountsDesk } from "./pages/desk.tsx";
import { wordsIn } from "./words.ts";

const PART = "/desk/counts";
const SHOWN = 30; // days, today among them

/** The first UTC day of those that are shown. */
export const shownSince = (now: number): string => dayAt(now - (SHOWN - 1) * A_DAY);

export function deskAddresses({ instance, door, now, tally }: Serving): Record<string, Extra> {
  const privately = instance.log.private;
  return {
    [`GET ${PART}`]: door.of("publish", async ({ account, search, lang }) => {
      const words = wordsIn(lang);
      const all = await askCounts(privately).since(shownSince(now()));
      const main = CountsDesk({
        words,
        isOn: tally.on,
        mayTurn: may(account.role, "settings"),
        pages: blurred(all.filter(({ kind }) => kind === "page")),
        from: blurred(all.filter(({ kind }) => kind === "from")),
      });
      const done = doneIn(search, lang);
      return { page: deskPage({ account, lang, part: PART, title: words.title, main, done }) };
    }),
    [`POST ${PART}`]: door.of("settings", ["do"], async ({ fields }) => {
      const on = fields.do === "on";
      await askCounts(privately).turn(on);
      tally.on = on;
      if (!on) tally.take(""); // what memory holds is forgotten too
      return after(PART);
    }),
  };
}
