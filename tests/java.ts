/** Checkers that are written in Java. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

// Of one short run: what the second compiler and several collectors do costs more than half of it and brings nothing.
const QUICK = ["-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
const MOST = 100_000_000; // bytes of an answer

/** @returns what it writes */
export async function java(jar: string, args: readonly string[]): Promise<string> {
  const all = [...QUICK, "-jar", jar, ...args];
  return (await promisify(execFile)("java", all, { maxBuffer: MOST })).stdout;
}

/** What the Nu HTML checker finds on pages. @returns one line for each error */
export async function htmlErrors(base: string, paths: readonly string[]): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), "cnd-html-"));
  try {
    for (const [i, path] of paths.entries())
      writeFileSync(join(dir, `${i}.html`), await (await fetch(base + path)).text());
    const how = ["--stdout", "--exit-zero-always", "--format", "json", "--skip-non-html"];
    const jar = createRequire(import.meta.url)("vnu-jar") as string;
    const { messages } = JSON.parse(await java(jar, [...how, dir])) as {
      messages: { type: string; url: string; message: string; extract?: string }[];
    };
    return messages
      .filter(({ type }) => type === "error" || type === "non-document-error")
      .map((m) => {
        const path = paths[Number(/(\d+)\.html$/.exec(m.url)?.[1])];
        return `${path}: ${m.message} ${m.extract ?? ""}`;
      });
  } finally {
    rmSync(dir, { recursive: true });
  }
}
