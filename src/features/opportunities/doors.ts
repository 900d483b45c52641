/** What is sent through the form for asks and offers: read, shown to its sender and the desk, taken back. Rules O1–O5. */
import type { SentSort } from "../../platform/sent/sort.ts";
import { countryName } from "../../platform/web/words.ts";
import { ACCEPT_FIELDS, acceptTyped } from "./accepting.ts";
import { AcceptOpportunity } from "./pages/accept.tsx";
import { WhatWasSent } from "./pages/sent.tsx";
import { formPage } from "./routes.ts";
import { FIELDS, readSent, type Sent } from "./sent.ts";
import { takeBack } from "./speak.ts";

export const opportunitySent: SentSort = {
  at: "POST /take-part/opportunity",
  fields: FIELDS,
  async open() {
    return {
      read(typed) {
        const read = readSent(typed);
        if ("problems" in read) return read;
        const { sent: about, ...more } = read;
        return { about, ...more };
      },
      page: formPage,
    };
  },
  owns: (about) => !("for" in about), // the first sort there was: every other one names itself
  line(about) {
    const { kind, place, country } = about as Sent;
    return `${kind}  ${[place, country].filter(Boolean).join(", ")}`;
  },
  fieldsOf: (about) => ({ ...(about as Sent) }),
  called: { id: "opportunities", one: "Ask or offer", many: "Asks and offers" },
  title(about, lang) {
    const { place, country } = about as Sent;
    return country === undefined ? place : `${place}, ${countryName(country, lang)}`;
  },
  acceptFields: ACCEPT_FIELDS,
  acceptForm: AcceptOpportunity,
  accept: acceptTyped,
  What: WhatWasSent,
  withdrawing: () => "your words, the place and how to reach you are deleted.",
  again: () => "/take-part/opportunity",
  anchor: () => "",
  async takeBack({ speaker }, { space, subject, made }) {
    if (space === "opportunities" && subject !== null) await takeBack(speaker, subject);
    for (const one of made?.split(" ") ?? []) await takeBack(speaker, one);
  },
};
