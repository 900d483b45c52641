/** A figure that a pledger says at the secret address of their pledge; it waits at the desk as every figure does. Rule P56. */
import * as v from "valibot";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { date, url as urlForm } from "../../platform/folder/fields.ts";
import type { LaterForm, Problems, SentSort, Typed } from "../../platform/sent/sort.ts";
import { formatDay, formatNumber } from "../../platform/web/words.ts";
import { firstDay, lastDay } from "./dates.ts";
import { amountIn, MOST } from "./make.ts";
import { makeWordsIn } from "./make-words.ts";
import { FigureToSay } from "./pages/make-figure.tsx";
import { pledgeAt, type PledgeLine } from "./queries.ts";
import { MOST_PEOPLE } from "./records.ts";
import type { Sent } from "./sent.ts";

export const figureLater: NonNullable<SentSort["later"]> = {
  fields: ["value", "asOf", "url", "agree"],
  async open(db, { subject }, today, { lang, own, base }) {
    const slug = (await slugsOf(db, [subject ?? ""])).get(subject ?? "");
    if (slug === undefined) return undefined;
    const line = await pledgeAt(db, slug, today, own);
    return line && "pledge" in line ? formOf(line, { today, lang, own, base }) : undefined;
  },
};

interface Page {
  readonly today: string;
  readonly lang: string;
  readonly own: string;
  readonly base: string;
}

function formOf(line: PledgeLine, page: Page): LaterForm {
  const { title, send } = makeWordsIn(page.lang).figure;
  return {
    title,
    send,
    fields: (again) => FigureToSay({ ...again, line, lang: page.lang }),
    read: (typed) => readFigure(typed, line, page),
  };
}

function readFigure(
  typed: Typed,
  { pledge, pledger, slug, subject }: Pick<PledgeLine, "pledge" | "pledger" | "slug" | "subject">,
  { today, lang, own, base }: Page,
): { about: Sent } | { problems: Problems } {
  const { asOf = "", url = "" } = typed;
  const value = amountIn(typed["value"], lang);
  const problems = problemsOf(typed, value, { pledge, today, lang });
  if (typeof value === "string" || Object.keys(problems).length > 0) return { problems };
  const title = makeWordsIn(own).figure.source(pledger.name);
  return {
    about: {
      for: "pledge",
      pledge: subject,
      slug,
      way: "figure",
      fromPledger: true,
      body: {
        id: "sent",
        value,
        unit: pledge.unit,
        text: pledge.metric,
        measure: "since-pledge",
        asOf,
        saidOn: today,
        saidBy: pledger.name,
        by: "other", // the desk says whose it is
        source: { title, url: url === "" ? `${base}/pledges/${slug}` : url },
      },
    },
  };
}

function problemsOf(
  { asOf = "", url = "", agree }: Typed,
  value: number | string,
  { pledge, today, lang }: Pick<Page, "today" | "lang"> & Pick<PledgeLine, "pledge">,
): Problems {
  const words = makeWordsIn(lang);
  const { problems } = words;
  const most = pledge.unit === "people" ? MOST_PEOPLE : MOST;
  const amount = problems[pledge.unit === "people" ? "people" : "most"];
  return {
    ...(typeof value === "string" || value < 0
      ? { value: words.figure.number }
      : value > most && { value: amount(formatNumber(most, lang)) }),
    ...(!v.is(date, asOf)
      ? { asOf: words.figure.date }
      : firstDay(asOf) > today
        ? { asOf: words.figure.toCome(formatDay(asOf, lang)) }
        : lastDay(asOf) < firstDay(pledge.from) && {
            asOf: words.figure.before(formatDay(pledge.from, lang)),
          }),
    ...(url !== "" && !v.is(urlForm, url) && { url: words.figure.address }),
    ...(agree !== "yes" && { agree: words.problems.agree }),
  };
}
