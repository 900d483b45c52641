/** The projects and pledges of a campaign folder that name a place: what a plan there has to be seen beside. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { date, line, slug, source } from "../../../platform/folder/fields.ts";
import { unfold } from "../../../platform/folder/form.ts";
import { fieldName, misfits, problemLine } from "../../../platform/folder/problem.ts";
import { parseTree, TreeError } from "../../../platform/folder/tree.ts";
import type { PlannedPlace } from "../records.ts";
import { PlanningError } from "./region.ts";

type Input = PlannedPlace["inputs"][number];

const places = v.optional(v.array(slug, "a list of places"));
const PROJECT = v.object({ title: line, places });
const PLEDGE = v.object({
  title: line,
  claims: v.optional(v.array(v.object({ places, asOf: date, source }), "a list of claims")),
});

/**
 * Inputs by the slug of the place: its projects, then its pledges with the date and source of their last figure there.
 * @param campaign the folder; what it does not hold names nothing @throws PlanningError
 */
export async function namedIn(campaign: string): Promise<Map<string, Input[]>> {
  const named = new Map<string, Input[]>();
  const add = (place: string, input: Input) =>
    named.set(place, [...(named.get(place) ?? []), input]);
  for await (const { title, places: at = [] } of filesIn(join(campaign, "projects"), PROJECT))
    for (const place of new Set(at)) add(place, { what: "project", value: title });
  for await (const { title, claims = [] } of filesIn(join(campaign, "pledges"), PLEDGE)) {
    const rising = claims.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
    const last = new Map(
      rising.flatMap(({ places: at = [], ...said }) => at.map((one) => [one, said])),
    );
    for (const [place, { asOf, source: by }] of last)
      add(place, { what: "pledge", value: title, asOf, source: by });
  }
  return named;
}

async function* filesIn<S extends v.GenericSchema>(
  folder: string,
  schema: S,
): AsyncGenerator<v.InferOutput<S>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for (const name of names.filter((one) => one.endsWith(".yaml")).toSorted()) {
    const file = join(folder, name);
    yield read(await readFile(file, "utf8"), file, schema);
  }
}

function read<S extends v.GenericSchema>(text: string, file: string, schema: S): v.InferOutput<S> {
  try {
    const { value, lineOf } = parseTree(text, { format: "yaml", form: unfold(schema) });
    const [wrong] = misfits(schema, value);
    if (!wrong) return v.parse(schema, value);
    const { path, message } = wrong;
    throw new PlanningError(
      problemLine({ file, line: lineOf(path), field: fieldName(path), message }),
    );
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    const { line: at, message } = error;
    throw new PlanningError(problemLine({ file, line: at, field: "", message }), { cause: error });
  }
}
