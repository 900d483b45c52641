/** A signing begins at the desk: in which language, who signs, and the film. Rules PB42 and PB44. */
import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { callable, calledSo } from "../../../platform/addresses/called.ts";
import { slugsOf, subjectAt } from "../../../platform/addresses/addresses.ts";
import * as v from "valibot";
import { language, line, slug as slugForm } from "../../../platform/folder/fields.ts";
import { readParts } from "../../../platform/media/form.ts";
import { MediaError } from "../../../platform/media/media-error.ts";
import { MAX_MEDIA } from "../../../platform/media/media.ts";
import { hashOf, isSecret } from "../../../platform/private/submissions.ts";
import type { Db } from "../../../platform/db/store.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { addressOf, mediaRefused, storeOf } from "../../contributions/api.ts";
import { openSigning } from "./opening.ts";
import { recordScript } from "./scripts.ts";
import { BeginPage } from "./pages/begin.tsx";
import { keepFilm, type SignedFilm } from "./film.ts";
import { pageOf, pathOfDraft, signerOf, signingSlug, type BookVisit } from "./visit.tsx";
import type { Serving } from "../../../platform/feature.ts";

const FIELDS = ["language", "other", "follows", "signer", "stated", "upload", "key"] as const;
type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;
const FILES = { film: ["film"] } as const;
const MOST = MAX_MEDIA + 20_000; // bytes; the words beside it
const MOST_NAME = 200; // characters

export async function showBegin(
  at: BookVisit,
  came: { typed?: Typed; problems?: Readonly<Record<string, string>> } = {},
): Promise<Reply> {
  const { serving, book, words } = at;
  const { typed = { follows: book.thing.language }, problems = {} } = came;
  const people = await serving.instance.snapshot((db) => offered(db));
  const ahead = await sentAhead(serving, typed);
  const { base } = serving;
  const main = BeginPage({ words, book, typed, problems, people, base, here: ahead?.bytes });
  const isWrong = Object.keys(problems).length > 0;
  const shown = pageOf(at, words.sign, main, { script: recordScript.path });
  return { status: isWrong ? 422 : 200, page: shown };
}

export async function begin(at: BookVisit): Promise<Reply> {
  const { serving, book, words, visit } = at;
  const work = join(serving.instance.folder.dir, "work");
  await using open = new AsyncDisposableStack();
  const parts = { fields: FIELDS, files: FILES, most: MOST };
  const came = await readParts(visit.req, { work }, open, parts);
  if (typeof came === "string") {
    const why =
      came === "size" ? words.wrong.size(formatBytes(MAX_MEDIA, words.lang)) : words.wrong.form;
    return showBegin(at, { problems: { film: why } });
  }
  const { typed, files, refused } = came;
  const problems: Record<string, string> = {};
  const tag = tagOf(typed.other) ?? typed.language ?? "";
  if (!v.is(language, tag) || !v.is(slugForm, signingSlug(book.slug, tag)))
    problems["language"] = words.wrong.language;
  const written = [book.thing.language, ...Object.keys(book.texts)];
  const follows = written.find((one) => one === typed.follows);
  if (follows === undefined) problems["follows"] = words.wrong.follows;
  const called = typed.signer ?? "";
  const { slug: known, isSeveral } = await personCalled(serving, called);
  if (isSeveral) problems["signer"] = words.wrong.several;
  else if (!v.is(line, called) || called.length > MOST_NAME)
    problems["signer"] = words.wrong.signer;
  const signer = known ?? addressOf(randomBytes(6).toString("hex"), 0);
  if (typed.stated !== "yes") problems["stated"] = words.wrong.stated;
  const ahead = await sentAhead(serving, typed);
  const path = files.film?.path ?? ahead?.path;
  if (refused) problems["film"] = mediaRefused(visit.lang, refused);
  else if (path === undefined) problems["film"] = words.wrong.film;
  if (Object.keys(problems).length > 0) return showBegin(at, { typed, problems });
  const { isHeard } = await signerOf(serving, { signer, follows: follows! });
  let film: SignedFilm;
  await mkdir(work, { recursive: true, mode: 0o700 }); // no file came with this form
  try {
    film = await keepFilm(serving.instance.media, path!, { isHeard, work });
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    return showBegin(at, { typed, problems: { film: mediaRefused(visit.lang, error) } });
  }
  const draft = await openSigning(
    { speaker: serving.speaker, private: serving.instance.log.private },
    {
      at: serving.now(),
      book,
      tag,
      follows: follows!,
      signer,
      film,
      by: visit.account.name,
      source: null,
    },
  );
  if (!draft) return showBegin(at, { typed, problems: { film: words.wrong.taken } });
  if (ahead) await storeOf(serving).drop([ahead.id]);
  const on = pathOfDraft(book, draft);
  const to = known === undefined ? `${on}/consents?name=${encodeURIComponent(called)}` : on;
  return { to, noted: { about: `signings/${draft.slug}` } };
}

/** The film that came in pieces before the form. @returns undefined where none did, or it is somebody else’s */
async function sentAhead(serving: Serving, { upload: id = "", key = "" }: Typed) {
  const upload = isSecret(id) && isSecret(key) ? await storeOf(serving).get(id) : undefined;
  if (!upload || upload.owner !== hashOf(key)) return undefined;
  if (upload.what !== "sign" || upload.state !== "here") return undefined;
  return { id, path: storeOf(serving).path(id), bytes: upload.kept ?? upload.size };
}

const tagOf = (typed: string | undefined): string | undefined => {
  try {
    return typed === undefined ? undefined : Intl.getCanonicalLocales(typed.trim())[0];
  } catch {
    return typed;
  }
};

/** The address of somebody of this name, or at this address; none of somebody new. */
const personCalled = (
  { instance }: Serving,
  name: string,
): Promise<{ readonly slug?: string | undefined; readonly isSeveral: boolean }> =>
  instance.snapshot(async (db) => {
    const found = await calledSo(db, "people", [name]);
    const [one] = found;
    const slug = one && (await slugsOf(db, [one.subject])).get(one.subject);
    const known = slug ?? (await subjectAt(db, "people", name))?.slug;
    return { slug: known, isSeveral: found.length > 1 };
  });

const OFFERED = 200; // names in a list that a browser offers

async function offered(db: Db): Promise<readonly string[]> {
  return (await callable(db, { space: "people", most: OFFERED })).map(({ name }) => name);
}
