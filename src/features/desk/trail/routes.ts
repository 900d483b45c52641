/** The trail, for owners: who came in and what was done, to be read and taken along. Rules D40 to D42. */
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import { askTrail, NOBODY, SHELL, trailPage, trailSorts } from "../../../platform/private/trail.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { csv } from "../../../platform/web/csv.ts";
import { deedText, NOT_IN, TrailMain, type Chosen } from "./page.tsx";
import { wordsIn } from "./words.ts";

const PART = "/desk/trail";
const A_PAGE = 100; // rows
const A_TABLE = 20_000; // rows, some 4 MB
const COLUMNS = "first,last,times,who,account,deed,what,about,detail,network,outcome".split(",");

export function trailAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, door, instance, menu, trailDays } = serving;

  async function namesIn(lang: string): Promise<ReadonlyMap<string, string>> {
    const words = wordsIn(lang);
    const own = (await accounts.list()).map(({ id, name }) => [id, name] as const);
    return new Map([...own, [SHELL, words.command], [NOBODY, words.nobody]]);
  }

  return {
    [`GET ${PART}`]: door.of("accounts", async ({ account, lang, search }) => {
      const chosen = chosenIn(search);
      const { rows, known } = await instance.snapshot(async (db) => ({
        rows: await trailPage(db, { ...filterOf(chosen), most: A_PAGE + 1 }),
        known: await trailSorts(db),
      }));
      const main = TrailMain({
        lang,
        days: trailDays,
        menu,
        rows: rows.slice(0, A_PAGE),
        names: await namesIn(lang),
        known: { ...known, who: known.who.map((who) => who || NOT_IN) },
        chosen,
        older: rows.length > A_PAGE ? rows[A_PAGE - 1]!.n : undefined,
      });
      const { title } = wordsIn(lang);
      return { page: deskPage({ account, lang, part: "/desk/accounts", title, main }) };
    }),
    // Told by words of the program and by what they stand for, so that a table sorts and compares over languages.
    [`GET ${PART}/trail.csv`]: door.of("accounts", async ({ lang, search }: DeskVisit) => {
      const asked = { ...filterOf(chosenIn(search)), most: A_TABLE };
      const rows = await instance.snapshot((db) => trailPage(db, asked));
      const names = await namesIn(lang);
      const lines = rows.map((row) => {
        const { moment, last, times, who, what, about, detail, network, outcome } = row;
        const [account, deed] = [names.get(who) ?? "", deedText(lang, what, menu)];
        return [moment, last, times, account, who, deed, what, about, detail, network, outcome];
      });
      return { csv: csv(COLUMNS, lines) };
    }),
  };
}

function chosenIn(search: URLSearchParams): Chosen {
  const text = (name: string): string => (search.get(name) ?? "").slice(0, 100).toWellFormed();
  const before = /^\d{1,15}$/.test(text("before")) ? Number(text("before")) : undefined;
  return { who: text("who"), what: text("what"), before };
}

const filterOf = ({ who, what, before }: Chosen) => ({
  who: who === "" ? undefined : who === NOT_IN ? NOBODY : who,
  what: what === "" ? undefined : what,
  before,
});

/** What is past its time goes; called every hour in which the clock is believed. */
export async function forgetTrail({ instance, trailDays, clock }: Serving): Promise<void> {
  const [first, today] = [dayAt(clock.aged() - trailDays * A_DAY), dayAt(clock.aged())];
  await askTrail(instance.log.private).expire({ first, today });
}
