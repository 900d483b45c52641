/** A stranger's client in Go follows a served log: from a checkpoint it kept to whatever the log says later. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { ownerOf, placeBody, say, sign } from "./saying.ts";

const GOPATH = "/usr/share/gocode"; // where Debian's golang-*-dev packages put their sources

test("Go follows a log that is served, as it grows past the edge of a tile and after a restart", async () => {
  using folder = temporary();
  const check = join(folder.dir, "check");
  const GOCACHE = join(tmpdir(), "tlog-go-cache"); // kept between runs: the standard library takes half a minute
  const go = { ...process.env, GO111MODULE: "off", GOPATH, GOFLAGS: "", GOCACHE };
  execFileSync("go", ["build", "-o", check, "tests/fixtures/tlog/check.go"], { env: go });
  const env = { CND_DATA: join(folder.dir, "data") };
  await newCampaign(env.CND_DATA);
  const owner = ownerOf(env.CND_DATA);
  const kept = join(folder.dir, "checkpoint");
  let size = 12;
  for (const more of [[100, 144], [1]]) {
    await using server = await serve(env);
    for (const count of more) {
      writeFileSync(kept, await (await fetch(`${server.base}/log/checkpoint`)).text());
      assert.equal(readFileSync(kept, "utf8").split("\n")[1], String(size));
      const places = Array.from({ length: count }, (_, i) =>
        sign(owner, { kind: "place.named/1", body: placeBody(`Place ${i}`) }),
      );
      assert.equal(await say(server.base, ...places), (size += count));
      const line = execFileSync(check, [`${server.base}/log`, kept], { encoding: "utf8" });
      assert.equal(line, `ok ${size} records\n`);
    }
  }
});
