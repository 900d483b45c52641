/** The certificates of a class, as a page to print. The name comes from the roster, and is kept nowhere else. Rule BA12. */
import { createHash } from "node:crypto";
import { dayAt } from "../../../engines/calendar/day.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Visit } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { directionOf, formatDay } from "../../../platform/web/words.ts";
import { withEnglish } from "../../../platform/words/with-english.ts";
import type { Learner } from "../../classes/api.ts";
import { codeOf } from "../code/code.ts";
import { badgeAddress } from "../credential.ts";
import { SheetDocument, type Certificate } from "../pages/sheet.tsx";
import { SHEET_STYLE } from "../pages/sheet-style.ts";
import type { GivenBadge } from "../private.ts";
import { readToken } from "../token.ts";
import { wordsIn, type BadgeWords } from "../words.ts";

interface ToPrint {
  readonly serving: Serving;
  readonly visit: Pick<Visit, "search" | "frame" | "lang">;
  /** Of these one each, where they have a badge that stands. */
  readonly learners: readonly Learner[];
  readonly badges: readonly GivenBadge[];
  /** What is printed, by name, and where the page leads back to. */
  readonly of: string;
  readonly back: string;
  readonly backWords: (words: BadgeWords) => string;
}

export async function printed(what: ToPrint): Promise<Reply> {
  const { serving, visit, learners, badges, of, back, backWords } = what;
  const { search, frame } = visit;
  const asked = search.get("lang");
  const lang = asked !== null && frame.languages.includes(asked) ? asked : visit.lang;
  const words = wordsIn(lang);
  const size = search.get("size") === "card" ? "card" : "a4";
  const certificates = learners.flatMap(({ id, name }) =>
    badges
      .filter(({ learner, withdrawn }) => learner === id && withdrawn === null)
      .flatMap((badge) => certificateOf(serving.base, badge, name, lang)),
  );
  const style = SHEET_STYLE.replaceAll("#c2350a", frame.colour.day);
  const html = await SheetDocument({
    certificates,
    size,
    style,
    back: [back, backWords(words)],
    title: `${words.sheet.certificate}, ${of}`,
    dir: directionOf(lang),
    words,
  });
  const hash = createHash("sha256").update(style).digest("base64");
  return {
    file: Buffer.from(withEnglish(`<!doctype html>${html.toString()}`)),
    type: "text/html; charset=utf-8",
    cache: "no-store",
    headers: {
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      "Referrer-Policy": "no-referrer",
    },
  };
}

function certificateOf(base: string, badge: GivenBadge, who: string, lang: string): Certificate[] {
  const read = readToken(badge.token);
  const code = codeOf(badge.token);
  if (!read.ok || code === undefined) return [];
  const { payload } = read;
  return [
    {
      who,
      what: payload.name,
      criteria: payload.credentialSubject.achievement.criteria.narrative,
      issuer: payload.issuer.name,
      day: formatDay(dayAt(payload.nbf * 1000), lang),
      address: badgeAddress(base, badge.id).replace(/^https?:\/\//, ""),
      code,
    },
  ];
}
