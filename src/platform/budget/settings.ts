/** `limits.yaml` of the data folder: limits that an operator sets in place of ours. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { LIMITS, type Table } from "./limits.ts";

/** @throws Error that names the file, the limit, what was expected and what is there */
export function readLimits(dir: string): Table {
  const file = join(dir, "limits.yaml");
  if (!existsSync(file)) return LIMITS;
  let set: unknown;
  try {
    set = parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message.split("\n")[0]}`, { cause: error });
  }
  return merged(file, "", LIMITS, set ?? {}) as Table;
}

function merged(file: string, name: string, ours: unknown, set: unknown): unknown {
  if (typeof ours === "number") {
    if (Number.isSafeInteger(set) && Number(set) >= 1) return set;
    throw new Error(`${file}: ${name}: expected a whole number from 1 on, found ${say(set)}.`);
  }
  if (typeof ours !== "object" || ours === null)
    throw new Error(`${file}: ${name} is no limit that can be set.`);
  if (typeof set !== "object" || set === null || Array.isArray(set))
    throw new Error(
      `${file}: ${name || "the file"}: expected ${Object.keys(ours).join(", ")}, found ${say(set)}.`,
    );
  const result: Record<string, unknown> = { ...ours };
  for (const [key, value] of Object.entries(set)) {
    const path = name === "" ? key : `${name}.${key}`;
    if (!Object.hasOwn(ours, key))
      throw new Error(
        `${file}: ${path}: no such limit. There are ${Object.keys(ours)
          .filter((one) => one !== "about")
          .map((one) => (name === "" ? one : `${name}.${one}`))
          .join(", ")}.`,
      );
    result[key] = merged(file, path, result[key], value);
  }
  return result;
}

const say = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? "nothing";
