/** The campaign's short texts beside their translations. Rules C34 and TX11. */
import * as v from "valibot";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import { paragraph } from "../../../platform/folder/fields.ts";
import type { Speaker } from "../../../platform/sent/speaker.ts";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import { textsOf } from "../../../platform/texts/wording.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import { lost, type Reply } from "../../../platform/web/reply.ts";
import {
  saidIn,
  sayLanguage,
  withTexts,
  type Said,
  type Translated,
} from "../../translations/api.ts";
import { openedCampaign, pageList, pageTexts } from "../queries.ts";
import { CAMPAIGN_WORDING } from "../records.ts";
import { baseOf, inSettingsTurn, isTooLong } from "./commands.ts";
import { MOST_TEXTS, TEXT_FIELDS, textField } from "./language-fields.ts";
import { languageWordsIn } from "./language-words.ts";
import { languageIn, LanguagePage } from "./pages/language.tsx";

const PART = "/desk/settings";
const MAX_TEXTS = 1_300_000; // bytes; what a record holds, six bytes a character at most in a form

interface Came {
  readonly typed?: Typed;
  readonly problems?: Problems;
  readonly trouble?: string;
}

/** The campaign's texts by their keys, and what is said for them; undefined for a language that is none of its own. */
const textsIn = ({ snapshot }: Pick<Speaker, "snapshot">, lang: string) =>
  snapshot(async (db) => {
    const campaign = (await openedCampaign(db))?.campaign;
    if (!campaign || lang === campaign.language || !campaign.languages.includes(lang))
      return undefined;
    const said = await saidIn(db, lang);
    const known = new Map((said?.messages ?? []).map((one) => [one.key, one]));
    const texts = textsOf(CAMPAIGN_WORDING, "", campaign)
      .slice(0, MOST_TEXTS)
      .map(([key, text]) => ({ key, text, known: known.get(key) }));
    return { lang, said, texts, own: campaign.language };
  });

export function languageAddresses({ door, speaker }: Serving): Readonly<Record<string, Extra>> {
  type Texts = NonNullable<Awaited<ReturnType<typeof textsIn>>>;
  const baseIn = ({ texts }: Texts): string => baseOf(texts);
  const typedOf = ({ texts }: Texts): Typed =>
    Object.fromEntries(texts.map(({ known }, n) => [textField(n), known?.said ?? ""]));

  async function show(visit: DeskVisit, texts: Texts, came: Came = {}) {
    const { account, lang, search } = visit;
    const words = languageWordsIn(lang);
    const pages = await speaker.snapshot(async (db) => {
      const all = await pageList(db);
      return Promise.all(
        all.map(async ({ slug, title, subject }) => {
          const told = (await pageTexts(db, subject))[texts.lang];
          const state: "none" | "behind" | "stands" = !told
            ? "none"
            : told.behind
              ? "behind"
              : "stands";
          return { slug, title, state };
        }),
      );
    });
    const done = search.get("done");
    const main = LanguagePage({
      words,
      lang,
      into: texts.lang,
      own: texts.own,
      texts: texts.texts.map(({ key, text, known }) => ({
        key,
        text,
        isMachine: known?.machine === true,
        isStale: known !== undefined && (known.fuzzy === true || known.text !== text),
      })),
      pages,
      typed: came.typed ?? typedOf(texts),
      problems: came.problems ?? {},
      base: baseIn(texts),
      trouble: came.trouble,
      done: done === "saved" || done === "unchanged" ? words[done] : undefined,
    });
    return deskPage({
      account,
      lang,
      part: PART,
      title: words.title(languageIn(texts.lang, lang)),
      main,
    });
  }

  async function save(visit: DeskVisit & Fields<string>): Promise<Reply> {
    const { base, reviewed, ...typed } = visit.fields;
    const words = languageWordsIn(visit.lang);
    return inSettingsTurn(async () => {
      const texts = await textsIn(speaker, langIn(visit));
      if (!texts) return lost(visit);
      const problems: Record<string, string> = {};
      const worded = texts.texts.map(({ key, text, known }, n) => {
        const said = typed[textField(n)] ?? "";
        const read = said === "" ? undefined : v.safeParse(paragraph, said);
        if (read?.success === false)
          problems[textField(n)] = words.expected(read.issues[0].message);
        const isAsItWas = known !== undefined && known.said === said;
        return { key, text: isAsItWas && reviewed !== "yes" ? known.text : text, said };
      });
      const refused = async (status: number, came: Came): Promise<Reply> => ({
        status,
        page: await show(visit, texts, { typed: { ...typed, reviewed: reviewed ?? "" }, ...came }),
      });
      if (Object.keys(problems).length > 0) return refused(422, { problems });
      if (base !== baseIn(texts)) return refused(409, { trouble: words.conflict });
      const whole = withTexts(texts.said, texts.lang, worded);
      const after = reviewed === "yes" ? withoutMarks(whole, worded) : whole;
      const to = `${PART}/languages/${texts.lang}`;
      if (baseOf(after) === baseOf(texts.said ?? { language: texts.lang, messages: [] }))
        return { to: `${to}?done=unchanged`, noted: false };
      if (isTooLong(after)) return refused(422, { trouble: words.tooManyWords });
      await sayLanguage(speaker, after);
      return { to: `${to}?done=saved` };
    });
  }

  return {
    [`GET ${PART}/languages/:lang`]: door.of("settings", async (visit) => {
      const texts = await textsIn(speaker, langIn(visit));
      return texts ? { page: await show(visit, texts) } : lost(visit);
    }),
    [`POST ${PART}/languages/:lang`]: door.of(
      "settings",
      { fields: TEXT_FIELDS, most: MAX_TEXTS },
      save,
    ),
  };
}

const langIn = ({ params }: DeskVisit): string => params["lang"]!.split("/")[0]!;

/** Somebody looked at these: none of them is a machine's, or out of date. */
function withoutMarks(said: Said, worded: readonly Translated[]): Said {
  const keys = new Set(worded.map(({ key }) => key));
  const messages = said.messages.map(({ key, text, said: words, ...marks }) =>
    keys.has(key) ? { key, text, said: words } : { key, text, said: words, ...marks },
  );
  return { ...said, messages };
}
