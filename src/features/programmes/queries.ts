/** What pages ask about programmes. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { bySlug, byWords, withSlugs, type Addressed } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import type { LongTexts } from "../../platform/records/last-said.ts";
import { inLongText, type Told } from "../../platform/texts/long.ts";
import { localised, textsOf } from "../../platform/texts/view.ts";
import type { Programme, ProgrammeFigure } from "./records.ts";
import type { ProgrammeTables } from "./projection.ts";
import { PROGRAMME_WORDING } from "./records.ts";

export interface ProgrammeCard {
  readonly subject: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly purpose: string;
  readonly figures: readonly ProgrammeFigure[];
  /** Where it stands among the others; one without an order comes last. */
  readonly order: number;
  readonly cover?: Programme["cover"];
  /** The languages into which its text is translated. */
  readonly translated: readonly string[];
}

const LAST = Number.MAX_SAFE_INTEGER;

/** The cards of these programmes; one that is withdrawn or has no address is left out. */
export async function programmesBySubject(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, ProgrammeCard>> {
  const wanted = [...new Set(subjects)];
  if (wanted.length === 0) return new Map();
  const rows = await programmes(db).where("subject", "in", wanted).execute();
  return new Map((await cards(db, rows)).map((card) => [card.subject, card]));
}

/** Every programme in its order. */
export async function programmeList(db: Db, lang = "en"): Promise<ProgrammeCard[]> {
  return inOrder(await cards(db, await programmes(db).execute()), lang);
}

/** The programmes that name this place or partner, in their order. */
export async function programmesAbout(
  db: Db,
  about: string,
  lang: string,
): Promise<ProgrammeCard[]> {
  const rows = await db
    .withTables<ProgrammeTables>()
    .selectFrom("programme_subject")
    .innerJoin("programme", "programme.subject", "programme_subject.subject")
    .select(["programme.subject", "programme.state", "programme.translations"])
    .where("programme_subject.about", "=", about)
    .execute();
  return inOrder(await cards(db, rows), lang);
}

/** The places that a programme names, and the paths of this site to which its text leads; undefined where it is none. */
export async function programmeNames(
  db: Db,
  subject: string,
): Promise<
  { readonly places: readonly string[]; readonly leadsTo: readonly string[] } | undefined
> {
  const row = await programmes(db).where("subject", "=", subject).executeTakeFirst();
  if (!row) return undefined;
  const { places = [], markdown } = JSON.parse(row.state) as Programme;
  const leadsTo = [...markdown.matchAll(/\]\((\/[\w/-]*)\)/g)].map((found) => found[1]!);
  return { places, leadsTo };
}

/** A programme in full, with the address under which it stands today. */
export async function programmeAt(
  db: Db,
  slug: string,
  lang?: string,
): Promise<(Addressed<Programme> & Told) | undefined> {
  const address = await subjectAt(db, "programmes", slug);
  if (!address) return undefined;
  const row = await programmes(db).where("subject", "=", address.subject).executeTakeFirst();
  if (!row) return undefined;
  const { thing, told } = inLanguage(db, row, lang);
  return { ...address, ...told, thing };
}

/** Every programme in full, by slug: for the open data. */
export async function allProgrammes(db: Db): Promise<Addressed<Programme>[]> {
  return (await withSlugs(db, await programmes(db).execute()))
    .map(({ subject, slug, ...row }) => ({ subject, slug, thing: inLanguage(db, row).thing }))
    .toSorted(bySlug);
}

const programmes = (db: Db) =>
  db
    .withTables<ProgrammeTables>()
    .selectFrom("programme")
    .select(["subject", "state", "translations"]);

type Row = ProgrammeTables["programme"];

/** @param lang the handle's own where none is named */
const inLanguage = (
  db: Db,
  { state, translations }: Omit<Row, "subject">,
  lang = textsOf(db)?.lang,
) =>
  inLongText(
    localised(db, PROGRAMME_WORDING, JSON.parse(state) as Programme),
    JSON.parse(translations) as LongTexts,
    lang,
  );

async function cards(db: Db, rows: readonly Row[]): Promise<ProgrammeCard[]> {
  return (await withSlugs(db, rows)).map(({ subject, slug, ...row }) => {
    const { thing, told } = inLanguage(db, row);
    const { translated } = told;
    const { title, summary, purpose, figures = [], order = LAST, cover } = thing;
    const card = { subject, slug, title, summary, purpose, figures, order, translated };
    return { ...card, ...(cover && { cover }) };
  });
}

function inOrder(list: readonly ProgrammeCard[], lang: string): ProgrammeCard[] {
  const byTitle = byWords<ProgrammeCard>(lang, ({ title }) => title);
  return list.toSorted((a, b) => a.order - b.order || byTitle(a, b));
}
