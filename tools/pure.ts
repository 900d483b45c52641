/** Which test files touch nothing, told by what they import: `npm run check` runs these. */
import { readFileSync } from "node:fs";

const TOUCHES =
  /from "(?:(?:\.\.\/)+(?:tests|tools)\/[^"]+|node:(?:child_process|worker_threads|fs|fs\/promises|http|net|os)|playwright-core)"/;

/** It lies beside what it tests, and starts, opens and asks for nothing. */
export const isPure = (file: string): boolean =>
  file.startsWith("src/") && !TOUCHES.test(readFileSync(file, "utf8"));
