/** A book file as two checkers see it. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { java } from "./java.ts";

/** Neither finds an error or a warning. @param file where it is laid for the one that is a program of its own */
export async function bothCheckersPass(file: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(file, bytes);
  const jar = process.env["CND_TEST_EPUBCHECK"] ?? "/usr/bin/epubcheck";
  const stdout = await java(jar, [file, "--json", "-", "--quiet"]);
  const { messages } = JSON.parse(stdout.slice(stdout.indexOf("{"))) as {
    messages: { severity: string; message: string }[];
  };
  assert.deepEqual(
    messages.filter((m) => m.severity !== "USAGE"),
    [],
    file,
  );
  const other = await EpubCheck.validate(bytes);
  assert.deepEqual(
    [other.errorCount, other.fatalCount, other.warningCount],
    [0, 0, 0],
    JSON.stringify(other.messages),
  );
}
