/** The patterns of antennas that a region's own radios name, each from its maker's file. */
import { readFile } from "node:fs/promises";
import { parsePattern } from "../../../engines/coverage/pattern-file.ts";
import { PatternError, type Pattern } from "../../../engines/coverage/pattern.ts";
import { problemLine } from "../../../platform/folder/problem.ts";
import type { OwnRadio } from "./own-radios.ts";
import { besideRegion, PlanningError } from "./region.ts";

interface Patterns {
  /** By the id of the radio. */
  readonly of: ReadonlyMap<string, Pattern>;
  readonly files: readonly string[];
}

/** @throws PlanningError with a line for each file that cannot be read */
export async function patternsOf(
  radios: readonly OwnRadio[] = [],
  regionFile: string,
): Promise<Patterns> {
  const of = new Map<string, Pattern>();
  const files: string[] = [];
  const problems: string[] = [];
  for (const { id, pattern, mhz } of radios) {
    if (pattern === undefined) continue;
    const file = besideRegion(regionFile, pattern);
    files.push(file);
    try {
      of.set(id, patternIn(await readFile(file, "utf8"), mhz));
    } catch (error) {
      problems.push(said(file, error as Error));
    }
  }
  if (problems.length > 0) throw new PlanningError(problems.join("\n"));
  return { of, files };
}

const NEAR = 1.25; // an antenna of a quarter more or less in frequency is another one

function patternIn(text: string, mhz: number): Pattern {
  const pattern = parsePattern(text, mhz);
  if (Math.max(pattern.mhz / mhz, mhz / pattern.mhz) <= NEAR) return pattern;
  throw new PatternError(
    1,
    `Expected the pattern of an antenna for ${mhz} MHz, found one for ${pattern.mhz} MHz.`,
  );
}

function said(file: string, error: Error): string {
  if (error instanceof PatternError) {
    const message = error.message.replace(/^E/, "e").replace(/\.$/, "");
    return problemLine({ file, line: error.line, field: "", message });
  }
  return (error as NodeJS.ErrnoException).code === "ENOENT"
    ? `${file}: expected the file of an antenna's pattern, found no such file`
    : `${file}: ${error.message}`;
}
