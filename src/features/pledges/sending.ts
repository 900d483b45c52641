/** What is sent through the form of a pledge: read, shown to its sender and the desk, taken back. Rules P36 to P40. */
import type { SentSort } from "../../platform/sent/sort.ts";
import { acceptSent, anchorOf, takeBackSent } from "./accept.ts";
import { AcceptForPledge } from "./pages/accept.tsx";
import { WhatWasSent } from "./pages/sent.tsx";
import { sendPage } from "./send-page.ts";
import { pledgeAt } from "./queries.ts";
import { sendPath } from "./send-path.ts";
import { FIELDS, readSent, WAYS, type Sent } from "./sent.ts";

export const pledgeSent: SentSort = {
  at: "POST /pledges/*/send",
  fields: FIELDS,
  async open(db, path, today) {
    const slug = path.split("/").at(-2)!;
    const line = await pledgeAt(db, slug, today, "en");
    if (!line || !("pledge" in line)) return undefined; // an old address: its form is opened anew
    return {
      read(typed) {
        const read = readSent(typed, line.pledge, today);
        if ("problems" in read) return read;
        const { way, body, ...more } = read;
        const about: Sent = { for: "pledge", pledge: line.subject, slug, way, body };
        return { about, ...more };
      },
      page: (again) => sendPage({ line, lang: "en", to: (to) => to, ...again }),
    };
  },
  owns: (about) => "for" in about && about.for === "pledge",
  line(about) {
    const { way, slug } = about as Sent;
    return `${way}  /pledges/${slug}`;
  },
  fieldsOf(about) {
    const { way, slug, body } = about as Sent;
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
      sends: WAYS[way].name,
      ...said,
      ...(isFigure && { by: undefined }), // the desk says it, not the sender
      ...link,
      ...(text !== "" && (isWords ? { words: text } : { text })),
    };
  },
  called: { id: "pledges", one: "Pledge", many: "Pledges" },
  title(about) {
    const { way, slug } = about as Sent;
    return `${WAYS[way].name}: ${slug}`;
  },
  acceptFields: ["by"],
  acceptForm: AcceptForPledge,
  async accept(desk, { id }, { by }) {
    if (by !== "pledger" && by !== "other" && by !== "") return { by: "Choose one of the two." };
    return acceptSent(desk, id, by === "" ? "other" : by);
  },
  What: WhatWasSent,
  withdrawing({ state }) {
    return state === "accepted"
      ? "it is shown no more, its words are erased, and how to reach you is deleted. The page of the pledge says that something was withdrawn, and on which day."
      : "what you wrote and how to reach you are deleted.";
  },
  again: (about) => sendPath((about as Sent).slug),
  anchor: anchorOf,
  takeBack: takeBackSent,
};
