/** The samples of docs/protocol/records, for every implementation: the valid ones are read, the others refused. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import test from "node:test";
import { addressKinds } from "../addresses/addresses.ts";
import { verifyIncoming, type Incoming } from "../log/incoming.ts";
import { logKinds } from "../log/kinds.ts";
import { RecordError } from "./record.ts";

interface Sample {
  readonly note: string;
  readonly id?: string;
  readonly code?: RecordError["code"];
  readonly entry: string;
  readonly document: string | null;
}

const kinds = { ...logKinds, ...addressKinds };
const SAMPLES = join(import.meta.dirname, "../../../docs/protocol/records");

function samples(folder: string): { name: string; sample: Sample; incoming: Incoming }[] {
  return globSync(join(SAMPLES, folder, "*.json")).map((path) => {
    const sample = JSON.parse(readFileSync(path, "utf8")) as Sample;
    const { entry, document } = sample;
    const incoming = {
      entry: Buffer.from(entry),
      ...(document !== null && { document: Buffer.from(document) }),
    };
    return { name: basename(path, ".json"), sample, incoming };
  });
}

test("valid samples are read, each with its id", async () => {
  const valid = samples("valid");
  assert.ok(valid.length >= 20, `found ${valid.length}`);
  for (const { name, sample, incoming } of valid) {
    const [read] = await verifyIncoming([incoming], kinds);
    assert.equal(read?.id, sample.id, name);
    assert.equal(read?.body === null, sample.document === null, name);
  }
});

test("invalid samples are refused, each with its reason", async () => {
  const invalid = samples("invalid");
  assert.ok(invalid.length >= 25, `found ${invalid.length}`);
  for (const { name, sample, incoming } of invalid)
    await assert.rejects(
      verifyIncoming([incoming], kinds),
      (error) => error instanceof RecordError && error.code === sample.code,
      `${name}: expected ${sample.code}`,
    );
});
