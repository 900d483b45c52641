/**
 * People who write in every way that there is, all at once, and remember what they were told: records, comments, stories with
 * photos, files in pieces, signatures of the letter by mail, and somebody at the desk who accepts and erases.
 */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { hashOf, newSecret } from "../src/platform/private/submissions.ts";
import type { Truth } from "./kept.ts";
import { textOf } from "./mail-sink.ts";
import { noisyPhoto } from "./noisy-photo.ts";
import { ownerOf, placeBody, post, sign } from "./saying.ts";
import { announce, askHowFar, goOn, tell } from "./telling.ts";
import { waitingAt } from "./waiting.ts";
import {
  desk,
  form,
  from,
  keeping,
  REFUSALS,
  token,
  type Act,
  type Erasure,
  type Kept,
  type Told,
  type World,
} from "./writing-world.ts";

const SLUG = "our-first-story";

/** All of them, until the signal; lines that are cut are what it is about. @throws AssertionError what nobody should be answered */
export async function write(world: World, ending: AbortSignal): Promise<void> {
  const each = Object.entries(WRITERS).map(async ([kind, writer]) => {
    while (!ending.aborted)
      try {
        await writer(world, keeping(kind, world));
      } catch (error) {
        if ((error as Error).name === "AssertionError") throw error;
        await sleep(20); // cut, or nobody there
      }
  });
  await Promise.all(each);
}

const WRITERS: Readonly<Record<string, (world: World, keep: Kept) => Promise<void>>> = {
  async record(world, keep) {
    const record = sign(ownerOf(world.data), { kind: "place.named/1", body: placeBody(token()) });
    const isThere = ({ records }: Truth) => records.has(record.id);
    await keep(`record ${record.id}`, isThere, () => post(world.base(), record));
  },

  /** Said, shown by the desk, and every other one taken back by its author: its words are nowhere then. */
  async comment(world, keep) {
    const [secret, words] = [newSecret(), token()];
    const [hash, id] = [hashOf(secret), hashOf(secret).slice(0, 32)];
    const name = `comment ${id}`;
    const fields = { id: secret, to: "", name: "Amina", language: "", contact: "" };
    const waits = ({ remarks }: Truth) => remarks.get(hash)?.text === words;
    const say = () => form(world, `/stories/${SLUG}/comment`, { ...fields, text: words });
    if (!(await keep(name, waits, say))) return;
    const page = await (await desk(world, `/desk/conversation/${id}`)).text();
    const version = /name="version" value="(\d+)"/.exec(page)?.[1];
    if (version === undefined) return;
    const deed = { do: "accept", version, reason: "", note: "" };
    const shown = (truth: Truth) =>
      truth.remarks.get(hash)?.state === "accepted" &&
      (truth.comments.get(id)?.includes(words) ?? false);
    const accept = () => desk(world, `/desk/conversation/${id}/decide`, deed);
    if (!(await keep(name, shown, accept)) || randomInt(2) === 0) return;
    const gone = (truth: Truth) =>
      truth.remarks.get(hash)?.state === "withdrawn" &&
      truth.comments.get(id) === null &&
      !truth.text.includes(words);
    const back = { do: "withdraw", text: "", sure: "yes" };
    await erase(world, keep, { name, gone, act: () => form(world, `/c/${secret}`, back) });
  },

  /** With a photo. */
  async story(world, keep) {
    const told = { secret: newSecret(), words: token() };
    const photo = await noisyPhoto(SIDE);
    const fields = fieldsOf(told);
    await tellIt(world, keep, told, () => tell(world.base(), { photo, from: from(), fields }));
  },

  /** A photo in three pieces, gone on with after a cut; then the story that it belongs to. */
  async pieces(world, keep) {
    const begun = world.begun.pop() ?? {
      file: { id: newSecret(), key: newSecret(), from: from() },
      photo: await noisyPhoto(SIDE),
      here: undefined,
    };
    const { file, photo } = begun;
    world.begun.push(begun); // until it is whole
    const name = `file ${file.id}`;
    const isHere = (truth: Truth) => world.going.has(file.key) || hasFile(truth, file.id);
    const hasBytes = (bytes: number) => (truth: Truth) =>
      isHere(truth) || (truth.uploads.has(file.id) && bytes <= bytesOf(truth, file.id));
    if (begun.here === undefined) {
      const begin = () => announce(world.base(), file, "photo", photo.length);
      if (!(await keep(name, hasBytes(0), begin))) return;
      begun.here = 0;
    }
    const far = await askHowFar(world.base(), file);
    await far.arrayBuffer();
    if (REFUSALS.includes(far.status)) return;
    const there = Number(far.headers.get("upload-offset"));
    assert.ok(there >= begun.here, `of ${begun.here} bytes ${there} are there (${far.status})`);
    for (let at = there, isOver = false; !isOver;) {
      const end = Math.min(at + Math.ceil(photo.length / 3), photo.length);
      const holds = end === photo.length ? isHere : hasBytes(end);
      const piece = () => goOn(world.base(), file, at, photo.subarray(at, end));
      if (!(await keep(name, holds, piece))) return;
      isOver = end === photo.length;
      begun.here = at = end;
    }
    world.begun.splice(world.begun.indexOf(begun), 1);
    const told = { secret: file.key, words: token() };
    const fields = { ...fieldsOf(told), uploads: file.id };
    await tellIt(world, keep, told, () => tell(world.base(), { from: from(), fields }));
  },

  /** Asked, pressed, shown by the desk, and some taken back. */
  async signature(world, keep) {
    const name = token();
    const address = `${name.toLowerCase()}@example.org`;
    const typed = { name, kind: "person", place: "", country: "ZA", words: "", address };
    const link = await askedByMail(world, typed);
    if (link === undefined) return;
    const hash = hashOf(link.split("/").at(-1)!);
    const stands = ({ signatures, signed }: Truth) => {
      const row = signatures.get(hash);
      const isCounted = row?.state === "confirmed" || row?.state === "named";
      return isCounted && signed.includes(row.id);
    };
    const thing = `signature ${address}`;
    const confirm = () => form(world, link, { do: "sign", sure: "" });
    if (!(await keep(thing, stands, confirm))) return;
    const page = await (await desk(world, "/desk/letter")).text();
    const waits = page.match(/name="which" value="[0-9a-f]{32}:\d+"/g) ?? [];
    const which = waits.map((one) => one.slice(20, -1)).join(" ");
    if (which !== "") {
      const deed = { do: "show", which, reason: "" };
      await keep(
        `names ${which}`,
        () => true,
        () => desk(world, "/desk/letter", deed),
      );
    }
    if (randomInt(3) > 0) return;
    const gone = ({ signatures, text }: Truth) =>
      signatures.get(hash)?.state === "withdrawn" && !text.includes(name);
    const withdraw = () => form(world, link, { do: "withdraw", sure: "yes" });
    await erase(world, keep, { name: thing, gone, act: withdraw });
  },

  /** What was to be erased and was cut off is asked for again. */
  async again({ again }, keep) {
    const [one] = again;
    if (!one) await sleep(50);
    else if (await keep(one.name, one.gone, one.act)) again.splice(again.indexOf(one), 1);
    else again.push(...again.splice(again.indexOf(one), 1)); // the others come first
  },
};

/** Sent; some become a draft, and some are taken back, before that or after. */
async function tellIt(world: World, keep: Kept, { secret, words }: Told, send: Act): Promise<void> {
  const hash = hashOf(secret);
  const name = `story ${hash}`;
  const waits = ({ submissions, uploads, lying }: Truth) => {
    const files = [...uploads.values()].filter(({ owner }) => owner === hash);
    const isWhole = files.length === 1 && lying.get(files[0]!.id) === files[0]!.kept;
    return (submissions.get(hash)?.about.includes(words) ?? false) && isWhole;
  };
  if (!(await keep(name, waits, send))) return;
  const what = randomInt(4);
  if (what === 0) return;
  world.going.add(secret);
  if (what > 1) {
    const found = (await waitingAt(world.data)).find((one) => one.secret_hash === hash);
    const slug = words.toLowerCase();
    const path = `/desk/queue/${found!.id}/accept`;
    const isDraft = ({ submissions, drafts }: Truth) =>
      submissions.get(hash)?.state === "accepted" && drafts.get(found!.id)?.length === 1;
    const accept = () => desk(world, path, { slug });
    if (!(await keep(name, isDraft, accept)) || what === 2) return;
  }
  const gone = ({ submissions, drafts, text }: Truth) => {
    const row = submissions.get(hash);
    return row?.state === "withdrawn" && !drafts.has(row.id) && !text.includes(words);
  };
  const withdraw = () => form(world, `/o/${secret}`, { sure: "yes" });
  await erase(world, keep, { name, gone, act: withdraw });
}

/** From the first asking on nothing else of it is promised, and it is asked for until it is done. */
async function erase(world: World, keep: Kept, erasure: Erasure): Promise<void> {
  world.ledger.release(erasure.name);
  world.again.push(erasure);
  if (await keep(erasure.name, erasure.gone, erasure.act))
    world.again.splice(world.again.indexOf(erasure), 1);
}

/** The link of the mail; one that was lost with the process is asked for anew, as its reader would. */
async function askedByMail(
  world: World,
  typed: Record<string, string>,
): Promise<string | undefined> {
  const mine = () => world.sink.received.find(({ to }) => to === typed["address"]);
  for (let tries = 0; tries < 3; tries++) {
    const asked = await form(world, "/letter/sign", { ...typed, id: newSecret() });
    await asked.arrayBuffer();
    assert.ok([200, ...REFUSALS].includes(asked.status), `a signature: ${asked.status}`);
    for (let i = 0; i < 100 && asked.status === 200 && !mine(); i++) await sleep(20);
    const mail = mine();
    if (mail) return /\/letter\/mine\/[A-Za-z0-9_-]{22}/.exec(textOf(mail))?.[0];
  }
  return undefined;
}

const fieldsOf = ({ secret, words }: Told) => ({
  ...CONSENT,
  id: secret,
  text: words,
  title: words,
});
const SIDE = 150; // pixels: some 15 kB
const CONSENT = {
  language: "en",
  naming: "chosen",
  name: "Somebody Known",
  "p0-name": "The Real Name",
  "p0-story": "yes",
  "p0-photo": "yes",
  "p0-web": "yes",
  "p0-feed": "yes",
  "p0-print": "yes",
  "p0-until": "2099-01-01",
  "p0-asked": "herself",
  "p0-how": "text",
  "p0-in-photo1": "yes",
};

const bytesOf = ({ lying }: Truth, id: string): number =>
  Math.max(lying.get(id) ?? 0, lying.get(`${id}.part`) ?? 0);
const hasFile = ({ uploads, lying }: Truth, id: string): boolean =>
  uploads.get(id)?.state === "here" && uploads.get(id)?.kept === lying.get(id);
