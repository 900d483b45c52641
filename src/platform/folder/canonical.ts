/** The canonical form of a campaign folder: the text of each file, from what it holds alone. */
import { chapterFiles } from "./chapters.ts";
import { unfold } from "./form.ts";
import { joinFrontMatter } from "./front-matter.ts";
import type { FolderPart } from "./part.ts";
import { writePo, type PoFields } from "./po.ts";
import type { Fields } from "./thing.ts";
import { writeJson, writeYaml, writeYamlList } from "./write.ts";

/** Of a thing, what its files say. */
export interface Writable {
  readonly part: FolderPart;
  readonly slug: string;
  readonly fields: Fields;
  readonly markdown?: string;
  readonly translations: readonly { lang: string; fields: Fields; markdown?: string }[];
}

/** Path to text. Things of one file stand in the order of their slugs, whatever order they are given in. */
export function canonicalFiles(things: readonly Writable[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const [part, mine] of Map.groupBy(things, (thing) => thing.part)) {
    const sorted = mine.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
    for (const [path, text] of filesOf(part, sorted)) files.set(path, text);
  }
  return files;
}

function filesOf(part: FolderPart, things: readonly Writable[]): [string, string][] {
  const form = unfold(part.schema);
  const all = things.map(({ fields }) => fields);
  switch (part.form) {
    case "yaml":
      return all.map((fields) => [part.path, writeYaml(fields, form)]);
    case "yaml-list":
      return [[part.path, writeYamlList(all, form)]];
    case "yaml-files":
      return things.flatMap((thing) => yamlFiles(part, thing));
    case "markdown-files":
      return things.flatMap((thing) => markdownFiles(part, thing));
    case "po-files":
      return (all as unknown as readonly PoFields[]).map((fields) => [
        `${part.path}/${fields.language}.po`,
        writePo(fields),
      ]);
    default:
      return [[part.path, featureCollection(all, part)]];
  }
}

/** Where the files of a thing lie, without ending. */
export const stemOf = ({ path, pair }: FolderPart, slug: string): string =>
  `${path}/${pair ? dotted(slug) : slug}`;

/** The last `--` as the dot that it stands for. */
function dotted(slug: string): string {
  const at = slug.lastIndexOf("--");
  return `${slug.slice(0, at)}.${slug.slice(at + 2)}`;
}

function yamlFiles(part: FolderPart, { slug, fields, translations }: Writable): [string, string][] {
  const stem = stemOf(part, slug);
  const original: [string, string] = [`${stem}.yaml`, writeYaml(fields, unfold(part.schema))];
  if (!part.translation) return [original];
  const form = unfold(part.translation.schema);
  return [
    original,
    ...translations.map(({ lang, fields: text }): [string, string] => [
      `${stem}.${lang}.yaml`,
      writeYaml(text, form),
    ]),
  ];
}

function markdownFiles(part: FolderPart, thing: Writable): [string, string][] {
  if (part.chapters)
    return chapterFiles(part, thing, (schema, fields, markdown) =>
      joinFrontMatter(writeYaml(fields, unfold(schema)), markdown),
    );
  const original = joinFrontMatter(
    writeYaml(thing.fields, unfold(part.schema)),
    thing.markdown ?? "",
  );
  const path = `${part.path}/${thing.slug}`;
  if (!part.translation) return [[`${path}.md`, original]];
  const form = unfold(part.translation.schema);
  return [
    [`${path}.md`, original],
    ...thing.translations.map(({ lang, fields, markdown = "" }): [string, string] => [
      `${path}.${lang}.md`,
      joinFrontMatter(writeYaml(fields, form), markdown),
    ]),
  ];
}

function featureCollection(features: readonly Fields[], part: FolderPart): string {
  const texts = features.map((feature) => writeJson(feature, unfold(part.schema), 4).trim());
  const list = texts.length === 0 ? "[]" : `[\n    ${texts.join(",\n    ")}\n  ]`;
  return `{\n  "type": "FeatureCollection",\n  "features": ${list}\n}\n`;
}
