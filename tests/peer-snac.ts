/** A peer under test: Debian's snac with one account, `alice`, used as people use it: by the forms of its pages. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../tools/program.ts";
import type { Names } from "../tools/names.ts";

export interface Snac extends AsyncDisposable {
  readonly actor: string;
  /** What `admin/action` knows: Follow, Unfollow, Like, Unlike, Boost, Unboost, MUTE, Unmute, Delete … */
  act(action: string, fields: Readonly<Record<string, string>>): Promise<void>;
  /** @returns its address */
  say(text: string, answers?: string): Promise<string>;
  edit(text: string, id: string): Promise<void>;
  /** A page of alice's. */
  page(path: string): Promise<string>;
  /** An object as others are given it. */
  object(id: string): Promise<{ readonly status: number; readonly body: string }>;
  /** What it said of its work. */
  log(): string;
  /** Everything that it keeps of others, as JSON. */
  kept(): readonly Kept[];
}
interface Kept {
  readonly id: string;
  readonly type: string;
  readonly content?: string;
  readonly [more: string]: unknown;
}

const USER = "alice";

/** @param dir an empty folder, deleted by whoever made it */
export async function openSnac(names: Names, host: string, dir: string): Promise<Snac> {
  const port = await freePort();
  const data = join(dir, "snac");
  execFileSync("snac", ["init", data], { input: `127.0.0.1\n${port}\n${host}\n\n\n` });
  const added = execFileSync("snac", ["adduser", data, USER], { stdio: "pipe", encoding: "utf8" });
  const password = /password is (\S+)/.exec(added)?.[1] ?? "";
  const settings = join(data, "server.json");
  const known = JSON.parse(readFileSync(settings, "utf8")) as object;
  writeFileSync(settings, JSON.stringify({ ...known, queue_retry_minutes: 1, dbglevel: 1 }));
  const [command, ...args] = [...names.inside, "snac", "httpd", data];
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (log += text));
  names.lead(host, port);
  const base = `https://${host}`;
  const authorization = `Basic ${Buffer.from(`${USER}:${password}`).toString("base64")}`;
  for (let i = 0; (await names.ask(`${base}/${USER}`)).status !== 200; i++) {
    if (i > 500) throw new Error(`snac did not start: ${log}`);
    await sleep(20);
  }
  async function post(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const form = new FormData(); // its form for a note is read as parts alone
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const made = new Response(form);
    const type = made.headers.get("content-type")!;
    const body = Buffer.from(await made.arrayBuffer()).toString("utf8");
    const headers = { authorization, "content-type": type };
    const send = () =>
      names.ask(`${base}/${USER}/admin/${path}`, { method: "POST", headers, body });
    let sent = await send();
    if (sent.status === 502) sent = await send(); // it closed a line just when it was used again, and has read nothing
    if (sent.status !== 303) throw new Error(`Expected 303 of ${path}, got ${sent.status}: ${log}`);
  }
  return {
    actor: `${base}/${USER}`,
    act: (action, fields) => post("action", { ...fields, action }),
    async say(text, answers = "") {
      const before = new Set(objectsOf(data).map(({ id }) => id));
      await post("note", { content: text, in_reply_to: answers });
      const fresh = objectsOf(data).find(
        ({ id, attributedTo }) => !before.has(id) && attributedTo === `${base}/${USER}`,
      );
      if (!fresh) throw new Error(`Expected a note of snac's, found none: ${log}`);
      return fresh.id;
    },
    edit: (text, id) => post("note", { content: text, edit_id: id }),
    page: async (path) =>
      (await names.ask(`${base}/${USER}/${path}`, { headers: { authorization } })).body,
    object: (id) => names.ask(id, { headers: { accept: "application/activity+json" } }),
    log: () => log,
    kept: () => objectsOf(data),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

/** Files of its store: each object, whoever made it. */
function objectsOf(data: string): readonly Kept[] {
  const dir = join(data, "object");
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" });
  return files
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      try {
        return [JSON.parse(readFileSync(join(dir, name), "utf8")) as Kept];
      } catch {
        return []; // it was written, or deleted, this very moment
      }
    });
}
