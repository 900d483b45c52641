/** `cnd verify --record ID` and `--proof FILE`: one record, step by step, as a reader's browser checks it. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { formatVkey } from "../engines/tlog/vkey.ts";
import { checkProof, type Proof } from "../platform/log/browser/check-proof.ts";
import { recordProof } from "../platform/log/proof.ts";
import { logHead } from "../platform/log/reading.ts";
import { wordsIn } from "../platform/log/words.ts";
import { publicKeyOf } from "../platform/records/keys.ts";
import { CommandError, dataDir, openExisting, type Settings } from "./context.ts";

/** Check a record of the local data. @throws CommandError when there is none, or when it does not hold */
export async function verifyRecord(settings: Settings, id: string): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(id))
    throw new CommandError(`--record: expected the id of a record, 64 hex digits, got ${id}.`);
  await using instance = await openExisting(settings, dataDir(settings));
  const { name } = instance.folder.keys.log;
  const found = await instance.snapshot(async (db) => ({
    proof: await recordProof(db, id, name),
    vkey: formatVkey((await logHead(db))!.origin, publicKeyOf(name)),
  }));
  if (!found.proof) throw new CommandError(`This log has no record ${id}.`);
  await report(found.proof, { id, vkey: found.vkey });
}

/** Check a downloaded proof file, without any data. @throws CommandError when it does not hold */
export async function verifyProof(file: string, vkey: string | undefined): Promise<void> {
  await report(readProof(file), { vkey });
  if (vkey === undefined)
    console.log(
      "The log’s key came from the proof itself. To compare it with a key you know: --vkey KEY",
    );
}

const ProofForm = v.looseObject({
  v: v.literal(1),
  envelope: v.looseObject({
    kind: v.string(),
    at: v.string(),
    author: v.string(),
    body: v.string(),
  }),
  signature: v.string(),
  document: v.nullable(v.looseObject({})),
  erased: v.optional(v.looseObject({ by: v.string(), at: v.string() })),
  index: v.number(),
  path: v.array(v.string()),
  checkpoint: v.string(),
  vkey: v.string(),
});

function readProof(file: string): Proof {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  try {
    return v.parse(ProofForm, JSON.parse(text)) as unknown as Proof;
  } catch (error) {
    throw new CommandError(
      `${file}: expected a proof file from /log/proof/<record>.json, got another form: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

async function report(
  proof: Proof,
  expected: { readonly id?: string; readonly vkey: string | undefined },
): Promise<void> {
  const steps = await checkProof(proof, wordsIn("en").proof, expected);
  for (const { mark, about, says } of steps) console.log(`${mark} ${about}: ${says}`);
  const failed = steps.filter(({ mark }) => mark === "✗").map(({ about }) => about);
  if (failed.length > 0) throw new CommandError(`The proof is not valid: ${failed.join(", ")}.`);
  console.log("The proof is valid.");
}
