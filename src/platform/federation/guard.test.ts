import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { agentOf } from "./asking.ts";
import { guardedFetch, OutsideError, type Guarding } from "./guard.ts";
import { certify, isPrivate, names, OUTSIDE, serve } from "./outside.test.kit.ts";
import { isPrivateAddress } from "./private-networks.ts";

let certified: Disposable;
before(() => (certified = certify()));
after(() => certified[Symbol.dispose]());

const AGENT = agentOf("1.2.3", "https://campaign.example");
const open = (more: Partial<Guarding> = {}): typeof fetch =>
  guardedFetch({ agent: AGENT, allowPrivate: false, isPrivate, lookup: names({}).lookup, ...more });

const refusedAs = (code: string) => (error: unknown) => {
  assert.ok(error instanceof OutsideError, String(error));
  assert.equal(error.code, code, error.message);
  return true;
};

test("GD1 addresses of private networks are known however they are written", () => {
  const inside =
    "127.0.0.1 127.255.255.254 0.0.0.0 10.1.2.3 100.64.0.1 169.254.169.254 172.31.255.255 192.168.1.1 192.0.0.192 198.18.0.1 224.0.0.1 255.255.255.255 168.63.129.16 ::1 :: ::ffff:127.0.0.1 ::ffff:a9fe:a9fe ::127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::a00:1 fe80::1 fe80::1%eth0 fd00:ec2::254 fc00::1 fec0::1 ff02::1 100::1 2001:db8::1 2002:7f00:1:: 2001::1 3fff::1 4000::1 localhost 1.2.3";
  const outside =
    "1.1.1.1 9.9.9.9 100.63.255.255 100.128.0.0 172.32.0.1 169.253.1.1 223.255.255.255 2606:4700:4700::1111 2001:4860:4860::8888 64:ff9b::9.9.9.9 ::ffff:9.9.9.9";
  for (const address of inside.split(" ")) assert.ok(isPrivateAddress(address), address);
  for (const address of outside.split(" ")) assert.ok(!isPrivateAddress(address), address);
});

test("GD1 no address of a private network is connected to, in no spelling", async () => {
  await using server = await serve((_, res) => res.end("secret"), "127.0.0.1");
  const ask = guardedFetch({ agent: AGENT, allowPrivate: false, patience: 3000 });
  const spelled =
    "127.0.0.1 2130706433 0x7f000001 0177.0.0.1 127.1 0 localhost [::1] [::ffff:127.0.0.1] [::ffff:7f00:1] [64:ff9b::7f00:1] 169.254.169.254 0xa9fea9fe [fd00:ec2::254]";
  for (const host of spelled.split(" "))
    await assert.rejects(ask(`https://${host}:${server.port}/`), refusedAs("private"), host);
  assert.equal(server.connections, 0);
});

test("GD1 a name is judged by every address it has, and by those it has when it is connected to", async () => {
  await using server = await serve((_, res) => {
    res.setHeader("Connection", "close");
    res.end("hello");
  });
  const { lookup, asked } = names({
    "several.example.org": [[OUTSIDE, "10.0.0.1"]],
    "mapped.example.org": [["::ffff:127.0.0.1"]],
    "turning.example.org": [[OUTSIDE], ["127.0.0.1"]],
  });
  const ask = open({ lookup });
  for (const name of ["several", "mapped"])
    await assert.rejects(ask(`https://${name}.example.org:${server.port}/`), refusedAs("private"));
  const turning = `https://turning.example.org:${server.port}/`;
  assert.equal(await (await ask(turning)).text(), "hello");
  await assert.rejects(ask(turning), refusedAs("private"));
  assert.equal(asked.filter((name) => name.startsWith("turning")).length, 2); // no look-up beside the connection's
});

test("GD2 what leads elsewhere is checked as if it were asked for at first", async () => {
  await using inside = await serve((_, res) => res.end("secret"), "127.0.0.1");
  let to = "";
  await using server = await serve((req, res) => {
    const next = req.url === "/round" ? "/round" : to;
    res.writeHead(302, { Location: next }).end();
  });
  const ask = open({ patience: 3000 });
  const from = `https://a.example.org:${server.port}`;
  for (to of [
    `https://127.0.0.1:${inside.port}/`,
    `https://[::ffff:127.0.0.1]:${inside.port}/`,
    "https://169.254.169.254/latest/meta-data/",
  ])
    await assert.rejects(ask(`${from}/`), refusedAs("private"), to);
  for (to of ["http://a.example.org/", "file:///etc/passwd", "data:,x"])
    await assert.rejects(ask(`${from}/`), refusedAs("scheme"), to);
  await assert.rejects(ask(`${from}/round`), refusedAs("redirects"));
  await assert.rejects(ask(`${from}/`, { redirect: "error" }), refusedAs("redirects"));
  assert.equal((await ask(`${from}/`, { redirect: "manual" })).status, 302);
  assert.equal(inside.connections, 0);
});

test("GD2 proofs of who asks are not handed on to another server", async () => {
  const seen: unknown[][] = [];
  await using other = await serve((req, res) => {
    seen.push([req.method, req.headers.signature, req.headers.authorization, req.headers.host]);
    res.end("there");
  });
  await using server = await serve((_, res) => {
    res.writeHead(303, { Location: `https://b.example.net:${other.port}/x` }).end();
  });
  const answer = await open()(`https://a.example.org:${server.port}/`, {
    method: "POST",
    body: "hello",
    headers: { Signature: "s", Authorization: "a" },
  });
  assert.equal(await answer.text(), "there");
  assert.equal(answer.url, `https://b.example.net:${other.port}/x`);
  assert.deepEqual(seen, [["GET", undefined, undefined, `b.example.net:${other.port}`]]);
});

test("GD3 an answer that is too large is not taken, packed or not, announced or not", async () => {
  const zeros = Buffer.alloc(20_000_000);
  const packed: Readonly<Record<string, readonly [encoding: string, body: Buffer | string]>> = {
    gzip: ["gzip", gzipSync(zeros)],
    br: ["br", brotliCompressSync(zeros)],
    twice: ["gzip, gzip", "x"],
    false: ["gzip", "not packed"],
    fits: ["gzip", gzipSync("fits")],
  };
  await using server = await serve((req, res) => {
    const [, kind] = req.url!.split("/");
    if (kind === "announced") res.setHeader("Content-Length", "10000000");
    if (kind === "headers") res.setHeader("X-Long", "x".repeat(40_000));
    const plain = kind === "headers" ? "" : zeros.subarray(0, 5_000_000);
    const [encoding, body] = packed[kind!] ?? [undefined, plain];
    if (encoding) res.setHeader("Content-Encoding", encoding);
    else if (body) res.write(body);
    res.end(body);
  });
  const ask = open({ bytes: 1_000_000 });
  const at = (kind: string) => ask(`https://a.example.org:${server.port}/${kind}`);
  for (const kind of ["announced", "plain", "gzip", "br", "headers"])
    await assert.rejects(at(kind), refusedAs("large"), kind);
  for (const kind of ["twice", "false"])
    await assert.rejects(at(kind), refusedAs("encoding"), kind);
  assert.equal(await (await at("fits")).text(), "fits");
});

test("GD4 an answer that never comes, or comes in drips, is given up in time", async () => {
  const drips: NodeJS.Timeout[] = [];
  await using server = await serve((req, res) => {
    if (req.url === "/body") res.writeHead(200);
    if (req.url === "/never") return;
    drips.push(
      setInterval(() => {
        if (req.url === "/early") res.writeEarlyHints({ link: "</x>; rel=preload" });
        else res.write("x");
      }, 20),
    );
  });
  const ask = open({ patience: 400 });
  for (const path of ["never", "body", "early"])
    await assert.rejects(
      ask(`https://a.example.org:${server.port}/${path}`),
      refusedAs("slow"),
      path,
    );
  drips.forEach((drip) => clearInterval(drip));
});

test("GD5 what is asked for, and what comes back, is as of the global fetch", async () => {
  await using server = await serve((req, res) => {
    const parts: Buffer[] = [];
    req.on("data", (part: Buffer) => parts.push(part));
    req.on("end", () => {
      res.setHeader("Content-Type", "application/activity+json");
      const status = { "/empty": 204, "/gone": 410 }[req.url!] ?? 202;
      res.writeHead(status, { "X-Twice": ["a", "b"] });
      res.end(`${req.method} ${String(req.headers["x-mine"])} ${Buffer.concat(parts).toString()}`);
    });
  });
  const ask = open();
  const from = `https://a.example.org:${server.port}`;
  const posted = await ask(
    new Request(`${from}/`, { method: "POST", body: "hello", headers: { "X-Mine": "1" } }),
  );
  assert.ok(posted instanceof Response);
  assert.deepEqual([posted.status, posted.ok, posted.url], [202, true, `${from}/`]);
  assert.equal(posted.headers.get("x-twice"), "a, b");
  assert.equal(await posted.clone().text(), "POST 1 hello");
  const gone = await ask(new URL(`${from}/gone`));
  assert.deepEqual([gone.status, await gone.text()], [410, "GET undefined "]);
  assert.equal(await (await ask(`${from}/empty`)).text(), "");
  const stopped = AbortSignal.abort(new Error("enough"));
  await assert.rejects(ask(`${from}/`, { signal: stopped }), /enough/);
});

test("GD1 only the setting for tests lifts the check", async () => {
  await using server = await serve((_, res) => res.end("beside"), "127.0.0.1");
  const ask = guardedFetch({ agent: AGENT, allowPrivate: true });
  assert.equal(await (await ask(`https://127.0.0.1:${server.port}/`)).text(), "beside");
});

test("GD7 an answer that is handed on as it comes is bounded as it comes: in bytes, unpacked ones too, and in time", async () => {
  await using server = await serve((req, res) => {
    const bodies: Readonly<Record<string, string | Buffer>> = {
      "/small": "small",
      "/packed": gzipSync(Buffer.alloc(2_000_000)),
      "/broken": "this is no gzip",
    };
    const body = bodies[req.url ?? ""];
    if (req.url === "/packed" || req.url === "/broken") res.setHeader("Content-Encoding", "gzip");
    if (body === undefined) res.write("begun");
    if (body !== undefined || req.url === "/large") res.end(body ?? Buffer.alloc(2_000_000));
  });
  const ask = open({ streams: true, bytes: 100_000, patience: 400 });
  const from = `https://a.example.org:${server.port}`;
  assert.equal(await (await ask(`${from}/small`)).text(), "small");
  for (const path of ["packed", "large", "broken", "slow"]) {
    const answer = await ask(`${from}/${path}`);
    assert.equal(answer.status, 200, path);
    let came = 0;
    await assert.rejects(async () => {
      for await (const part of answer.body!) came += part.length;
    }, path);
    assert.ok(came <= 100_000, `${path}: ${came}`);
  }
  const left = await ask(`${from}/slow`);
  await left.body!.cancel();
});
