/** A pledge that somebody makes: read, shown to its sender and the desk, published, taken back. Rules P50 to P56. */
import type { SentSort } from "../../platform/sent/sort.ts";
import { formatDay } from "../../platform/web/words.ts";
import { figureWords } from "./amounts.ts";
import { isMade, MAKE_FIELDS, MAKE_PATH, nameOf, readMade, type Made } from "./make.ts";
import { acceptMade, MAKE_ACCEPT_FIELDS, takeBackMade } from "./make-commands.ts";
import { figureLater } from "./make-figure.ts";
import { makePage } from "./make-page.ts";
import { makeWordsIn } from "./make-words.ts";
import { AcceptMade } from "./pages/make-accept.tsx";
import { WhatWasMade } from "./pages/make-sent.tsx";

export const madeSent: SentSort = {
  at: `POST ${MAKE_PATH}`,
  fields: MAKE_FIELDS,
  once: {
    twice({ received }, lang) {
      const { problems, form } = makeWordsIn(lang);
      return problems.twice(formatDay(received, lang), form.contact);
    },
  },
  async open(_db, _path, today, { lang, to }) {
    return {
      read: (typed) => readMade(typed, { today, lang }),
      page: (again) => makePage({ ...again, lang, to }),
    };
  },
  owns: isMade,
  line(about) {
    return `new pledge  ${nameOf(about as Made)}: ${(about as Made).what}`;
  },
  fieldsOf(about, lang = "en") {
    const { for: _, sort, what, by, organisation, ...said } = about as Made;
    return {
      kind: makeWordsIn(lang).sorts[sort],
      title: what,
      date: by,
      organisation,
      ...said,
    };
  },
  called: {
    id: "new-pledges",
    one: (lang) => makeWordsIn(lang).accept.one,
    many: (lang) => makeWordsIn(lang).accept.many,
  },
  title(about, lang) {
    return `${nameOf(about as Made)}: ${figureWords(about as Made, lang)}`;
  },
  acceptFields: MAKE_ACCEPT_FIELDS,
  acceptForm: AcceptMade,
  accept: acceptMade,
  What: WhatWasMade,
  withdrawing({ state }, lang) {
    const { sent } = makeWordsIn(lang);
    return state === "accepted" ? sent.withdrawingShown : sent.withdrawing;
  },
  passOn: (_db, _submission, { lang }) => ({
    path: MAKE_PATH,
    title: makeWordsIn(lang).title,
    lang: makeWordsIn(lang).lang,
  }),
  again: () => MAKE_PATH,
  anchor: () => "",
  later: figureLater,
  takeBack: takeBackMade,
};
