/** A campaign in the fediverse without its pages: the log's thread, the federation's thread, and a server in front of them. */
import { openBudgets } from "../src/platform/budget/budget.ts";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { privateParts, registry } from "../src/models.ts";
import { STORY_TOLD } from "../src/features/stories/api.ts";
import { SLUG_BOUND } from "../src/platform/addresses/addresses.ts";
import {
  federationAddresses,
  openFederation,
  type Federation,
} from "../src/platform/federation/door.ts";
import type { Heard } from "../src/platform/federation/speaking.ts";
import { federationThread } from "../src/platform/federation/thread.ts";
import { openInstance, type Instance } from "../src/platform/process/instance.ts";
import { Clock } from "../src/platform/records/clock.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { signRecord } from "../src/platform/records/record.ts";
import { createRouter } from "../src/platform/web/router.ts";
import { freePort, temporary } from "../tools/program.ts";
import { succeed } from "./commands.ts";

export interface FederationHouse extends AsyncDisposable {
  readonly base: string;
  readonly instance: Instance;
  readonly federation: Federation;
  /** What was heard, in order. */
  readonly heard: Heard[];
  readonly log: string[];
  /** Says a record with the campaign's key, and has the fediverse told. @returns its id */
  readonly say: (kind: string, body: object, subject?: string) => Promise<string>;
  /** JSON as other servers are given it. */
  readonly read: (path: string) => Promise<Json>;
  /** @throws Error when it does not come true within some seconds */
  until<T>(what: string, is: () => T | undefined | Promise<T | undefined>): Promise<T>;
}
// oxlint-disable-next-line typescript/no-explicit-any -- whatever a server says
export type Json = any;

export const ACTIVITY = "application/activity+json";
const source = (name: string): URL => new URL(`../src/${name}.ts`, import.meta.url);

/** @param hears what is done with what is heard, beside writing it down */
export async function federationHouse(
  hears: (heard: Heard, house: FederationHouse) => Promise<void> = async () => undefined,
  campaign = "docs/protocol/valid/small",
): Promise<FederationHouse> {
  const folder = temporary();
  const dir = join(folder.dir, "data");
  succeed(["import", campaign], { CND_DATA: dir });
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const { projections } = registry;
  const instance = await openInstance({
    dir,
    database: undefined,
    origin: "test.example/log",
    projections,
    parts: privateParts,
    writer: source("writer"),
  });
  const clock = new Clock(Date.now);
  const heard: Heard[] = [];
  const log: string[] = [];
  const data = { database: instance.folder.database, base, version: "0.0.1", allowPrivate: true };
  const federation = openFederation(
    federationThread(source("federation"), data, {
      private: instance.log.private,
      log: (line) => log.push(line),
      async hears(one) {
        heard.push(one);
        await hears(one, house);
      },
    }),
    openBudgets(),
  );
  const server = await listening(federation, port);
  const house: FederationHouse = {
    base,
    instance,
    federation,
    heard,
    log,
    async say(kind, body, subject) {
      const draft = { kind, body: body as JsonObject, ...(subject !== undefined && { subject }) };
      const record = signRecord({ at: clock.tick(), ...draft }, instance.folder.keys.owner);
      const { results } = await instance.log.append([record]);
      if (results[0]!.is !== "accepted") throw new Error(JSON.stringify(results[0]));
      await federation.say([{ record: record.id, subject: subject ?? record.id }]);
      return record.id;
    },
    async read(path) {
      const answer = await fetch(new URL(path, base), { headers: { Accept: ACTIVITY } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async until(what, is) {
      for (let i = 0; i < 600; i++) {
        const found = await is();
        if (found !== undefined && found !== false) return found;
        await sleep(50);
      }
      throw new Error(`${what}: it did not come true. ${log.join("\n")} ${JSON.stringify(heard)}`);
    },
    async [Symbol.asyncDispose]() {
      await federation.close();
      server.closeAllConnections();
      server.close();
      await instance[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
  return house;
}

/** A story in the campaign's hand, at its address. */
export async function storyIn({ say, instance }: FederationHouse, slug: string, more: object = {}) {
  const authors = await instance.snapshot((db) =>
    db
      .withTables<{ address: { space: string; slug: string; subject: string } }>()
      .selectFrom("address")
      .select("subject")
      .where("space", "=", "people")
      .where("slug", "=", "campaign-desk")
      .execute(),
  );
  const body = {
    title: `The story of ${slug}`,
    summary: "It is told here.",
    language: "en",
    category: "Community network",
    published: new Date().toISOString().slice(0, 10),
    authors: authors.map(({ subject }) => subject),
    topics: ["privacy"],
    markdown: "One paragraph.",
    ...more,
  };
  const subject = await say(STORY_TOLD, body);
  await say(SLUG_BOUND, { space: "stories", slug }, subject);
  return { subject, body };
}

async function listening(federation: Federation, port: number): Promise<Server> {
  const addresses = createRouter(Object.entries(federationAddresses(federation)));
  const server = createServer((req, res) => {
    const path = new URL(req.url!, "http://x").pathname;
    const method = req.method === "HEAD" ? "GET" : req.method!;
    const own = addresses.match(method, path);
    const search = new URLSearchParams();
    const done = own
      ? Promise.resolve(own.value(req, res, { ...own, path, search }))
      : federation.alternate.answer(req, res).then((is) => void (is || res.writeHead(404).end()));
    done.catch(() => res.destroy());
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return server;
}
