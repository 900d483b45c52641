/** What a test file needs, told by what it imports: many files that start nothing share one process, which loads the house once. */
import { readFileSync } from "node:fs";

const TOOLS = /from "(?:\.\.\/)+(?:tests|tools)\/([^"]+)"/g;
const STARTS = /from "(?:node:child_process|node:worker_threads|playwright-core)"/;
const TOUCHES = /from "node:(?:fs|fs\/promises|http|net|os)"/;
const DATABASES = new Set(["databases.ts", "day.ts"]); // which hand out databases, and days

/**
 * `pure`: it lies beside what it tests, and touches nothing. `light`: files, and lines within the process. `databases`: it asks for
 * databases, and nothing else. `whole`: for whatever there is.
 */
export function sortOf(file: string): "pure" | "light" | "databases" | "whole" {
  const text = readFileSync(file, "utf8");
  if (!file.startsWith("src/") || STARTS.test(text)) return "whole";
  const tools = [...text.matchAll(TOOLS)].map(([, name]) => name!);
  if (tools.length === 0) return TOUCHES.test(text) ? "light" : "pure";
  return tools.every((tool) => DATABASES.has(tool)) ? "databases" : "whole";
}
