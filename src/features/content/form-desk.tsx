/** The form of a thing as it is shown: new, as the thing stands, or as somebody left it. */
import { deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { namesOf } from "../../platform/addresses/called.ts";
import type { StoredMedia } from "../../platform/folder/fields.ts";
import { valuesAt } from "../../platform/folder/places.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { countriesIn, currenciesIn } from "./form/named-codes.ts";
import { everyField, shapeOf, type Field } from "./form/shape.ts";
import type { Typed } from "./form/typed.ts";
import { labelsIn } from "./labels.ts";
import type { Filling } from "./pages/filling.ts";
import { FormPage, type FormProps } from "./pages/form.tsx";
import { libraryFiles } from "./library.ts";
import { askContent, type FileRow } from "./private.ts";
import { fieldsOf, isGone, typedFrom, versionOf, type Standing } from "./things.ts";
import type { Coming, FormVisit } from "./coming.ts";
import { withTable } from "./tables/preview.tsx";
import { languagesFor } from "../../platform/web/languages.ts";
import { isMadeHere, offeredIn, PART, pathOfThing } from "./visit.ts";

/** A form as it was left, or as the thing stands. */
export async function showForm(at: FormVisit): Promise<Reply> {
  const { visit, serving, standing, part } = at;
  const { search, account } = visit;
  const left = search.get("form");
  const owner = account.id;
  const kept =
    left === null
      ? undefined
      : await askContent(serving.instance.log.private).left({ id: left, owner });
  if (kept && kept.space === part.space) {
    const { base, typed } = await resumed(at, JSON.parse(kept.typed) as Typed);
    return { page: await formPage(at, { typed, base, back: typed["back"] }) };
  }
  const done = doneIn(search, visit.lang);
  const called = search.get("name") ?? "";
  const back = search.get("back") ?? undefined;
  if (!standing) return { page: await formPage(at, { typed: begun(at, called), base: "", back }) };
  const typed = await serving.instance.snapshot(async (db) => {
    const fields = await fieldsOf(db, standing);
    return fields ? typedFrom(db, part, fields, visit.lang) : {};
  });
  return { page: await formPage(at, { typed, base: versionOf(standing), back, done }) };
}

/** A new thing begins with the name by which it was looked for. */
function begun({ part }: FormVisit, name: string): Typed {
  const keys = ["name", "title", "properties.name"];
  const fields = everyField(shapeOf(part));
  const key = keys.find((one) => fields.some(({ at }) => at === one));
  return name === "" || key === undefined ? {} : { [key]: name };
}

/** A form that was left to make something else first, which is chosen in it now. */
async function resumed({ visit, serving }: FormVisit, kept: Typed) {
  const { [LEFT.field]: field = "", [LEFT.space]: space = "", base = "", ...typed } = kept;
  const made = visit.search.get("made");
  if (made === null || field === "") return { base, typed };
  const name = await serving.instance.snapshot(async (db) => {
    const address = await subjectAt(db, space, made);
    return address && (await namesOf(db, [address.subject])).get(address.subject)?.name;
  });
  const chosen = name === undefined ? {} : { [field]: name, [`${field}.pick`]: made };
  return { base, typed: { ...typed, ...chosen } };
}

/** In a form that was left: the field for which something was made, and of which space that is. */
export const LEFT = { field: "left.field", space: "left.space" } as const;

export async function formPage(at: FormVisit, coming: Coming) {
  const { account, lang } = at.visit;
  const props = await formProps(at, coming);
  const { title } = props;
  const main = FormPage(props);
  return deskPage({ account, lang, part: PART, title, main, done: coming.done });
}

/** @param fields in place of those of the part */
export async function formProps(
  at: FormVisit,
  came: Coming,
  fields: readonly Field[] = shapeOf(at.part),
): Promise<FormProps> {
  const coming = at.space === "datasets" ? await withTable(at, came) : came;
  const { visit, words, standing, space, serving, name } = at;
  const { typed, base, back = "", problems = {}, picked, trouble } = coming;
  const spaces = new Set(
    everyField(fields).flatMap((one) => (one.is === "ref" ? [one.space] : [])),
  );
  const files = await askContent(serving.instance.log.private).files(null);
  const photos = await serving.instance.snapshot((db) => libraryFiles(db, visit.lang));
  const offered = await serving.instance.snapshot(async (db) => {
    const found = new Map<string, readonly string[]>();
    for (const one of spaces)
      found.set(
        one,
        (await offeredIn(db, one)).map((called) => called.name),
      );
    return found;
  });
  const unsure = (picked?.unpicked ?? []).map(
    (one) => [one.at, { ...one, isMade: isMadeHere(words, one.space) }] as const,
  );
  const { frame, lang } = visit;
  const filling: Filling = {
    space,
    typed,
    problems,
    words,
    labels: labelsIn(lang),
    unsure: new Map(unsure),
    listed: new Map([
      ["campaign topics[].id", frame.topics.map((one) => [one.id, one.name] as const)],
      ["campaign walks[].id", frame.walks.map((one) => [one.id, one.one] as const)],
    ]),
    countries: countriesIn(lang),
    languages: languagesFor([], lang),
    currencies: currenciesIn(lang),
    columns: coming.columns ?? [],
    files: filesIn(standing, at, [...files, ...photos]),
    shows: new Map(photos.map(({ name: file, alt }) => [file, alt])),
  };
  const gone = standing && isGone(standing) && <Gone at={at} slug={standing.slug} />;
  const links = standing && (isGone(standing) ? [] : linksOf(at, standing));
  return {
    title: standing ? words.change(name ?? standing.slug) : words.add[space],
    stand: back === "" ? undefined : words.makesFirst,
    fields,
    filling,
    base,
    back: back === "" ? undefined : back,
    action: addressOf(visit), // without the entry at which the page may stand: what is said above the form is read first
    trouble,
    offered,
    above: coming.above ?? (gone || undefined),
    ...(links && { links }),
  };
}

function addressOf({ path, search }: FormVisit["visit"]): string {
  const asked = new URLSearchParams(search);
  asked.delete("done");
  return asked.size === 0 ? path : `${path}?${asked}`;
}

const Gone = ({ at, slug }: { readonly at: FormVisit; readonly slug: string }) => (
  <form method="post" action={`${pathOfThing(at.space, slug)}/withdraw`} class="aside">
    <p>{at.words.isWithdrawn}</p>
    <p class="acts">
      <button type="submit" name="do" value="restore">
        {at.words.restore}
      </button>
    </p>
  </form>
);

function linksOf({ space, words, visit }: FormVisit, { slug }: Standing) {
  const path = pathOfThing(space, slug);
  const own = space === "people" ? "authors" : space;
  return [
    ...(space === "datasets" ? [] : [[`/${own}/${slug}`, words.public] as const]),
    ...(space === "books" ? [[`/desk/books/${slug}`, words.signed] as const] : []),
    [`${path}/history`, words.history] as const,
    ...(space === "places"
      ? [[`${path}/map`, words.onMap] as const, [`${path}/merge`, words.merge] as const]
      : []),
    [`${path}/withdraw`, words.withdraw] as const,
    ...(space === "people" && may(visit.account.role, "settings")
      ? [[`${path}/erase`, words.erase] as const]
      : []),
  ];
}

/** Those that the thing shows, then what was added here lately, by name. */
function filesIn(
  standing: Standing | undefined,
  { part }: FormVisit,
  lately: readonly FileRow[],
): Map<string, string> {
  const own = part.media
    .flatMap((pattern) => valuesAt(standing?.known.body, pattern))
    .map(({ value }) => [(value as StoredMedia).name, (value as StoredMedia).media] as const);
  return new Map([...own, ...lately.map(({ name, media }) => [name, media] as const)]);
}
