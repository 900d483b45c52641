/** This program as a server of the fediverse under test: behind a name of its own, with a moderator at its desk. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Names } from "../tools/names.ts";
import { serveAlone, type ServedAlone } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { smallCampaign } from "./small-campaign.ts";

export interface Ours extends AsyncDisposable {
  readonly actor: string;
  readonly base: string;
  /** A page as anybody sees it, or as somebody of the desk does. */
  page(path: string): Promise<string>;
  desk(path: string): Promise<string>;
  /** A form of the desk. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<number>;
  /** As other servers read it. */
  object(url: string): Promise<Json>;
  /** Tell a story, tell it otherwise, or without words take it back. */
  tell(slug: string, words?: string): void;
  /** A comment by form. @returns its secret address */
  say(form: string, words: string, answers?: string): Promise<string>;
  /** Other words, by its secret address. */
  edit(secret: string, words: string): Promise<number>;
  /** Take it back. */
  withdraw(secret: string): Promise<number>;
  /** Show what waits at the desk with these words. */
  accept(words: string): Promise<void>;
  /** What it said of its work. */
  log(): string;
  /** How many likes and boosts are counted, of everything. */
  counted(): { readonly likes: number; readonly boosts: number };
  /** Stop, and serve again: what is done once an hour is done at the start. */
  again(): Promise<void>;
}
interface Json {
  readonly [name: string]: unknown;
}

/** @param dir a folder, deleted by whoever made it */
export async function openOurs(names: Names, host: string, dir: string): Promise<Ours> {
  const base = `https://${host}`;
  const env = {
    CND_DATA: join(dir, "data"),
    CND_URL: base,
    CND_ALLOW_PRIVATE: "1",
    NODE_EXTRA_CA_CERTS: names.authority,
  };
  const campaign = smallCampaign(dir, env);
  let log = "";
  async function begin(): Promise<ServedAlone> {
    const begun = await serveAlone(env, [], names.inside);
    begun.process.stderr!.on("data", (text) => (log += String(text)));
    names.lead(host, Number(new URL(begun.base).port));
    return begun;
  }
  let served = await begin();
  const form = { "content-type": "application/x-www-form-urlencoded", origin: base };
  const send = (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
    const headers = { ...form, ...(cookie && { cookie }) };
    const body = new URLSearchParams(fields).toString();
    return names.ask(base + path, { method: "POST", headers, body });
  };
  const invitation = succeed(["account", "invite", "owner", "--name", "Amina"], env).trim();
  const entered = await send(new URL(invitation).pathname, {}, "");
  const cookie = [entered.headers["set-cookie"]]
    .flat()
    .map((one) => one?.split(";")[0])
    .join("; ");
  const desk = async (path: string) => (await names.ask(base + path, { headers: { cookie } })).body;
  return {
    base,
    actor: `${base}/ap/actors/campaign`,
    page: async (path) => (await names.ask(base + path)).body,
    desk,
    post: async (path, fields) => (await send(path, fields, cookie)).status,
    async object(url) {
      const headers = { accept: "application/activity+json" };
      const { status, body } = await names.ask(url, { headers });
      if (status !== 200) throw new Error(`Expected an object at ${url}, got ${status}: ${body}`);
      return JSON.parse(body) as Json;
    },
    async accept(words) {
      const queue = await desk("/desk/conversation");
      const one = queue.split("<article").find((part) => part.includes(words));
      const [, id] = /conversation\/([0-9a-f]{32})\/decide/.exec(one ?? "") ?? [];
      const [, version] = /name="version" value="(\d+)"/.exec(one ?? "") ?? [];
      if (!id || !version) throw new Error(`Expected “${words}” in the queue, got: ${queue}`);
      const fields = { do: "accept", version, reason: "" };
      const { status } = await send(`/desk/conversation/${id}/decide`, fields, cookie);
      if (status !== 303) throw new Error(`Expected it to be shown, got ${status}.`);
    },
    log: () => log,
    tell(slug, words) {
      const file = join(campaign, "stories", `${slug}.md`);
      if (words === undefined) rmSync(file);
      else writeFileSync(file, storyFile(words));
      succeed(["import", campaign, ...(words === undefined ? ["--prune"] : [])], env);
    },
    async say(path, text, answers = "") {
      const { body } = await names.ask(base + path);
      const [, id = ""] = /name="id" value="([^"]+)"/.exec(body) ?? [];
      const fields = { id, to: answers, name: "Baraka", language: "en", contact: "", text };
      const sent = await send(path, fields, "");
      const { location } = sent.headers;
      if (location === undefined) throw new Error(`Expected it to be taken, got ${sent.body}`);
      return location;
    },
    edit: async (secret, text) => (await send(secret, { do: "edit", text, sure: "" }, "")).status,
    withdraw: async (secret) =>
      (await send(secret, { do: "withdraw", text: "", sure: "yes" }, "")).status,
    counted() {
      const db = new DatabaseSync(join(dir, "data/log.sqlite"), { readOnly: true });
      const of = (kind: string) =>
        db.prepare("select count(*) as n from reactor where kind = ?").get(kind)!["n"] as number;
      const counts = { likes: of("like"), boosts: of("boost") };
      db.close();
      return counts;
    },
    async again() {
      await served[Symbol.asyncDispose]();
      served = await begin();
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
}

const storyFile = (words: string): string =>
  `---
title: A mast of our own
summary: How a village put up a mast.
language: en
published: ${new Date().toISOString().slice(0, 10)}
category: Campaign
authors: [campaign-desk]
places: [near-hill]
---

${words}
`;
