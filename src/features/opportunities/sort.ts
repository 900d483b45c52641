/** What is sent through the form for asks and offers: read, shown to its sender and the desk, taken back. Rules O1–O5. */
import type { SentSort } from "../../platform/sent/sort.ts";
import { countryName } from "../../platform/web/words.ts";
import { acceptWordsIn } from "./accept-words.ts";
import { ACCEPT_FIELDS, acceptTyped } from "./accepting.ts";
import { takeBack } from "./commands.ts";
import { AcceptOpportunity } from "./pages/accept.tsx";
import { WhatWasSent } from "./pages/sent.tsx";
import { formPage } from "./routes.ts";
import { FIELDS, readSent, type Sent } from "./sent.ts";
import { wordsIn } from "./words.ts";

export const opportunitySent: SentSort = {
  at: "POST /take-part/opportunity",
  fields: FIELDS,
  async open(_db, _path, _today, page) {
    return {
      read(typed) {
        const read = readSent(typed, page.lang);
        if ("problems" in read) return read;
        const { sent: about, ...more } = read;
        return { about, ...more };
      },
      page: (again) => formPage({ ...again, ...page }),
    };
  },
  owns: (about) => !("for" in about), // the first sort there was: every other one names itself
  line(about) {
    const { kind, place, country } = about as Sent;
    return `${kind}  ${[place, country].filter(Boolean).join(", ")}`;
  },
  fieldsOf: (about) => ({ ...(about as Sent) }),
  called: {
    id: "opportunities",
    one: (lang) => acceptWordsIn(lang).one,
    many: (lang) => acceptWordsIn(lang).many,
  },
  title(about, lang) {
    const { place, country } = about as Sent;
    return country === undefined
      ? place
      : wordsIn(lang).inCountry(place, countryName(country, lang));
  },
  acceptFields: ACCEPT_FIELDS,
  acceptForm: AcceptOpportunity,
  accept: acceptTyped,
  What: WhatWasSent,
  withdrawing: (_submission, lang) => wordsIn(lang).sent.withdrawing,
  again: () => "/take-part/opportunity",
  anchor: () => "",
  async takeBack({ speaker }, { space, subject, made }) {
    if (space === "opportunities" && subject !== null) await takeBack(speaker, subject);
    for (const one of made?.split(" ") ?? []) await takeBack(speaker, one);
  },
};
