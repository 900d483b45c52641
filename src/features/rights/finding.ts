/** Whom a request is about: by the address of a page, by a code, or by a name that one person alone bears. Rule RI3. */
import { calledSo } from "../../platform/addresses/called.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Privately } from "../../platform/private/part.ts";
import { askSubmissions, isSecret } from "../../platform/private/submissions.ts";
import { hashOfCode, readCode } from "../../platform/sent/code.ts";
import { pathWithout, type Frame } from "../../platform/web/frame.ts";
import { askClasses, codeHash } from "../classes/api.ts";
import { askConsents } from "../contributions/api.ts";
import { peopleBySubject } from "../people/api.ts";
import { storiesBySubject } from "../stories/api.ts";

export interface Whom {
  readonly person?: string;
  /** The address that was typed, as a path of this site. */
  readonly place?: string;
  /** What a code belongs to, in words of the program. */
  readonly found?: string;
}
interface Asking {
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly private: Privately;
  readonly frame: Frame;
}

/** Whether it may be a code or a secret, of which a wrong one is a guess. */
export const isCode = (place: string): boolean =>
  readCode(place) !== undefined || secretIn(place) !== undefined;

/** @returns undefined where it is a code, or a secret address, that is none of ours */
export async function whomBy(
  { snapshot, private: ask, frame }: Asking,
  { place, name }: { readonly place: string; readonly name?: string | undefined },
): Promise<Whom | undefined> {
  if (isCode(place)) return byCode(ask, place);
  const path = pathOf(place, frame);
  return snapshot(async (db) => {
    const at = path === undefined ? [] : await peopleAt(db, path);
    const person = at.length === 1 ? at[0] : await namedSo(db, name, at);
    return {
      ...(person !== undefined && { person }),
      ...(place !== "" && { place: path ?? place }),
    };
  });
}

const SECRET = /\/o\/([A-Za-z0-9_-]{22})\/?$/;
const secretIn = (place: string): string | undefined => {
  const secret = SECRET.exec(place)?.[1];
  return secret !== undefined && isSecret(secret) ? secret : undefined;
};

async function byCode(ask: Privately, place: string): Promise<Whom | undefined> {
  const secret = secretIn(place);
  if (secret !== undefined) {
    const sent = await askSubmissions(ask).bySecret(secret);
    return sent && { found: `/desk/queue/${sent.id}` };
  }
  const agreed = await askConsents(ask).byCode(await hashOfCode(readCode(place)!));
  if (agreed)
    return { found: "consent", ...(agreed.subject !== null && { person: agreed.subject }) };
  const learner = await askClasses(ask).byCode(codeHash(place)!);
  return learner && { found: `/desk/classes/${learner.room}` };
}

/** `/fr/authors/amal` and `https://example.org/authors/amal` are `/authors/amal`; undefined where it is no address of this site. */
function pathOf(place: string, frame: Frame): string | undefined {
  const url = URL.parse(place, frame.base);
  if (!url || !/^(?:https?:\/\/|\/)/.test(place) || url.host !== new URL(frame.base).host)
    return undefined;
  const lang = frame.languages.find((one) => url.pathname.startsWith(`/${one}/`));
  return pathWithout(frame, lang ?? frame.language, url.pathname);
}

/** Whose page it is, or whom the story at this path portrays. */
async function peopleAt(db: Db, path: string): Promise<readonly string[]> {
  const [, space = "", slug = ""] = /^\/(authors|stories)\/([a-z0-9-]+)$/.exec(path) ?? [];
  if (slug === "") return [];
  const found = await subjectAt(db, space === "authors" ? "people" : space, slug);
  if (!found || space === "authors") return found ? [found.subject] : [];
  return (await storiesBySubject(db, [found.subject])).get(found.subject)?.people ?? [];
}

/** The one who is called exactly so, of these or of everybody; nobody where several are. */
async function namedSo(
  db: Db,
  name: string | undefined,
  among: readonly string[],
): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const called = (await calledSo(db, "people", [name])).map(({ subject }) => subject);
  const fit = among.length > 0 ? called.filter((one) => among.includes(one)) : called;
  const stand = await peopleBySubject(db, fit);
  return stand.size === 1 ? [...stand.keys()][0] : undefined;
}
