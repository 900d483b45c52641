/** Who can reach the program at all: this machine alone, until its operator says otherwise. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { around, cnd, freePort, program, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";

const folder = temporary();
const CND_DATA = join(folder.dir, "data");
before(() => newCampaign(CND_DATA));
after(() => folder[Symbol.dispose]());

/** Serve as an operator does, and read what is said first. */
async function begun(env: Readonly<Record<string, string>>) {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [program(), "serve"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...around(), CND_DATA, PORT: String(port), ...env },
  });
  let said = "";
  for await (const text of child.stdout!.setEncoding("utf8"))
    if ((said += String(text)).includes("Serving on")) break;
  return {
    port,
    said: said.replaceAll(String(port), "PORT"),
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

const isReached = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host }, () => resolve(true) ?? socket.destroy());
    socket.on("error", () => resolve(false));
  });

test("bug: without a word about it the program listened on every network of the machine", async () => {
  await using own = await begun({});
  assert.equal(own.said, "Serving on http://localhost:PORT, for this machine only\n");
  assert.equal(await isReached(own.port, "127.0.0.1"), true);
  // Another address that leads to this machine, as that of a network card does.
  assert.equal(await isReached(own.port, "127.0.0.2"), false);
  const byName = await fetch(`http://localhost:${own.port}/healthz`);
  assert.equal(byName.status, 200, "a browser tries both addresses of localhost");
});

test("HOST opens it to everybody, or at one address, and says so", async () => {
  {
    await using all = await begun({ HOST: "0.0.0.0" });
    const words = "for everyone who can reach this machine";
    assert.equal(all.said, `Serving on http://localhost:PORT, ${words}\n`);
    assert.equal(await isReached(all.port, "127.0.0.2"), true);
  }
  await using one = await begun({ HOST: "127.0.0.3" });
  assert.equal(one.said, "Serving on http://127.0.0.3:PORT, for this machine only\n");
  assert.equal(await isReached(one.port, "127.0.0.3"), true);
  assert.equal(await isReached(one.port, "127.0.0.1"), false);
});

test("a HOST that is no address, or none of this machine, is told as what it is", () => {
  for (const [HOST, says] of [
    ["", /^HOST: expected an address such as 127\.0\.0\.1 or 0\.0\.0\.0, got nothing\.\n$/],
    ["example.org", /^HOST: expected an address such as .*, got example\.org\.\n$/],
    ["192.0.2.1", /^HOST: 192\.0\.2\.1 is no address of this machine\. .*HOST=0\.0\.0\.0\n$/],
  ] as const) {
    const { code, err } = cnd(["serve"], { CND_DATA, HOST, PORT: "0" });
    assert.equal(code, 1);
    assert.match(err, says);
  }
});

test("a container listens for its host, and behind a proxy on the same machine nobody goes around it", () => {
  assert.match(readFileSync("Containerfile", "utf8"), /^ENV .*\bHOST=0\.0\.0\.0\b/m);
  assert.match(
    readFileSync("docs/recipes/cnd.service", "utf8"),
    /^Environment=HOST=127\.0\.0\.1$/m,
  );
});
