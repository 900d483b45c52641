/** What everybody reads of moderation: how we talk, who decides, and the numbers. Rules MO13 and MO16. */
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { conversationWordsIn } from "../conversation/api.ts";
import { talkRules, tallyLines } from "../conversation/model.ts";
import { monthsOf } from "./numbers.ts";
import { NumbersMain } from "./pages/numbers.tsx";
import { RulesMain } from "./pages/rules.tsx";
import { publicWordsIn } from "./public-words.ts";

const RULES = "/conversation/rules";
const NUMBERS = "/conversation/numbers";
/** Versions that are raised when what the pages rest on changes: it stands in private tables. */
export const RULES_VERSION = "talk rules";
export const NUMBERS_VERSION = "talk numbers";

export const moderationRoutes: readonly Route[] = [
  { path: RULES, answer: rules },
  { path: NUMBERS, answer: numbers },
];

async function rules({ db, frame, lang }: PageRequest): Promise<Answer> {
  const words = publicWordsIn(lang);
  const { title } = words.rules;
  const { sections } = await talkRules(db);
  const main = RulesMain({
    words,
    sections,
    reasons: Object.values(conversationWordsIn(lang).reasons),
    to: (path) => pathIn(frame, lang, path),
  });
  return page(words.lang, title, RULES_VERSION, main);
}

async function numbers({ db, frame, lang }: PageRequest): Promise<Answer> {
  const words = publicWordsIn(lang);
  const main = NumbersMain({
    words,
    months: monthsOf(await tallyLines(db)),
    reasons: conversationWordsIn(lang).reasons,
    to: (path) => pathIn(frame, lang, path),
  });
  return page(words.lang, words.numbers.title, NUMBERS_VERSION, main);
}

const page = (lang: string, title: string, version: string, main: ReturnType<typeof RulesMain>) =>
  ({
    kind: "page",
    uses: { projections: ["campaign", version] },
    title,
    description: title,
    lang,
    current: "/conversation",
    main,
  }) as const;
