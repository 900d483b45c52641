/** A contribution is taken up at the desk once, whatever happens on the way (README.md): on both databases, with real files. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { Readable } from "node:stream";
import test from "node:test";
import sharp from "sharp";
import { privateParts } from "../../models.ts";
import { DATABASES } from "../../../tests/databases.ts";
import { temporary } from "../../../tools/program.ts";
import { addresses } from "../../platform/addresses/addresses.ts";
import type { Serving } from "../../platform/feature.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { openMedia } from "../../platform/media/media.ts";
import type { ConsentRow } from "./private/consents.ts";
import type { Draft } from "../stories/private/draft-rows.ts";
import type { Privately } from "../../platform/private/part.ts";
import { openPrivate } from "../../platform/private/private.ts";
import { hashOf, newSecret, type Submission } from "../../platform/private/submissions.ts";
import type { Upload } from "./private/uploads.ts";
import { dataPaths } from "../../platform/process/data-folder.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import { acceptContribution } from "./accept.ts";
import { ownerOfDraft } from "./agreed.ts";
import type { Asked, Contribution } from "./form.ts";
import { keepContribution } from "./keep.ts";
import { openUploads } from "./store.ts";
import { takeBackConsent, takeBackContribution } from "./withdraw.ts";

const PERSON: Omit<Asked, "files"> = {
  n: 0,
  name: "The Real Name",
  purposes: ["story", "photo"],
  channels: ["web"],
  languages: ["en"],
  until: "2099-01-01",
  asked: "herself",
  how: "text",
};
const TOLD: Omit<Contribution, "people"> = {
  for: "story",
  text: "A long night.",
  naming: "none",
  files: [],
};

const whyNot = (done: unknown): string => (done instanceof Refusal ? done.why : "");

/** A desk at which one story with one photo waits. */
async function waitingStory(open: (typeof DATABASES)[keyof typeof DATABASES]) {
  const stack = new AsyncDisposableStack();
  const database = stack.use(await open());
  const { dir } = stack.use(temporary());
  await migrateLog(database.db, database.store);
  await database.db.transaction().execute((tx) => addresses.create(tx));
  const own = await openPrivate(database.db, privateParts);
  const store = openUploads(dir, own, Date.now);
  const [secret, id] = [newSecret(), newSecret()];
  const owner = hashOf(secret);
  const paper = { width: 64, height: 48, channels: 3, background: "#c2350a" } as const;
  const photo = await sharp({ create: paper }).jpeg().toBuffer();
  await store.receive(id, { bytes: Readable.from([photo]), by: "somewhere" });
  const opened = await store.begin({ id, owner, what: "photo", size: 1 }, true);
  assert.ok(typeof opened === "object");
  const files = [await store.finish(opened)];
  const about: Contribution = { ...TOLD, people: [{ ...PERSON, files: [id] }] };
  const serving = { instance: { log: { private: own } } } as unknown as Serving;
  const sent = { secret, about, files, today: "2026-11-26" };
  assert.ok(await keepContribution(serving, store, sent));
  const submission = (await own("submissions.bySecret", secret)) as Submission;
  /** @param around what it asks of private tables */
  const desk = (around: Privately = own): Desk => ({
    speaker: { snapshot: (work: (db: never) => unknown) => work(database.db as never) } as never,
    private: around,
    files: { media: openMedia(dataPaths(dir).media), dir },
  });
  const take = (slug: string, at = desk()) => acceptContribution(at, submission, { slug }, "en");
  const drafts = async () => (await own("drafts.list", null)) as Draft[];
  const consents = async () =>
    ((await own("consents.of", owner)) as ConsentRow[])
      .filter(({ n }) => n >= 0)
      .map(({ about: json }) => JSON.parse(json) as Asked);
  const dispose = () => stack.disposeAsync();
  return {
    own,
    store,
    secret,
    submission,
    desk,
    take,
    drafts,
    consents,
    serving,
    sent,
    [Symbol.asyncDispose]: dispose,
  };
}

for (const [name, open] of Object.entries(DATABASES)) {
  test(`T9 of two who take a story up at once one makes a draft of it, and its consents stand, on ${name}`, async () => {
    await using story = await waitingStory(open);
    const both = await Promise.all([story.take("one"), story.take("two")]);
    assert.equal(both.filter((done) => typeof done === "string").length, 1);
    assert.equal(both.filter((done) => done instanceof Refusal).length, 1);
    const [draft, ...others] = await story.drafts();
    assert.equal(others.length, 0);
    const [asked] = await story.consents();
    assert.equal(asked?.as?.draft, draft!.id);
    assert.match(asked.files.join(), /^media\/[0-9a-f]{64}\.jpg$/);
    assert.match(whyNot(await story.take("three")), /is accepted already/);
    assert.equal((await story.consents()).length, 1);
  });

  test(`T9 T8 where the machine stopped on the way it is taken up anew, and withdrawn no draft of it stays, on ${name}`, async () => {
    await using story = await waitingStory(open);
    const stopped: Privately = async (operation, argument) => {
      if (operation === "submissions.settle") throw new Error("The machine stops.");
      return story.own(operation, argument);
    };
    await assert.rejects(story.take("one", story.desk(stopped)), /machine stops/);
    await story.take("two");
    const two = (await story.drafts()).find(({ slug }) => slug === "two")!;
    assert.match(two.text, /cover:/);
    const [asked] = await story.consents();
    assert.equal(asked?.as?.draft, two.id);
    assert.match(asked.files.join(), /^media\/[0-9a-f]{64}\.jpg$/, "in which photo she is seen");
    const now = (await story.own("submissions.bySecret", story.secret)) as Submission;
    await takeBackContribution(story.desk(), now);
    assert.deepEqual(await story.drafts(), []);
    assert.deepEqual(await story.consents(), []);
  });

  test(`T8 T9 withdrawn while it is taken up, nothing of it stays, on ${name}`, async () => {
    await using story = await waitingStory(open);
    const meanwhile: Privately = async (operation, argument) => {
      if (operation === "drafts.create") {
        await takeBackContribution(story.desk(), story.submission);
        await story.own("submissions.withdraw", story.secret);
      }
      return story.own(operation, argument);
    };
    assert.match(whyNot(await story.take("one", story.desk(meanwhile))), /is withdrawn already/);
    assert.deepEqual(await story.drafts(), []);
    assert.deepEqual(await story.consents(), []);
  });
}

for (const [name, open] of Object.entries(DATABASES))
  test(`T7 files of what is settled lie here no more, those of what waits and proofs do, on ${name}`, async () => {
    await using story = await waitingStory(open);
    const { own, store, submission } = story;
    const proof = { id: newSecret(), owner: submission.secret_hash, what: "p0-proof", size: 1 };
    await store.begin({ ...proof, what: "p0-proof" });
    await own("uploads.give", { from: proof.owner, to: proof.owner });
    const whats = async () =>
      ((await own("uploads.of", submission.secret_hash)) as Upload[]).map(({ what }) => what);
    await store.sweep(0);
    assert.deepEqual(await whats(), ["photo", "p0-proof"]);
    await story.take("one");
    await store.sweep(0);
    assert.deepEqual(await whats(), ["p0-proof"]);
    await using other = await waitingStory(open);
    const { id } = other.submission;
    await other.own("submissions.settle", { id, state: "refused", reason: "It came twice." });
    await other.store.sweep(0);
    assert.deepEqual(await other.own("uploads.ids", null), []);
    const left = readdirSync(dataPaths(other.desk().files!.dir).uploads);
    assert.deepEqual(left, []);
  });

for (const whose of ["of the contribution", "that the desk handed over"])
  test(`T8 stopped wherever it is, a code ${whose} goes on until nothing is kept`, async () => {
    for (let stopAt = 1, isDone = false; !isDone; stopAt += 1) {
      await using story = await waitingStory(DATABASES.SQLite);
      await story.take("one");
      const { id } = (await story.drafts())[0]!;
      const slug = `told-${story.submission.id}-0`; // of the same person
      const asked = { ...PERSON, files: [], as: { slug, name: "N", draft: id } };
      const desk = { id: "d", owner: ownerOfDraft(id), n: 0, about: JSON.stringify(asked) };
      await story.own("consents.add", [{ ...desk, salt: "", code: "desk", given: "2026-11-26" }]);
      const all = async () => [
        ...((await story.own("consents.of", story.submission.secret_hash)) as ConsentRow[]),
        ...((await story.own("consents.of", ownerOfDraft(id))) as ConsentRow[]),
      ];
      const { code } = (await all()).at(whose.startsWith("of") ? 0 : -1)!;
      let left = stopAt;
      const stopping: Privately = async (operation, argument) => {
        if ((left -= 1) === 0) throw new Error("The machine stops.");
        return story.own(operation, argument);
      };
      const withdraw = async (ask: Privately) => {
        const found = (await ask("consents.byCode", code)) as ConsentRow | undefined;
        if (found)
          await takeBackConsent(story.desk(ask), found, async (hashes) => {
            await ask("submissions.forget", hashes);
          });
      };
      isDone = await withdraw(stopping).then(
        () => true,
        () => false,
      );
      if (!isDone) await withdraw(story.own);
      assert.deepEqual([await all(), await story.drafts()], [[], []], `stopped at ${stopAt}`);
      const { state, about } = (await story.own(
        "submissions.bySecret",
        story.secret,
      )) as Submission;
      assert.deepEqual([state, about], ["withdrawn", "{}"], `stopped at ${stopAt}`);
      assert.ok(stopAt < 40 && (isDone ? stopAt > 6 : true), "it saw something to stop");
    }
  });
