/** A film that somebody sent of themselves, or of somebody who agrees, signing a book: as the desk and its sender see it. Rule PB45. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { everySlugOf, subjectAt } from "../../../platform/addresses/addresses.ts";
import type { Db } from "../../../platform/db/store.ts";
import { askSubmissions, type Submission } from "../../../platform/private/submissions.ts";
import { codeOf } from "../../../platform/sent/code.ts";
import { submissionAt, takeUp, type Desk } from "../../../platform/sent/desk.ts";
import { takeBackThing } from "../../../platform/sent/opening.ts";
import { Refusal } from "../../../platform/sent/refusal.ts";
import type { AcceptForm, InLanguage, SentSort } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import {
  addressOf,
  askConsents,
  askUploads,
  type Asked,
  type Contribution,
  erasePerson,
  isOffered,
  SEEN,
  SENDER,
  SIGNING,
  tellWords,
  uploadPath,
} from "../../contributions/api.ts";
import { askSignings } from "../private.ts";
import { bookAt, signerIn } from "../queries.ts";
import { SIGNING_ADDED, SIGNING_WITHDRAWN } from "../records.ts";
import { keepFilm } from "./film.ts";
import { openSigning } from "./opening.ts";
import { PART } from "./path.ts";
import { timeNow } from "../../../platform/process/steady-clock.ts";

type Offered = Contribution & { readonly book: string };

/** Before the address of the signing, where a submission names what it became. */
const DRAFT = "draft:";
const ENDS = new Map([[SIGNING_ADDED, SIGNING_WITHDRAWN]]);

const offeredIn = ({ about }: Pick<Submission, "about">): Offered => JSON.parse(about) as Offered;
const slugIn = ({ subject }: Pick<Submission, "subject">): string | undefined =>
  subject?.startsWith(DRAFT) ? subject.slice(DRAFT.length) : undefined;

export const signingSent: SentSort = {
  fields: [],
  open: async () => undefined,
  owns: isOffered,
  line(about) {
    const { book, lang = "" } = about as Offered;
    return `signing  ${book} (${lang})`;
  },
  fieldsOf(about) {
    const { book, text, lang, naming, name, helper, files, people } = about as Offered;
    return {
      book,
      language: lang,
      words: text,
      naming,
      name,
      helper: helper && `${helper.name} (${helper.how})`,
      files: files.map(({ what, kind, bytes }) => `${what} ${kind} ${bytes}`).join("; "),
      people: people
        .map(
          ({ name: who, purposes, until, guardian }) =>
            `${who}: ${purposes.join(", ")} until ${until}${guardian === undefined ? "" : `, guardian ${guardian}`}`,
        )
        .join("; "),
    };
  },
  called: {
    id: "signings",
    one: (lang) => tellWords(lang).signing.one,
    many: (lang) => tellWords(lang).signing.many,
  },
  title: (about) => (about as Offered).book,
  acceptFields: [],
  acceptForm: TakeUp,
  accept: (desk, { id }, _typed, lang) =>
    takeUp(desk, id, (submission) => takeToDesk(desk, submission, lang)),
  What: WhatWasOffered,
  withdrawing: (_submission, lang) => tellWords(lang).signing.withdrawing,
  again: (about) => `${SIGNING.path}/${(about as Offered).book}`,
  anchor: () => "",
  preparing: (lang) => tellWords(lang).sent.preparing,
  async became(db, submission) {
    const slug = slugIn(submission);
    const own = slug !== undefined && (await isOwn(db, slug, submission));
    return own ? `/signings/${slug}` : undefined;
  },
  atDesk(submission) {
    const [book, tag] = slugIn(submission)?.split("--") ?? [];
    return book !== undefined && tag !== undefined ? `${PART}/${book}/sign/${tag}` : undefined;
  },
  takeBack: takeBackOffered,
};

/** Whether the signing at this address is of somebody who was named with this: an address that was never used is given again. */
async function isOwn(db: Db, slug: string, { id }: Pick<Submission, "id">): Promise<boolean> {
  const address = await subjectAt(db, "signings", slug);
  const signer = address && (await signerIn(db, address.subject));
  const slugs = signer === undefined ? [] : await everySlugOf(db, signer);
  return slugs.some((one) => one.startsWith(addressOf(id, 0).slice(0, -1)));
}

/** The film becomes a medium, and the desk knows who signs; nothing is published by this. */
async function takeToDesk(
  desk: Desk,
  submission: Submission,
  lang: string,
): Promise<string | Refusal> {
  const { id, secret_hash: owner } = submission;
  const words = tellWords(lang).signing;
  const told = offeredIn(submission);
  const { files } = desk;
  if (!files)
    return new Refusal("Expected the running instance: accept it at its desk, /desk/queue.");
  const book = await desk.speaker.snapshot((db) => bookAt(db, told.book));
  const sign = told.files.find(({ what }) => what === "sign");
  if (!book || !sign || told.lang === undefined) return new Refusal(words.lost);
  const seen = told.people.filter(({ files: ins }) => ins.includes(sign.id));
  // Whose voice it is nobody can tell: all of them agreed, or none is heard.
  const isHeard = seen.length > 0 && seen.every(({ purposes }) => purposes.includes("voice"));
  await askSignings(desk.private).dropSent(id); // of a try that ended before it was settled
  const work = join(files.dir, "work");
  await mkdir(work, { recursive: true, mode: 0o700 });
  const film = await keepFilm(files.media, uploadPath(files.dir, sign.id), { isHeard, work });
  const n = seen.find(({ purposes }) => purposes.includes("film"))?.n ?? 0;
  const draft = await openSigning(desk, {
    book,
    tag: told.lang,
    follows: book.thing.language,
    signer: addressOf(id, n),
    film,
    by: "",
    at: timeNow(),
    source: id,
  });
  if (!draft) return new Refusal(words.lost);
  await knowSigners(desk, submission, draft.slug, [film.media], lang);
  const became = { space: "signings", subject: DRAFT + draft.slug };
  if (await askSubmissions(desk.private).settle({ id, state: "accepted", became }))
    return `${PART}/${book.slug}/sign/${draft.language}`;
  await askSignings(desk.private).drop(draft.slug);
  const now = await submissionAt(desk, id);
  if (now instanceof Refusal) return now;
  if (now.state === "withdrawn") await askConsents(desk.private).forget([owner]);
  return new Refusal(`${id} is ${now.state} already; nothing of it is shown.`);
}

/** How each of them will stand in public. */
async function knowSigners(
  { private: ask }: Desk,
  submission: Submission,
  draft: string,
  files: readonly string[],
  lang: string,
): Promise<void> {
  const told = offeredIn(submission);
  for (const row of await askConsents(ask).of(submission.secret_hash)) {
    if (row.n === SENDER) continue;
    const asked = JSON.parse(row.about) as Asked;
    const isTeller = row.n === 0;
    const name = (isTeller ? told.name : undefined) ?? tellWords(lang).accept.unnamed;
    const isChosen = isTeller && told.naming === "chosen";
    const slug = addressOf(submission.id, row.n);
    const as = { slug, name, ...(isChosen && { chosen: true }), draft };
    await askConsents(ask).revise({ id: row.id, about: JSON.stringify({ ...asked, files, as }) });
  }
}

/** In public first, then here: asked again after a stop, it goes on. */
async function takeBackOffered(desk: Desk, submission: Submission): Promise<void> {
  const { speaker, private: ask, keepWithdrawn } = desk;
  const { secret_hash: owner } = submission;
  const { id } = submission;
  const sent = (await askSignings(ask).sentWith(id)).map((one) => one.slug);
  for (const slug of new Set([slugIn(submission) ?? [], ...sent].flat())) {
    const address = await speaker.snapshot(async (db) =>
      sent.includes(slug) || (await isOwn(db, slug, submission))
        ? subjectAt(db, "signings", slug)
        : undefined,
    );
    if (address) await takeBackThing(speaker, address.subject, ENDS, "whole");
  }
  for (const { subject } of await askConsents(ask).of(owner))
    if (subject !== null) await erasePerson({ speaker, private: ask }, subject, "person");
  keepWithdrawn?.(owner);
  await askSignings(ask).dropSent(id);
  await askUploads(ask).forget([owner]);
  await askConsents(ask).forget([owner]);
}

function TakeUp({ about }: Submission, { action, lang }: AcceptForm): Html {
  const { files, text } = JSON.parse(about) as Offered;
  const all = tellWords(lang);
  return (
    <form method="post" action={action}>
      {text !== "" && <p dir="auto">{text}</p>}
      <ul class="lines">
        {files.map(({ id, bytes }) => (
          <li>
            <a href={`${SEEN}/${id}`}>{all.signing.look}</a>
            <span class="small">{all.isHere(formatBytes(bytes, all.lang))}</span>
          </li>
        ))}
      </ul>
      <p class="acts">
        <button type="submit">{all.signing.take}</button>
      </p>
    </form>
  );
}

/** With a code for all of it, and one for each person in it. */
function WhatWasOffered(submission: Submission, address: string, { lang, to }: InLanguage): Html {
  const all = tellWords(lang);
  const { book, text, files, people } = offeredIn(submission);
  const secret = address.slice(address.lastIndexOf("/") + 1);
  return (
    <>
      <p>
        <a href={to(`/books/${book}`)}>{all.signing.book}</a>
      </p>
      {text !== "" && <p dir="auto">{text}</p>}
      {submission.state !== "refused" && (
        <ul class="lines">
          {files.map(({ bytes }) => (
            <li>
              <span>{all.sign}</span>
              <span class="small">{all.isHere(formatBytes(bytes, all.lang))}</span>
            </li>
          ))}
        </ul>
      )}
      <h3 class="mini">{all.sent.code}</h3>
      <ul class="lines">
        <li>
          <span>{all.sent.whole}</span>
          <b dir="ltr">{codeOf(secret, SENDER)}</b>
        </li>
        {people.map(({ n, name }) => (
          <li>
            <span>{name}</span>
            <b dir="ltr">{codeOf(secret, n)}</b>
          </li>
        ))}
      </ul>
      <p>
        <a href={to("/withdraw")}>{all.withdraw.title}</a>
      </p>
    </>
  );
}
