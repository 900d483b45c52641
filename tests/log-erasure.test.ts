/** The log (src/platform/log/README.md), on both databases: what an erasure forgets: L6. */
import assert from "node:assert/strict";
import { sign } from "node:crypto";
import test from "node:test";
import { ERASURE_MADE, GRANT_GIVEN } from "../src/platform/log/kinds.ts";
import { bodyBytes } from "../src/platform/log/reading.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { canonicalBytes } from "../src/platform/records/jcs.ts";
import { newKey, type Key } from "../src/platform/records/keys.ts";
import { sha256 } from "../src/platform/records/record.ts";
import { DATABASES } from "./databases.ts";
import { NOW, Campaign, rows } from "./log-campaign.ts";

for (const [name, open] of Object.entries(DATABASES)) {
  test(`L6 an erasure forgets, whatever came first: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const [gone, later, kept] = [
      campaign.note("gone"),
      campaign.note("later"),
      campaign.note("kept"),
    ];
    const erase = (subject: string, ...bodies: string[]) =>
      campaign.say({ kind: ERASURE_MADE, subject, body: { bodies } });
    await log.append([campaign.root, gone, kept]);
    await log.append([
      erase(gone.id, gone.envelope.body, kept.envelope.body),
      erase(later.id, later.envelope.body),
    ]);
    await log.append([{ entry: later.entry }]);
    const together = campaign.note("together");
    await log.append([{ entry: together.entry }, erase(together.id, together.envelope.body)]);
    const again = await log.append([{ entry: together.entry }, { entry: kept.entry }]);
    assert.deepEqual(
      again.results.map((r) => r.is),
      ["known", "known"],
    );
    assert.equal(await rows(database), "kept k=1", "an erasure covers its own subject alone");
    assert.equal(await bodyBytes(database.db, gone.envelope.body), "erased");
    assert.equal(await bodyBytes(database.db, later.envelope.body), "erased");
    assert.ok((await bodyBytes(database.db, kept.envelope.body)) instanceof Uint8Array);
    await log.rebuild();
    assert.equal(await rows(database), "kept k=1");
    const { problems, erased } = await campaign.verify(database);
    assert.deepEqual([problems, erased], [[], 3]);
    await using restored = await open();
    const copy = await campaign.log(restored);
    await copy.replay([campaign.root, { entry: gone.entry }, kept]); // a backup has the erasure further on
    await copy.replay([erase(gone.id, gone.envelope.body)]);
    assert.equal(await rows(restored), "kept k=1");
  });

  test(`L6 bug: the same bytes under two subjects: an erasure covers those of its own: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const [own, other] = [campaign.note("own"), campaign.note("other")];
    const media = `${sha256("a picture")}.png`;
    const added = campaign.say({
      kind: "picture.added/1",
      subject: own.id,
      body: { text: "same", picture: { media } },
    });
    const { body } = added.envelope;
    const under = (subject: string) => {
      const at = campaign.clock.tick();
      const envelope = { ...added.envelope, subject, at };
      const signed = canonicalBytes(envelope);
      const signature = sign(null, signed, campaign.owner.privateKey).toString("base64url");
      return { entry: canonicalBytes({ envelope, signature }), document: added.document };
    };
    const erase = (subject: string) =>
      campaign.say({ kind: ERASURE_MADE, subject, body: { bodies: [body] } });
    await log.append([campaign.root, own, other, added, under(other.id)]);
    const { droppedMedia } = await log.append([erase(own.id)]);
    assert.deepEqual(droppedMedia, [], "the other names it still");
    assert.ok((await bodyBytes(database.db, body)) instanceof Uint8Array);
    await log.append([under(own.id), under(other.id)]);
    await log.append([under(other.id), under(own.id)]);
    const { problems, erased } = await campaign.verify(database);
    assert.deepEqual([problems, erased], [[], 3]);
    assert.deepEqual((await log.append([erase(other.id)])).droppedMedia, [media]);
  });

  test(`L6 bug: an erasure that had to wait tells what is left to be deleted, whoever made it wait: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const delegate = newKey();
    const hour = 3_600_000;
    const waiting = async (wait: { at?: string; key?: Key }) => {
      const one = campaign.note("one");
      const media = `${sha256(one.id)}.png`;
      const body = { text: "two", picture: { media } };
      const shown = campaign.say({ kind: "picture.added/1", subject: one.id, body });
      const bodies = [shown.envelope.body];
      const draft = { kind: ERASURE_MADE, subject: one.id, body: { bodies } };
      const erasure = campaign.say(wait.at ? { ...draft, at: wait.at } : draft, wait.key);
      await log.append([campaign.root, one, shown, erasure]);
      return { erasures: [erasure.id], outlives: true, takesBack: true, droppedMedia: [media] };
    };
    const early = await waiting({ at: new Clock(() => NOW + hour).tick() });
    campaign.now = NOW + hour;
    assert.deepEqual(await log.retryHeld(), { added: 1, ...early });
    const ungranted = await waiting({ key: delegate });
    const body = { to: delegate.name, kinds: [ERASURE_MADE] };
    const grant = campaign.say({ kind: GRANT_GIVEN, subject: campaign.root.id, body });
    const { erasures, outlives, takesBack, droppedMedia } = await log.append([grant]);
    assert.deepEqual({ erasures, outlives, takesBack, droppedMedia }, ungranted);
    const later = await waiting({ at: new Clock(() => NOW + 3 * hour).tick() });
    campaign.now = NOW + 3 * hour;
    assert.deepEqual((await campaign.log(database)).atOpening, { added: 1, ...later });
  });
}
