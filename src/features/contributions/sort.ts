/** A story that somebody sent, as the desk and its sender see it, and how it is taken back. */
import { slugsOf, subjectAt } from "../../platform/addresses/addresses.ts";
import type { SentSort } from "../../platform/sent/sort.ts";
import { askDrafts } from "../stories/model.ts";
import { acceptContribution, takenUp } from "./accept.ts";
import { TELL } from "./bounds.ts";
import { ACCEPT_FIELDS } from "./draft.ts";
import { DRAFT, isContribution, type Contribution } from "./form.ts";
import { AcceptStory } from "./pages/accept.tsx";
import { WhatWasTold } from "./pages/told.tsx";
import { takeBackContribution } from "./withdraw.ts";
import { wordsIn } from "./words.ts";

export const storySent: SentSort = {
  fields: [],
  open: async () => undefined,
  owns: isContribution,
  line(about) {
    const { title, text, lang, files } = about as Contribution;
    const head = title ?? text.slice(0, 60);
    return `story  ${head}${lang === undefined ? "" : ` (${lang})`}, ${files.length} files`;
  },
  fieldsOf(about) {
    const { title, text, lang, naming, name, place, programme, helper, shows, files, people } =
      about as Contribution;
    return {
      title,
      words: text,
      language: lang,
      naming,
      name,
      place,
      programme: programme && `/programmes/${programme}`,
      shows,
      helper:
        helper &&
        `${helper.name} (${helper.how})${helper.words === undefined ? "" : `: ${helper.words}`}`,
      files: files.map(({ what, kind, bytes }) => `${what} ${kind} ${bytes}`).join("; "),
      people: people
        .map(
          ({ name: who, purposes, channels, until, guardian }) =>
            `${who}: ${purposes.join(", ")} (${channels.join(", ")}) until ${until}${guardian === undefined ? "" : `, guardian ${guardian}`}`,
        )
        .join("; "),
    };
  },
  called: {
    id: "stories",
    one: (lang) => wordsIn(lang).accept.one,
    many: (lang) => wordsIn(lang).accept.many,
  },
  title(about, lang) {
    const { title, text } = about as Contribution;
    return title ?? (text.slice(0, 80) || wordsIn(lang).title);
  },
  acceptFields: ACCEPT_FIELDS,
  acceptForm: AcceptStory,
  accept: acceptContribution,
  What: WhatWasTold,
  withdrawing: (_submission, lang) => wordsIn(lang).sent.withdrawing,
  async atDesk({ subject }, ask) {
    const id = subject?.startsWith(DRAFT)
      ? await askDrafts(ask).find({ kind: "story", slug: subject.slice(DRAFT.length), lang: "" })
      : undefined;
    return id === undefined ? undefined : `/desk/stories/${id}`;
  },
  again: () => TELL,
  anchor: () => "",
  preparing: (lang) => wordsIn(lang).sent.preparing,
  async became(db, { space, subject }) {
    if (space !== "stories" || subject === null) return undefined;
    const draft = subject.startsWith(DRAFT) ? subject.slice(DRAFT.length) : undefined;
    const slug =
      draft === undefined
        ? (await slugsOf(db, [subject])).get(subject)
        : (await subjectAt(db, "stories", draft))?.slug;
    return slug === undefined ? undefined : `/stories/${slug}`;
  },
  takeBack: async (desk, sent) => takeBackContribution(desk, (await takenUp(desk, sent)) ?? sent),
};
