/** Signings in work, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { openPrivate, platformParts } from "../../platform/private/private.ts";
import { hashOf, newSecret } from "../../platform/private/submissions.ts";
import { askSignings, signingsPart, type SigningDraft } from "./private.ts";

const sent: Omit<SigningDraft, "slug" | "source" | "media"> = {
  book: "b",
  language: "xki",
  follows: "en",
  signer: "told",
  bytes: 5_000_000_000,
  length: 8000,
  rate: 29_970,
  cues: "WEBVTT\n",
  by: "",
  at: 1_790_000_000_000,
  version: 1,
};

for (const [name, open] of Object.entries(DATABASES))
  test(`PB42 PB45 a restore does not bring back what its sender took back; of two who save one is told: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, [...platformParts, signingsPart]);
    const ask = askSignings(own);
    const secrets = [newSecret(), newSecret()];
    const ids: string[] = [];
    for (const [i, secret] of secrets.entries()) {
      const about = JSON.stringify({ for: "signing", i });
      ids.push((await own("submissions.add", { secret, received: "2026-11-24", about })) as string);
    }
    const add = (slug: string, source: string | null) =>
      ask.open({ ...sent, slug, source, media: `${slug}.mp4` });
    await add("a--xki", ids[0]!);
    await add("a--xki-x-2", ids[0]!); // the machine stopped before the first was settled
    await add("a--xki-x-3", ids[1]!);
    await add("a--xki-x-4", null);
    assert.equal(await add("a--xki", null), false);
    const save = (base: number) =>
      ask.save({ slug: "a--xki-x-3", cues: "WEBVTT\n", by: "Amina", at: 1, base });
    assert.deepEqual([await save(1), await save(1), await save(0)], [2, undefined, undefined]);
    await ask.withdrawn([hashOf(secrets[0]!), hashOf(newSecret())]);
    assert.deepEqual(
      (await ask.of("b")).map(({ slug }) => slug),
      ["a--xki-x-3", "a--xki-x-4"],
    );
    await ask.dropSent(ids[1]!);
    assert.deepEqual(
      (await ask.of("b")).map(({ slug }) => slug),
      ["a--xki-x-4"],
    );
  });
