/** `cnd doctor` on broken set-ups, each made here and named with its remedy (src/platform/doctor/README.md). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTls } from "node:https";
import { createServer as createLine, type AddressInfo } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { DatabaseSync } from "node:sqlite";
import type { Settings } from "../src/commands/context.ts";
import { examined, type Machine } from "../src/commands/doctor.ts";
import { agentOf } from "../src/platform/federation/asking.ts";
import type { Check, Finding } from "../src/platform/doctor/finding.ts";
import { thisUser } from "../src/platform/doctor/folder.ts";
import { roomAt } from "../src/platform/doctor/machine.ts";
import { answerProbe, isProbe, openProbe, PROBE } from "../src/platform/doctor/probe.ts";
import { publicCheck } from "../src/platform/doctor/public.ts";
import { besideData, dataPaths } from "../src/platform/process/data-folder.ts";
import { takeLock } from "../src/platform/process/lock.ts";
import { cnd, freePort, serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { putRows, sensor as sensorRow } from "./listening-rows.ts";
import { openSink } from "./mail-sink.ts";

const folder = temporary();
const ready = join(folder.dir, "ready", "data");
let ca = "";
let key = "";
before(async () => {
  mkdirSync(join(folder.dir, "ready"));
  await newCampaign(ready);
  const files = ["-keyout", join(folder.dir, "key.pem"), "-out", join(folder.dir, "cert.pem")];
  const made = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const name = ["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  execFileSync("openssl", ["req", ...made, ...name, ...files], { stdio: "ignore" });
  [ca, key] = ["cert.pem", "key.pem"].map((file) =>
    readFileSync(join(folder.dir, file), "utf8"),
  ) as [string, string];
});
after(() => folder[Symbol.dispose]());

let copies = 0;
/** A campaign of `cnd init` in a folder of its own. */
function campaign(): string {
  const dir = join(folder.dir, String(copies++), "data");
  mkdirSync(join(dir, ".."));
  cpSync(ready, dir, { recursive: true });
  cpSync(besideData(ready).checkpoint, besideData(dir).checkpoint);
  return dir;
}
const settings = async (more: Partial<Settings> = {}): Promise<Settings> => ({
  port: await freePort(),
  host: "127.0.0.1",
  data: campaign(),
  url: undefined,
  database: undefined,
  mail: undefined,
  trailDays: 400,
  dev: false,
  ...more,
});
/** Programs that are quicker than ffmpeg. */
const tools = join(folder.dir, "tools");
mkdirSync(tools);
for (const tool of ["ffmpeg", "ffprobe"])
  writeFileSync(join(tools, tool), "#!/bin/sh\n", { mode: 0o755 });
const machine = (more: Partial<Machine> = {}): Machine => ({
  path: tools,
  node: "26.10.0",
  now: Date.now,
  user: { name: "cnd", uid: process.getuid?.(), mayWrite: () => true },
  roomAt,
  ...more,
});
const A_YEAR = 366 * 24 * 3_600_000; // ms

interface Broken {
  readonly settings?: Partial<Settings>;
  readonly machine?: Partial<Machine>;
  readonly to?: string;
  /** What is broken in the data folder. */
  readonly breaks?: (dir: string) => void;
}
type Making = (end: (after: () => unknown) => void) => Broken | Promise<Broken>;

/** What is broken, how it is made, what is said of it, and the remedy. */
const BROKEN: readonly (readonly [Check, Making, says: RegExp, todo: RegExp])[] = [
  ["node", () => ({ machine: { node: "20.11.1" } }), /20\.11\.1.*needs 24/, /Install Node 24/],
  [
    "folder",
    () => ({ breaks: (dir) => rmSync(dir, { recursive: true }) }),
    /no data folder/,
    /cnd init DIR/,
  ],
  [
    "folder",
    () => ({
      machine: {
        user: { name: "cnd", uid: 990, mayWrite: (path) => !path.endsWith("log.sqlite") },
      },
    }),
    /cnd may not read and write .*log\.sqlite/,
    /chown -R cnd/,
  ],
  ["folder", () => ({ breaks: (dir) => chmodSync(dir, 0o755) }), /Other users/, /chmod 700/],
  [
    "folder",
    () => ({ breaks: (dir) => rmSync(join(dir, "keys"), { recursive: true }) }),
    /keys of the campaign are not/,
    /restore FILE/,
  ],
  [
    "folder",
    () => ({ breaks: (dir) => writeFileSync(dataPaths(dir).restoring, "") }),
    /restore into .* was not finished/,
    /move the folder away/,
  ],
  [
    "folder",
    () => ({ breaks: (dir) => writeFileSync(join(dir, "limits.yaml"), "forms: many\n") }),
    /limits that you set cannot be read.*limits\.yaml/,
    /Mend the line/,
  ],
  [
    "lock",
    (end) => ({
      breaks(dir) {
        const lock = takeLock(dataPaths(dir).lock);
        end(() => lock?.[Symbol.dispose]());
      },
    }),
    /Another process holds .* does not answer/,
    /fuser/,
  ],
  [
    "database",
    () => ({
      breaks: (dir) => writeFileSync(dataPaths(dir).database, "not a database".repeat(9999)),
    }),
    /damaged/,
    /restore the newest backup/,
  ],
  [
    "database",
    () => ({ settings: { database: "postgres://cnd:secret@127.0.0.1:1/cnd" } }),
    /postgres:\/\/cnd@127\.0\.0\.1:1\/cnd cannot be reached \(ECONNREFUSED\)/,
    /Start PostgreSQL/,
  ],
  [
    "database",
    () => ({
      breaks(dir) {
        using db = new DatabaseSync(dataPaths(dir).database);
        db.exec("update state set value = '99' where key = 'private:trail'");
      },
    }),
    /newer program/,
    /Install the newer version/,
  ],
  [
    "database",
    () => ({ breaks: (dir) => truncateSync(besideData(dir).checkpoint, 10) }),
    /newest checkpoint/,
    /Bring back the file/,
  ],
  [
    "port",
    async (end) => {
      const taken = createLine().listen(0, "127.0.0.1");
      await once(taken, "listening");
      end(() => taken.close());
      return { settings: { port: (taken.address() as AddressInfo).port } };
    },
    /is taken by another program/,
    /PORT=8081/,
  ],
  [
    "clock",
    () => ({ machine: { now: () => Date.now() - A_YEAR } }),
    /before the last thing that was done here/,
    /timedatectl set-ntp true/,
  ],
  [
    "disk",
    () => ({ machine: { roomAt: async () => ({ free: 5e6, size: 1e10, files: 1e6 }) } }),
    /disk is full: 4 MB of 9536 MB/,
    /larger disk/,
  ],
  [
    "disk",
    () => ({ machine: { roomAt: async () => ({ free: 5e9, size: 1e10, files: 3 }) } }),
    /no more than 3 further files/,
    /df -i/,
  ],
  [
    "mail",
    () => ({ settings: { mail: "smtp://127.0.0.1:1" } }),
    /127\.0\.0\.1:1 does not answer/,
    /CND_MAIL/,
  ],
  [
    "mail",
    async (end) => {
      const sink = await openSink(() => 550);
      end(() => sink[Symbol.asyncDispose]());
      return { settings: { mail: sink.url }, to: "amina@example.org" };
    },
    /refused the mail \(.*is not taken here/,
    /\?from=name@your-domain/,
  ],
  ["mail", () => ({ to: "amina@example.org" }), /No mail server is named/, /CND_MAIL=smtp/],
  [
    "backup",
    () => ({ machine: { now: () => Date.now() + A_YEAR } }),
    /No backup was ever made/,
    /cnd backup \/safe/,
  ],
  [
    "ffmpeg",
    () => ({ machine: { path: "/nowhere" } }),
    /ffmpeg and ffprobe cannot be started/,
    /apt-get install ffmpeg/,
  ],
  [
    "translations",
    () => {
      const dir = join(folder.dir, "languages");
      cpSync("translations", dir, { recursive: true });
      truncateSync(join(dir, "sw.po"), 50_001);
      return { machine: { translations: dir } };
    },
    /1 lines of sw\.po cannot be read/,
    /Bring the folder back/,
  ],
  [
    "translations",
    () => ({ machine: { translations: "/nowhere" } }),
    /fr\.po is missing/,
    /Bring the folder back/,
  ],
  [
    "address",
    () => ({ settings: { url: "http://example.org" } }),
    /is not encrypted/,
    /CND_URL=https:\/\/example\.org/,
  ],
];

test("DR1 each of 24 broken set-ups is named with its remedy, and nothing else is", async () => {
  assert.ok(BROKEN.length >= 15);
  await Promise.all(BROKEN.map((one) => named(...one)));
});

async function named(...[check, make, says, todo]: (typeof BROKEN)[number]): Promise<void> {
  await using ends = new AsyncDisposableStack();
  const broken = await make((end) => ends.defer(async () => void (await end())));
  const asked = await settings(broken.settings);
  broken.breaks?.(asked.data!);
  const found = await examined(asked, broken.to, machine(broken.machine));
  const one = found.find(
    ({ check: of, is, says: told }) => of === check && is !== "well" && says.test(told),
  );
  assert.ok(one, `${check} ${String(says)}: ${JSON.stringify(found)}`);
  assert.match(one.todo ?? "", todo);
  assert.equal(one.is, check === "ffmpeg" ? "look" : "wrong");
  // What one break is the reason of may be told, too; of all else nothing is wrong.
  const wrong = found.filter(
    (other) => other.is === "wrong" && !FOLLOWS[check]?.includes(other.check),
  );
  assert.deepEqual(wrong, one.is === "wrong" ? [one] : []);
}
/** What is wrong as well, where this is. */
const FOLLOWS: Partial<Record<Check, readonly Check[]>> = {
  folder: ["database"],
  backup: ["clock"],
};

test("DR1 LW24 where sensors listen and no letter can go, that is wrong, and what to do is said; where none listens nothing is", async () => {
  const sensorIn = (dir: string) => putRows(dir, { sensor: [sensorRow("s07")] });
  const told = async (more: Partial<Settings>) => {
    const asked = await settings(more);
    sensorIn(asked.data!);
    const found = await examined(asked, undefined, machine());
    return found.find(({ check }) => check === "alarms")!;
  };
  const without = await told({});
  assert.equal(without.is, "wrong");
  assert.match(without.says, /One sensor listens, and of an alarm nobody is told: no mail server/);
  assert.match(without.todo!, /CND_MAIL=.*\/watch/);
  const nobody = await told({ mail: "smtp://127.0.0.1:1" });
  assert.match(nobody.says, /nobody is on watch/);
  assert.match(nobody.todo!, /\/desk\/listening\/line/);
  const none = await examined(await settings(), undefined, machine());
  assert.equal(none.find(({ check }) => check === "alarms")!.is, "well");
});

test("DR1 a folder that is a file, or whose lock is not one, is named as that, and no address is blamed for it", async () => {
  const file = join(folder.dir, "file");
  writeFileSync(file, "");
  const wrongOf = async (data: string) =>
    (await examined(await settings({ data }), undefined, machine())).filter(
      ({ is }) => is === "wrong",
    );
  assert.deepEqual(
    (await wrongOf(file)).map(({ check }) => check),
    ["folder"],
  );
  const loop = join(folder.dir, "loop");
  symlinkSync(loop, loop);
  assert.match((await wrongOf(loop))[0]!.says, /may not look at .*ELOOP/);
  const full = campaign();
  mkdirSync(join(full, "doctor-probe"));
  const unwritten = await wrongOf(full);
  assert.deepEqual(
    unwritten.map(({ check }) => check),
    ["disk"],
  );
  assert.match(unwritten[0]!.says, /No file can be written .*EISDIR/);
  const dir = campaign();
  rmSync(dataPaths(dir).lock, { force: true });
  mkdirSync(dataPaths(dir).lock);
  const [lock] = await wrongOf(dir);
  assert.match(lock!.says, /Whether a process holds .* cannot be seen/);
  assert.match(lock!.todo!, /ls -l/);
});

test("DR1 a user without a name is called by the number", () => {
  const { name, uid } = thisUser(() => {
    throw new Error("uv_os_get_passwd returned ENOENT");
  });
  assert.equal(name, String(uid));
});

test("DR1 of a campaign in which nothing is broken nothing is wrong", async () => {
  const found = await examined(await settings(), undefined, machine());
  assert.deepEqual(
    found.filter(({ is }) => is === "wrong"),
    [],
  );
  assert.ok(found.length >= 12, JSON.stringify(found));
});

interface Proxy {
  /** What it sends on in place of what came: headers, and how much of a body. */
  readonly hands?: (headers: Record<string, string | undefined>) => void;
  readonly buffers?: boolean;
  readonly most?: number;
  readonly drops?: string;
  readonly answers?: (res: ServerResponse) => void;
}

/** The program as far as the doctor asks it, and a proxy before it with a certificate of this test. */
async function behind(
  { hands, buffers, most, drops, answers }: Proxy,
  end: (after: () => unknown) => void,
) {
  const dir = join(folder.dir, String(copies++));
  mkdirSync(dir);
  const program = createServer((req, res) => {
    res.setHeader("Strict-Transport-Security", "max-age=63072000");
    if (isProbe(dir, (req.url ?? "").slice(PROBE.length), Date.now()))
      void answerProbe(dir, req, res);
    else res.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  const proxy = createTls({ cert: ca, key }, (req, res) => {
    if (answers) return answers(res);
    if (most !== undefined && Number(req.headers["content-length"]) > most)
      return res.writeHead(413).end();
    void handOn(req, res);
  }).listen(0, "127.0.0.1");
  async function handOn(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const headers: Record<string, string | undefined> = {
      host: req.headers.host,
      "content-length": req.headers["content-length"],
      "x-forwarded-for": "192.0.2.1",
    };
    hands?.(headers);
    const kept = buffers ? await req.toArray() : undefined;
    const { port } = program.address() as AddressInfo;
    const sent = JSON.parse(JSON.stringify(headers)) as Record<string, string>;
    const on = request({ port, method: "POST", path: req.url, headers: sent }, (answer) => {
      const { [drops ?? ""]: _, ...rest } = answer.headers;
      answer.pipe(res.writeHead(answer.statusCode ?? 0, rest));
    });
    if (kept) for (const part of kept) on.write(part);
    if (kept) on.end();
    else req.pipe(on);
  }
  await Promise.all([once(program, "listening"), once(proxy, "listening")]);
  end(() => {
    for (const one of [proxy, program]) one.close().closeAllConnections();
  });
  const { port } = proxy.address() as AddressInfo;
  // What is kept back never comes, however long one waits.
  return {
    dir,
    base: `https://localhost:${port}`,
    ca: [ca],
    agent: agentOf("1.2.3"),
    pause: buffers ? 100 : 60_000,
  };
}

const PROXIES: readonly (readonly [what: string, Proxy, says?: RegExp, todo?: RegExp])[] = [
  ["as it should be", {}],
  ["names no port", { hands: (headers) => (headers["host"] = "localhost") }],
  [
    "does not reach the program",
    { answers: (res) => res.writeHead(502).end() },
    /does not reach this program \(502\)/,
    /upstream/,
  ],
  [
    "another site",
    { answers: (res) => res.end("hello") },
    /Something else than this campaign answers/,
    /not to another site/,
  ],
  [
    "leads on",
    { answers: (res) => res.writeHead(301, { Location: "https://www.example.org/" }).end() },
    /leads to https:\/\/www\.example\.org\//,
    /with or without www/,
  ],
  ["takes 1 MB", { most: 2 ** 20 }, /takes no body of 2 MB \(413\)/, /client_max_body_size 512m/],
  ["keeps bodies back", { buffers: true }, /keeps a body back/, /proxy_request_buffering off/],
  [
    "hands on what is claimed",
    { hands: (headers) => (headers["x-forwarded-for"] = "203.0.113.77") },
    /what a stranger claims/,
    /X-Forwarded-For \$remote_addr/,
  ],
  [
    "says nothing",
    { hands: (headers) => delete headers["x-forwarded-for"] },
    /does not say for whom/,
    /X-Forwarded-For \$remote_addr/,
  ],
  [
    "another host",
    { hands: (headers) => (headers["host"] = "127.0.0.1:8080") },
    /asks the program for 127\.0\.0\.1:8080/,
    /Host \$host/,
  ],
  [
    "drops a header",
    { drops: "strict-transport-security" },
    /https alone/,
    /CND_URL=https:\/\/localhost/,
  ],
];

test("DR3 DR2 what a proxy does to the program is told, each with what mends it", async () => {
  await using ends = new AsyncDisposableStack();
  const end = (then: () => unknown) => ends.defer(async () => void (await then()));
  await Promise.all(
    PROXIES.map(async ([what, proxy, says, todo]) => {
      const { findings } = await publicCheck(await behind(proxy, end));
      const found: readonly Finding[] = findings.filter(({ is }) => is !== "well");
      assert.equal(found.length, says ? 1 : 0, `${what}: ${JSON.stringify(findings)}`);
      if (says) assert.match(found[0]!.says, says);
      if (todo) assert.match(found[0]!.todo!, todo);
    }),
  );
});

test("DR2 a certificate, a name and a line that lead nowhere are told apart", async () => {
  await using ends = new AsyncDisposableStack();
  const at = await behind({}, (then) => ends.defer(async () => void (await then())));
  const says = async (about: Parameters<typeof publicCheck>[0]) =>
    (await publicCheck(about)).findings[0]!;
  assert.match((await says({ ...at, ca: [] })).says, /will not trust the certificate of localhost/);
  assert.match((await says({ ...at, base: "https://localhost:1" })).says, /Nothing listens/);
  assert.match((await says({ ...at, base: "https://nobody.invalid" })).says, /leads nowhere/);
});

test("DR4 the name is answered while the command looks, for two minutes, and to nobody else", () => {
  const dir = join(folder.dir, String(copies++));
  mkdirSync(dir);
  const now = Date.now();
  let name = "";
  {
    writeFileSync(join(dir, "doctor-probe.came"), ""); // a command was killed
    using probe = openProbe(dir);
    assert.equal(probe.hasCome(), false);
    name = probe.path.slice(PROBE.length);
    assert.equal(isProbe(dir, name, now), true);
    assert.equal(isProbe(dir, name.replace(/./, "x"), now), false);
    assert.equal(isProbe(dir, "", now), false);
    utimesSync(join(dir, "doctor-probe"), 0, now / 1000 - 130);
    assert.equal(isProbe(dir, name, now), false);
  }
  assert.equal(isProbe(dir, name, now), false);
});

test("DR5 the command looks at what is served, and ends with 1 where something is wrong", async () => {
  const dir = campaign();
  const env = { CND_DATA: dir };
  await using server = await serve(env);
  const path = `${PROBE}${"0".repeat(32)}`;
  const told = await fetch(server.base + path, { method: "POST", body: "x" });
  assert.equal(told.status, 404);
  const well = cnd(["doctor"], env);
  assert.equal(well.code, 0, well.out + well.err);
  assert.match(well.out, /It is being served/);
  assert.match(well.out, /The campaign is reached at http:\/\/localhost/);
  assert.match(well.out, /Nothing is wrong/);
  chmodSync(dir, 0o755);
  const unread = cnd(["doctor"], { ...env, CND_MAIL: "smtp://user:geheim/x@host:y" });
  assert.equal(unread.code, 1);
  assert.match(unread.err, /^CND_MAIL: expected an address.*%2F/);
  assert.doesNotMatch(unread.err + unread.out, /geheim/);
  const bad = cnd(["doctor", "--json"], env);
  assert.equal(bad.code, 1);
  const { wrong, findings } = JSON.parse(bad.out) as { wrong: number; findings: Finding[] };
  assert.equal(wrong, 1);
  assert.match(findings.find(({ is }) => is === "wrong")!.todo!, /chmod 700/);
  assert.match(bad.err, /^One thing is wrong\.$/m);
});

test("DR1 a mail is sent where that is asked for", async () => {
  await using sink = await openSink();
  const found = await examined(await settings({ mail: sink.url }), "amina@example.org", machine());
  assert.match(
    found.find(({ check }) => check === "mail")!.says,
    /took a mail to amina@example\.org/,
  );
  assert.deepEqual(
    sink.received.map(({ to }) => to),
    ["amina@example.org"],
  );
});
