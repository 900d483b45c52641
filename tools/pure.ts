/** Tests that ask no database server, browser or other process for anything: many of them share one process. */
import { readFileSync } from "node:fs";

const ELSEWHERE =
  /from "(?:[./]+\/(?:tests|tools)\/|node:child_process|node:worker_threads|playwright)/;

/** Whether a test file lies beside what it tests and imports nothing that starts something. */
export const isPure = (file: string): boolean =>
  file.startsWith("src/") && !ELSEWHERE.test(readFileSync(file, "utf8"));
