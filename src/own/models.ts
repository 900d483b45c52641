/**
 * Features of an operator's own, by the files that CND_FEATURES names: what the log is made of. Each process and each thread loads
 * them before it asks for ours. docs/extending.md says how one is written.
 */
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import * as v from "valibot";
import { bigint, integer, orNull, table, text } from "../platform/db/table.ts";
import type { Feature, Model } from "../platform/feature.ts";
import { line, paragraph, url, withdrawal } from "../platform/folder/fields.ts";
import { rowProjection } from "../platform/log/row-projection.ts";
import { asking } from "../platform/private/part.ts";
import { lastSaid } from "../platform/records/last-said.ts";
import { addModel, privateParts, registry } from "../models.ts";
import type { Pages } from "./pages.ts";

/** What the model of a feature is made with. */
export const MODEL_KIT = {
  /** valibot, in which forms of records are said. */
  v,
  /** Forms of fields that ours have too. */
  fields: { line, paragraph, url, withdrawal },
  table,
  text,
  integer,
  bigint,
  orNull,
  rowProjection,
  lastSaid,
  asking,
};
export type ModelKit = typeof MODEL_KIT;

/** What a file exports that holds a feature of one's own. */
export interface OwnFeature {
  /** Small letters, digits and hyphens. Its kinds, tables and private parts begin with it. */
  readonly name: string;
  /** Kinds, projections and private tables. Absent where it keeps nothing. */
  readonly model?: (kit: ModelKit) => Model;
  /** Its pages and its part of the desk; loaded only where pages are. */
  readonly feature?: (pages: Pages, kit: ModelKit) => Omit<Feature, "name" | "model">;
}
interface Loaded {
  readonly path: string;
  readonly own: OwnFeature;
  readonly model: Model | undefined;
}

let loaded: readonly Loaded[] = [];

/** How kinds, projections, tables and private parts of ours are called, before any of an operator's own is there. */
const OURS: readonly string[] = [
  ...Object.keys(registry.kinds),
  ...registry.projections.map(({ name }) => name),
  ...privateParts.map(({ name }) => name),
  ...registry.projections.flatMap(({ tables }) => tables),
  ...privateParts.flatMap(({ tables }) => Object.keys(tables)),
];

/**
 * Before any of ours is asked for. @param paths of files
 * @throws Error that names the file, and what is wrong with it
 */
export async function loadOwn(paths: readonly string[]): Promise<void> {
  loaded = await Promise.all(paths.map((path) => load(resolve(path))));
  const names = loaded.map(({ own }) => own.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`CND_FEATURES: two features are called ${twice}.`);
  for (const { model } of loaded) if (model) addModel(model);
}

export const ownLoaded = (): readonly Loaded[] => loaded;

async function load(path: string): Promise<Loaded> {
  const fail = (what: string, cause?: unknown) =>
    new Error(`CND_FEATURES: ${path}: ${what}`, { cause });
  let own: Partial<OwnFeature>;
  try {
    own = (await import(pathToFileURL(path).href)) as Partial<OwnFeature>;
  } catch (error) {
    throw fail(`it cannot be loaded (${(error as Error).message}).`, error);
  }
  const { name, model: makes, feature } = own;
  if (typeof name !== "string" || !/^[a-z][a-z0-9-]{2,30}$/.test(name))
    throw fail(
      'expected an exported name such as "helplines", of small letters, digits and hyphens.',
    );
  const model = makes?.(MODEL_KIT);
  if (model) requireOwnNames(model, name, fail);
  return {
    path,
    own: { name, ...(makes && { model: makes }), ...(feature && { feature }) },
    model,
  };
}

/** So that it meets nothing of ours, of today or of a later release. */
function requireOwnNames(model: Model, name: string, fail: (what: string) => Error): void {
  const under = name.replaceAll("-", "_");
  const unsaid = (model.private ?? []).find(({ tables }) => Array.isArray(tables));
  if (unsaid)
    throw fail(
      `expected of ${unsaid.name} tables that each say what outlives a restore, such as { ${under}_note: { key: ["id"] } }, got their names alone.`,
    );
  for (const [of, one] of (model.private ?? []).flatMap(({ tables }) => Object.entries(tables)))
    if (typeof one === "string" || one.keeps === undefined)
      throw fail(
        `expected of ${of} how long it is kept, such as { keeps: { what: "own", until: "desk" } }.`,
      );
  const all: readonly (readonly [what: string, name: string, begins: string])[] = [
    ...Object.keys(model.kinds).map((kind) => ["kind", kind, `${name}.`] as const),
    ...model.projections.map((one) => ["projection", one.name, name] as const),
    ...model.projections
      .flatMap(({ tables }) => tables)
      .map((one) => ["table", one, under] as const),
    ...(model.private ?? [])
      .flatMap(({ tables }) => Object.keys(tables))
      .map((one) => ["table", one, under] as const),
    ...(model.private ?? []).map((part) => ["private part", part.name, name] as const),
  ];
  for (const [what, given, begins] of all)
    if (!isUnder(given, begins))
      throw fail(`expected a ${what} whose name begins with ${begins}, got ${given}.`);
  const taken = OURS.find((one) => isUnder(one, name) || isUnder(one, under));
  if (taken !== undefined)
    throw fail(`the name ${name} is taken: ${taken} is of ours. Choose another.`);
}

/** That name, or one that goes on after it with a sign: `story` begins no `storyline`. */
const isUnder = (given: string, begins: string): boolean =>
  given.startsWith(begins) &&
  (begins.endsWith(".") || given === begins || /[^a-z0-9]/.test(given[begins.length]!));
