/** What is typed wrong at the keyboard, or set wrong: one clear line, exit code 1, and nothing is changed. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import test from "node:test";
import { cnd, program, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";

function refused(args: readonly string[], env: Readonly<Record<string, string>>, says: RegExp) {
  const { code, out, err } = cnd(args, env);
  assert.deepEqual([code, out], [1, ""], `cnd ${args.join(" ")}: ${err}`);
  assert.match(err, /^[^\n]+\n$/);
  assert.match(err, says);
}

test("bug: an address without http:// named the log for ever, and an empty port was any port", async () => {
  using folder = temporary();
  const CND_DATA = join(folder.dir, "data");
  await newCampaign(CND_DATA);
  for (const CND_URL of ["localhost:8080", "ftp://example.org"])
    refused(["verify"], { CND_DATA, CND_URL }, /^CND_URL: expected an address such as https/);
  for (const PORT of ["", "0x50", "65536"])
    refused(["verify"], { CND_DATA, PORT }, /^PORT: expected a number from 0 to 65535, got/);
});

test("bug: an option that is none was passed over, so that --dryrun imported", async () => {
  using folder = temporary();
  const campaign = join(folder.dir, "campaign");
  const env = { CND_DATA: join(folder.dir, "data") };
  succeed(["init", campaign, "--yes"]);
  refused(["import", campaign, "--dryrun"], env, /--dryrun.* See cnd import --help\n$/);
  refused(["import", campaign, "another"], env, /^Expected one campaign folder/);
  assert.ok(!existsSync(env.CND_DATA));
  refused(["init", join(folder.dir, "other"), "--y"], env, /--y.* See cnd init --help\n$/);
  assert.ok(!existsSync(join(folder.dir, "other")));
  await newCampaign(env.CND_DATA);
  const again = { CND_DATA: join(folder.dir, "again") };
  const backup = join(folder.dir, "backup.tar.gz");
  succeed(["backup", backup], env);
  refused(["restore", backup, "--newlog"], again, /--newlog.* See cnd restore --help\n$/);
  assert.ok(!existsSync(again.CND_DATA));
});

test("bug: a port that is taken, or not allowed, is told as what it is, and the process ends", async () => {
  using folder = temporary();
  const CND_DATA = join(folder.dir, "data");
  await newCampaign(CND_DATA);
  const taken = createServer().listen(0);
  await once(taken, "listening");
  try {
    const PORT = String((taken.address() as AddressInfo).port);
    refused(["serve"], { CND_DATA, PORT }, /^PORT: \d+ is taken by another program/);
  } finally {
    taken.close();
  }
  mkdirSync(join(CND_DATA, "cnd.sock")); // so that it fails once it has begun to listen
  const { status, stderr } = spawnSync(process.execPath, [program(), "serve"], {
    env: { ...process.env, CND_DATA, PORT: "0" },
    encoding: "utf8",
    timeout: 30_000,
    killSignal: "SIGKILL",
  });
  assert.equal(status, 1, `it goes on although it said: ${stderr}`);
});

test("bug: an attestation without a figure was signed for 0, and one that no server took was told in another’s words", () => {
  using folder = temporary();
  const key = join(folder.dir, "key.pem");
  succeed(["key", "new", key]);
  const out = join(folder.dir, "signed.json");
  const attest = (...more: readonly string[]) => [
    "attest",
    ...Object.entries({
      key,
      pledge: "a".repeat(64),
      claim: "c",
      unit: "people",
      "as-of": "2026-01-31",
      statement: "We counted.",
      out,
    }).flatMap(([name, value]) => [`--${name}`, value]),
    ...more,
  ];
  for (const value of ["", " "])
    refused(attest("--value", value), {}, /^--value: expected a number/);
  assert.ok(!existsSync(out));
  const nowhere = attest("--value", "5", "--send", "http://127.0.0.1:9");
  refused(nowhere, {}, /^http:\/\/127\.0\.0\.1:9\/log\/records.*You can send it again later\.\n$/);
  assert.deepEqual(readdirSync(folder.dir).toSorted(), ["key.pem", "signed.json"]);
});
