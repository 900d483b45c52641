/** A signing begins at the desk: in which language, who signs, and the film. Rules PB42 and PB44. */
import { join } from "node:path";
import { callable, calledSo } from "../../../platform/addresses/called.ts";
import { slugsOf, subjectAt } from "../../../platform/addresses/addresses.ts";
import * as v from "valibot";
import { language } from "../../../platform/folder/fields.ts";
import { readParts } from "../../../platform/media/form.ts";
import { MAX_MEDIA } from "../../../platform/media/media.ts";
import type { Db } from "../../../platform/db/store.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { mediaRefused } from "../../contributions/api.ts";
import { openSigning } from "./opening.ts";
import { recordScript } from "./scripts.ts";
import { BeginPage } from "./pages/begin.tsx";
import { keepFilm } from "./film.ts";
import { pageOf, pathOfDraft, signerOf, type BookVisit } from "./visit.tsx";
import type { Serving } from "../../../platform/feature.ts";

const FIELDS = ["language", "other", "follows", "signer", "stated"] as const;
type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;
const FILES = { film: ["film"] } as const;
const MOST = MAX_MEDIA + 20_000; // bytes; the words beside it

export async function showBegin(
  at: BookVisit,
  came: { typed?: Typed; problems?: Readonly<Record<string, string>> } = {},
): Promise<Reply> {
  const { serving, book, words } = at;
  const { typed = { follows: book.thing.language }, problems = {} } = came;
  const people = await serving.instance.snapshot((db) => offered(db));
  const main = BeginPage({ words, book, typed, problems, people, base: serving.base });
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
  if (!v.is(language, tag)) problems["language"] = words.wrong.language;
  const written = [book.thing.language, ...Object.keys(book.texts)];
  const follows = written.find((one) => one === typed.follows);
  if (follows === undefined) problems["follows"] = words.wrong.follows;
  const signer = await personCalled(serving, typed.signer ?? "");
  if (typeof signer !== "string") problems["signer"] = words.wrong[signer.is];
  if (typed.stated !== "yes") problems["stated"] = words.wrong.stated;
  if (refused) problems["film"] = mediaRefused(visit.lang, refused);
  else if (!files.film) problems["film"] = words.wrong.film;
  if (Object.keys(problems).length > 0 || typeof signer !== "string")
    return showBegin(at, { typed, problems });
  const { isHeard } = await signerOf(serving, { signer, follows: follows! });
  const film = await keepFilm(serving.instance.media, files.film!.path, { isHeard, work });
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
  return { to: pathOfDraft(book, draft), noted: { about: `signings/${draft.slug}` } };
}

const tagOf = (typed: string | undefined): string | undefined => {
  try {
    return typed === undefined ? undefined : Intl.getCanonicalLocales(typed.trim())[0];
  } catch {
    return typed;
  }
};

/** A name that a person of this campaign has, or the person's address. */
async function personCalled(
  { instance }: Serving,
  name: string,
): Promise<string | { readonly is: "signer" | "several" }> {
  if (name === "") return { is: "signer" };
  return instance.snapshot(async (db) => {
    const found = await calledSo(db, "people", [name]);
    if (found.length > 1) return { is: "several" };
    const [one] = found;
    const slug = one && (await slugsOf(db, [one.subject])).get(one.subject);
    return slug ?? (await subjectAt(db, "people", name))?.slug ?? { is: "signer" };
  });
}

const OFFERED = 200; // names in a list that a browser offers

async function offered(db: Db): Promise<readonly string[]> {
  return (await callable(db, { space: "people", most: OFFERED })).map(({ name }) => name);
}
