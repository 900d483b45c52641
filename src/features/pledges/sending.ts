/** What is sent through the form of a pledge: read, shown to its sender and the desk, taken back. Rules P36 to P40. */
import type { SentSort } from "../../platform/sent/sort.ts";
import { acceptSent, anchorOf, takeBackSent } from "./commands.ts";
import { AcceptForPledge } from "./pages/accept.tsx";
import { WhatWasSent } from "./pages/sent.tsx";
import { sendPage } from "./send-page.ts";
import { pledgeAt } from "./queries.ts";
import { sendPath } from "./send-path.ts";
import { sendWordsIn } from "./send-words.ts";
import { FIELDS, readSent, type Sent } from "./sent.ts";
import { wordsIn } from "./words.ts";

export const pledgeSent: SentSort = {
  at: "POST /pledges/:slug/send",
  fields: FIELDS,
  async open(db, path, today, { lang, own, to }) {
    const slug = path.split("/").at(-2)!;
    const line = await pledgeAt(db, slug, today, lang);
    if (!line || !("pledge" in line)) return undefined; // an old address: its form is opened anew
    return {
      read(typed) {
        const read = readSent({ typed, pledge: line.pledge, today, lang, own });
        if ("problems" in read) return read;
        const { way, body, ...more } = read;
        const about: Sent = { for: "pledge", pledge: line.subject, slug, way, body };
        return { about, ...more };
      },
      page: (again) => sendPage({ line, lang, own, to, ...again }),
    };
  },
  owns: (about) => "for" in about && about.for === "pledge",
  line(about) {
    const { way, slug } = about as Sent;
    return `${way}  /pledges/${slug}`;
  },
  fieldsOf(about, lang = "en") {
    const { way, slug, body, fromPledger } = about as Sent;
    const {
      id: _,
      text,
      source,
      places: __,
      ...said
    } = { id: "", text: "", source: undefined, places: undefined, ...body };
    const { url, title } = source ?? {};
    const isFigure = way === "figure" || way === "correction";
    const isWords = way === "dispute" || way === "answer";
    const link = url === undefined ? {} : { source: title, link: url };
    return {
      pledge: `/pledges/${slug}`,
      sends: sendWordsIn(lang).ways[way].name,
      ...said,
      fromPledger,
      ...(isFigure && { by: undefined }), // the desk says it, not the sender
      ...link,
      ...(text !== "" && (isWords ? { words: text } : { text })),
    };
  },
  called: {
    id: "pledges",
    one: (lang) => wordsIn(lang).accept.one,
    many: (lang) => wordsIn(lang).list.title,
  },
  title(about, lang) {
    const { way, slug } = about as Sent;
    return `${sendWordsIn(lang).ways[way].name}: ${slug}`;
  },
  acceptFields: ["by"],
  acceptForm: AcceptForPledge,
  async accept(desk, { id, about }, { by }, lang) {
    const { accept: say } = wordsIn(lang);
    const { way } = JSON.parse(about) as Sent;
    const isOne = by === "pledger" || (way !== "answer" && (by === "other" || by === ""));
    if (!isOne) return { by: way === "answer" ? say.answerExpected : say.byExpected };
    return acceptSent(desk, id, by === "" ? "other" : by);
  },
  What: WhatWasSent,
  withdrawing({ state }, lang) {
    const words = sendWordsIn(lang).sent;
    return state === "accepted" ? words.withdrawingShown : words.withdrawing;
  },
  again: (about) => sendPath((about as Sent).slug),
  async passOn(db, { about }, { lang, own, today }) {
    const { slug } = JSON.parse(about) as Sent;
    const line = await pledgeAt(db, slug, today, lang);
    return line && "pledge" in line
      ? { path: `/pledges/${slug}`, title: line.pledge.title, lang: own }
      : undefined;
  },
  anchor: anchorOf,
  takeBack: takeBackSent,
};
