import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { agentOf } from "../platform/federation/asking.ts";
import {
  certify,
  isPrivate,
  names,
  OUTSIDE,
  serve,
} from "../platform/federation/outside.test.kit.ts";
import { fetchFrom, type Outside } from "./outside.ts";
import { ArrivalError } from "./site.ts";

let certified: Disposable;
before(() => (certified = certify()));
after(() => certified[Symbol.dispose]());

const BOUNDS = { patience: 3000, most: 100_000 };
const outside = (lookup: Outside["lookup"]): Outside => ({
  agent: agentOf("1.2.3"),
  allowPrivate: false,
  isPrivate,
  ...(lookup && { lookup }),
});

test("AR8 a name that means another address the second time leads nowhere: it is looked up once for each request, and that address is connected to", async () => {
  await using theirs = await serve((req, res) => {
    if (req.url === "/led") res.writeHead(302, { location: "/feed" }).end();
    else res.end("theirs");
  });
  await using own = await serve((_, res) => res.end("own"), "127.0.0.1", theirs.port);
  const at = (path: string) => new URL(`https://old.example.org:${theirs.port}${path}`);
  const book = names({ "old.example.org": [[OUTSIDE], ["127.0.0.1"]] });
  const answer = await fetchFrom(at("/feed"), outside(book.lookup), BOUNDS);
  assert.equal(await answer?.text(), "theirs");
  assert.deepEqual(book.asked, ["old.example.org"]);
  const again = names({ "old.example.org": [[OUTSIDE], ["127.0.0.1"]] });
  await assert.rejects(fetchFrom(at("/led"), outside(again.lookup), BOUNDS), (error) => {
    assert.ok(error instanceof ArrivalError);
    assert.match(error.message, /private network.*CND_ALLOW_PRIVATE=1/);
    return true;
  });
  assert.equal(again.asked.length, 2);
  assert.equal(own.connections, 0);
});

test("AR8 an address of http is asked by https, with who asks, and what is too large breaks off", async () => {
  const agents: unknown[] = [];
  await using site = await serve((req, res) => {
    agents.push(req.headers["user-agent"]);
    res.end(req.url === "/large" ? Buffer.alloc(200_000) : "encrypted");
  });
  const ask = (path: string) =>
    fetchFrom(
      new URL(`http://old.example.org:${site.port}${path}`),
      outside(names({}).lookup),
      BOUNDS,
    );
  assert.equal(await (await ask("/"))?.text(), "encrypted");
  assert.equal(await ask("/large"), undefined);
  assert.deepEqual(agents, ["ConnectNotDivide/1.2.3", "ConnectNotDivide/1.2.3"]);
});
