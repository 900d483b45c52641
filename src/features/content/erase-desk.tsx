/** A person is erased for ever, after it was said what goes, what stays and who else stands in it. Rule KO14. */
import { Going } from "../../platform/accounts/going.tsx";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { namesOf, whatNames } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import type { Fields as Read } from "../../platform/web/handler.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { askConsents, eraseSomebody, leavingWith, sweepUploads } from "../contributions/api.ts";
import { isGone } from "./things.ts";
import { PART, pathOfThing, type ThingVisit } from "./visit.ts";

const SHOWN = 500; // things that name somebody; who stands in more is no single person

interface Found extends Awaited<ReturnType<typeof leavingWith>> {
  /** By subject: what stories, people and things are called. */
  readonly names: ReadonlyMap<string, string>;
  readonly consents: number;
  readonly signings: number;
  /** What else names the person, by name. */
  readonly naming: readonly string[];
}

export async function showErase(at: ThingVisit, isUnsure = false): Promise<Reply> {
  const { visit, standing, words, name, space } = at;
  const { account, lang } = visit;
  const path = pathOfThing(space, standing.slug);
  if (space !== "people" || !standing.known.body) return { to: path };
  const title = words.eraseTitle(name);
  const found = await foundOf(at);
  const main = Going({
    title,
    lead: words.eraseLead,
    ...listsOf(at, found),
    sure: words.eraseSure(name),
    unsure: isUnsure ? words.eraseUnsure : undefined,
    again: visit.isSure ? undefined : words.eraseAgain,
    button: words.erase,
    links: [
      [path, words.change(name)],
      ...(isGone(standing) ? [] : [[`${path}/withdraw`, words.withdraw] as const]),
    ],
  });
  const page = deskPage({ account, lang, part: PART, title, main });
  return { page, status: isUnsure ? 422 : 200 };
}

function listsOf({ words }: ThingVisit, found: Found) {
  const { names, goes, stays, signed, naming, consents, signings } = found;
  const called = (subject: string) => names.get(subject) ?? subject.slice(0, 12);
  const leaves = [
    words.eraseWords,
    words.erasePhotos,
    ...(consents > 0 ? [words.eraseConsents(consents)] : []),
    ...(signings > 0 ? [words.eraseSignings(signings)] : []),
    ...goes.map((story) => words.eraseStory(called(story))),
  ];
  const remains = [
    ...[...stays].map(
      ([story, people]) =>
        `${words.eraseShared(called(story))} ${words.eraseOthers(people.map(called).join(", "))}`,
    ),
    ...signed.map((story) => words.eraseSigned(called(story))),
    ...naming.map((one) => words.eraseNaming(one)),
    words.eraseText,
    words.eraseLog,
  ];
  return {
    goes: { title: words.eraseGoes, all: leaves },
    stays: { title: words.eraseStays, all: remains },
  };
}

async function foundOf({ serving, standing: { subject } }: ThingVisit): Promise<Found> {
  const { instance } = serving;
  const { slugs, ...found } = await instance.snapshot(async (db) => ({
    ...(await namedWith(db, subject)),
    slugs: [...(await slugsOf(db, [subject])).values()],
  }));
  const consents = await askConsents(instance.log.private).ofPerson({ subject, slugs });
  return { ...found, consents: consents.length };
}

async function namedWith(db: Db, person: string) {
  const leaving = await leavingWith(db, person);
  const { goes, stays, signed } = leaving;
  const stories = new Set([...goes, ...stays.keys(), ...signed]);
  const others = (await whatNames(db, person, SHOWN)).filter(
    ({ subject, space }) => !stories.has(subject) && space !== "pictures",
  );
  const called = await namesOf(db, [...stories, ...[...stays.values()].flat()]);
  return {
    ...leaving,
    names: new Map([...called].map(([subject, { name }]) => [subject, name])),
    signings: others.filter(({ space }) => space === "signings").length,
    naming: others.flatMap(({ space, name }) => (space === "signings" ? [] : [name])),
  };
}

/** Whoever came in long ago was asked to come in once more before this. */
export async function erasePerson(
  at: ThingVisit & { readonly visit: Read<"sure"> },
): Promise<Reply> {
  const { visit, serving, standing, space } = at;
  if (space !== "people") return { to: pathOfThing(space, standing.slug) };
  if (visit.fields.sure !== "yes") return showErase(at, true);
  const { instance, speaker } = serving;
  const list = besideData(instance.folder.dir).withdrawn;
  await eraseSomebody(
    { speaker, private: instance.log.private, keepWithdrawn: (hash) => keepWithdrawn(list, hash) },
    standing.subject,
    "desk",
  );
  await sweepUploads(serving);
  return {
    to: `${PART}/people?done`,
    noted: { about: `people/${standing.slug}`, detail: "erase" },
  };
}
