/** A peer under test: @evanp/activitypub-bot with one bot, `carol`, told what to do line by line (tests/peers/bot.mjs). */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { DATABASES } from "./databases.ts";
import type { Names } from "../tools/names.ts";
import { around } from "../tools/program.ts";

const BOT = "0.51.2";

/** What the bot can be told; ids are addresses. */
export interface Bot extends AsyncDisposable {
  readonly actor: string;
  /** The address of an actor, by `name@host`. */
  find(handle: string): Promise<string>;
  fetch(id: string): Promise<Json>;
  follow(id: string): Promise<string>;
  unfollow(id: string): Promise<string>;
  say(text: string): Promise<string>;
  answer(text: string, id: string): Promise<string>;
  like(id: string): Promise<string>;
  unlike(id: string): Promise<string>;
  boost(id: string): Promise<string>;
  unboost(id: string): Promise<string>;
  edit(text: string, id: string): Promise<string>;
  remove(id: string): Promise<string>;
  block(id: string): Promise<string>;
  unblock(id: string): Promise<string>;
  act(activity: Json): Promise<string>;
  followers(): Promise<readonly string[]>;
  following(): Promise<readonly string[]>;
  /** Activities that came to it. */
  heard(): Promise<readonly Json[]>;
}
interface Json {
  readonly [name: string]: unknown;
}

const DEEDS =
  "find fetch follow unfollow say answer like unlike boost unboost edit remove block unblock act followers following heard".split(
    " ",
  );

export async function openBot(names: Names, host: string): Promise<Bot> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await DATABASES.PostgreSQL());
  const [command, ...args] = [...names.inside, process.execPath, resolve("tests/peers/bot.mjs")];
  const child = spawn(command, args, {
    stdio: ["pipe", "pipe", "inherit"],
    env: {
      ...around(), // its day, too
      PEER: installed(),
      ORIGIN: `https://${host}`,
      DATABASE_URL: database.address,
      NODE_EXTRA_CA_CERTS: names.authority,
      ...(process.env["LOG_LEVEL"] && { LOG_LEVEL: process.env["LOG_LEVEL"] }),
    },
  });
  opened.defer(async () => {
    if (child.exitCode !== null) return;
    child.stdin.end();
    await once(child, "exit");
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const ready = Promise.withResolvers<number>();
  createInterface(child.stdout).on("line", (line) => {
    if (!line.startsWith('{"n"') && !line.startsWith('{"port"')) return;
    const { n, answer, error, port } = JSON.parse(line);
    if (port !== undefined) return ready.resolve(port);
    const one = waiting.get(n);
    if (error === undefined) one?.resolve(answer);
    else one?.reject(new Error(error));
  });
  child.once("exit", (code) => ready.reject(new Error(`The bot ended with ${code}.`)));
  names.lead(host, await ready.promise);
  let n = 0;
  const tell = (deed: string, told: readonly unknown[]): Promise<unknown> => {
    const one = Promise.withResolvers<unknown>();
    waiting.set(++n, one);
    child.stdin.write(`${JSON.stringify({ n, deed, args: told })}\n`);
    return one.promise;
  };
  // It counts the pages of its outbox by itself: of two things that it says in one moment, a note and that it takes a follower,
  // its database refuses one.
  const twice = (deed: string, told: readonly unknown[]) =>
    tell(deed, told).catch((error: Error) => {
      if (!error.message.includes("sequelize")) throw error;
      return tell(deed, told);
    });
  const deeds = DEEDS.map((deed) => [deed, (...told: readonly unknown[]) => twice(deed, told)]);
  const moved = opened.move();
  return {
    ...(Object.fromEntries(deeds) as Omit<Bot, "actor" | typeof Symbol.asyncDispose>),
    actor: `https://${host}/user/carol`,
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  };
}

/** Installed apart from everything of ours: it needs another release of a package than it says, and its licence is AGPL. */
function installed(): string {
  const dir = resolve(`.cache/peer-bot-${BOT}`);
  if (existsSync(dir)) return dir;
  const making = `${dir}.${process.pid}`; // two test files may install at once
  mkdirSync(making, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    cpSync(`tests/peers/${name}`, `${making}/${name}`);
  const args = ["ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", args, { cwd: making, stdio: ["ignore", "ignore", "inherit"] });
  try {
    renameSync(making, dir);
  } catch {
    rmSync(making, { recursive: true, force: true }); // the other one was faster
  }
  return dir;
}
