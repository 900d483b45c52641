/** What each section of the conversation allows, and the lists of words and links. Rules MO3 and MO4. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { Serving } from "../../platform/feature.ts";
import { languageTyped } from "../../platform/web/languages.ts";
import { hashOf } from "../../platform/private/submissions.ts";
import type { Extra } from "../../platform/web/extra.ts";
import {
  talkRules,
  LIST_ACTS,
  SECTION_RULES,
  type ListLine,
  askConversation,
} from "../conversation/model.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { DeskRules, SECTIONS } from "./pages/desk-rules.tsx";
import { RULES_VERSION } from "./routes.ts";
import { wordsIn } from "./words.ts";

const PART = "/desk/conversation";
const AT = `${PART}/rules`;
const MAX_TEXT = 100; // characters of a word or a host
const MAX_PASTED = 60_000; // bytes of a list that is added at once
const MAX_TRUSTED_AFTER = 1000;

type Texts = Readonly<Record<string, string>>;

export function rulesDesk(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance } = serving;
  const ask = instance.log.private;

  async function show(visit: DeskVisit, typed: Texts = {}, problems: Texts = {}): Promise<Reply> {
    const { account, lang, search } = visit;
    const words = wordsIn(lang);
    const rules = await instance.snapshot(talkRules);
    const maySet = may(account.role, "settings");
    const main = DeskRules({ rules, maySet, typed, problems, words });
    const { title } = words.rules;
    return {
      ...(Object.keys(problems).length > 0 && { status: 422 }),
      page: deskPage({ account, lang, part: PART, title, main, done: doneIn(search, lang) }),
    };
  }

  const sections = door.of("settings", [...SECTIONS, "trusted"], async (visit) => {
    const { trusted, ...chosen } = visit.fields;
    const n = Number(trusted);
    if (!(Number.isInteger(n) && n >= 1 && n <= MAX_TRUSTED_AFTER))
      return show(visit, visit.fields, { trusted: wordsIn(visit.lang).rules.trustedExpected });
    for (const section of SECTIONS) {
      const value = SECTION_RULES.find((one) => one === chosen[section]);
      if (value) await askConversation(ask).set({ name: `section ${section}`, value });
    }
    await askConversation(ask).set({ name: "trusted after", value: String(n) });
    await instance.log.touch([RULES_VERSION]);
    return after(AT);
  });

  const add = door.of(
    "moderate",
    { fields: ["sort", "lang", "text", "does"], most: MAX_PASTED },
    async (visit) => {
      const { rules: w } = wordsIn(visit.lang);
      const { text, lang: called } = visit.fields;
      const lang = called === "" ? "" : languageTyped(called, visit.lang);
      const sort = visit.fields.sort === "link" ? "link" : "word";
      const does = LIST_ACTS.find((one) => one === visit.fields.does) ?? "hold";
      const lines = text.split("\n").flatMap((one) => normal(sort, one));
      const problems = {
        ...((lines.length === 0 || lines.some((one) => one.length > MAX_TEXT)) && {
          text: w.textExpected,
        }),
        ...(lang === undefined && { lang: w.languageExpected }),
      };
      if (Object.keys(problems).length > 0) return show(visit, visit.fields, problems);
      const own = sort === "link" ? "" : (lang ?? "");
      for (const one of lines) {
        const id = hashOf(`${sort} ${own} ${one}`).slice(0, 16);
        const line: ListLine = { id, sort, lang: own, text: one, does };
        if (!(await askConversation(ask).list(line)))
          return show(visit, visit.fields, { text: w.full });
      }
      return after(AT);
    },
  );

  const remove = door.of("moderate", ["id"], async (visit) => {
    await askConversation(ask).unlist(visit.fields.id);
    return after(AT);
  });

  return {
    [`GET ${AT}`]: door.of("moderate", (visit) => show(visit)),
    [`POST ${AT}`]: sections,
    [`POST ${AT}/add`]: add,
    [`POST ${AT}/remove`]: remove,
  };
}

/** A host is taken from what was pasted, be it an address or a name. */
function normal(sort: ListLine["sort"], text: string): string[] {
  const bare = text.trim();
  if (bare === "") return [];
  if (sort === "word") return [bare];
  const address = /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
  return [URL.parse(address)?.hostname.replace(/^www\./, "") ?? bare];
}
