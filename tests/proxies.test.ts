/** The recipes for a proxy, as they stand in docs/recipes, in front of the built program: real nginx, real Caddy. */
import assert from "node:assert/strict";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openBudgets } from "../src/platform/budget/budget.ts";
import { listen } from "../src/platform/web/listen.ts";
import { freePort, serve, temporary, type Served } from "../tools/program.ts";
import { succeed } from "./commands.ts";

const HOST = "example.org";
const folder = temporary();
const at = (name: string): string => join(folder.dir, name);
const env = { CND_DATA: at("data"), CND_URL: `https://${HOST}` };
let server: Served;

before(async () => {
  succeed(["init", at("campaign"), "--yes"]);
  succeed(["import", at("campaign")], env);
  server = await serve(env);
  const names = `subjectAltName=DNS:${HOST},DNS:www.${HOST}`;
  const made = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const files = ["-keyout", at("key.pem"), "-out", at("cert.pem")];
  execFileSync(
    "openssl",
    ["req", ...made, "-days", "2", "-subj", `/CN=${HOST}`, "-addext", names, ...files],
    { stdio: "ignore" },
  );
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

interface Proxy extends AsyncDisposable {
  readonly plain: number;
  readonly tls: number;
}

/** The recipe with this test's ports and certificate, and nothing else of it changed. */
async function nginx(upstream = new URL(server.base).host): Promise<Proxy> {
  const [plain, tls] = [await freePort(), await freePort()];
  const site = readFileSync("docs/recipes/nginx.conf", "utf8")
    .replaceAll("127.0.0.1:8080", upstream)
    .replaceAll(/listen (\[::\]:)?80;/g, (_all, v6?: string) =>
      v6 ? "" : `listen 127.0.0.1:${plain};`,
    )
    .replaceAll(/listen (\[::\]:)?443 ssl;/g, (_all, v6?: string) =>
      v6 ? "" : `listen 127.0.0.1:${tls} ssl;`,
    )
    .replaceAll(/\/etc\/letsencrypt\/\S*fullchain.pem/g, at("cert.pem"))
    .replaceAll(/\/etc\/letsencrypt\/\S*privkey.pem/g, at("key.pem"));
  writeFileSync(at("site.conf"), site);
  const temps = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(
    at("nginx.conf"),
    `user root; daemon off; pid ${at("nginx.pid")}; events {} http { ${temps
      .map((name) => `${name}_temp_path ${at(`${name}_temp`)};`)
      .join(" ")} include ${at("site.conf")}; }`,
  );
  return started(["nginx", "-e", "stderr", "-c", at("nginx.conf")], { plain, tls });
}

async function caddy(upstream = new URL(server.base).host): Promise<Proxy> {
  const [plain, tls] = [await freePort(), await freePort()];
  const site = readFileSync("docs/recipes/Caddyfile", "utf8")
    .replaceAll("127.0.0.1:8080", upstream)
    .replaceAll(
      /^((?:www\.)?example\.org) \{$/gm,
      `$1 {\n\ttls ${at("cert.pem")} ${at("key.pem")}`,
    );
  writeFileSync(
    at("Caddyfile"),
    `{\n\tadmin off\n\thttp_port ${plain}\n\thttps_port ${tls}\n\tdefault_bind 127.0.0.1\n}\n${site}`,
  );
  return started(["caddy", "run", "--config", at("Caddyfile"), "--adapter", "caddyfile"], {
    plain,
    tls,
  });
}

async function started(
  [command, ...args]: readonly string[],
  ports: { readonly plain: number; readonly tls: number },
): Promise<Proxy> {
  const child: ChildProcess = spawn(command!, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH: process.env["PATH"], HOME: folder.dir },
  });
  let said = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => (said += text));
  for (let i = 0; !(await isOpen(ports.tls)); i++) {
    if (child.exitCode !== null || i > 500) {
      child.kill("SIGKILL"); // one that stays would keep the run
      throw new Error(`${command} did not start: ${said}`);
    }
    await sleep(20);
  }
  return {
    ...ports,
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}
interface Asked {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function ask(port: number, path: string, asked: Asked = {}): Promise<Answer> {
  const { host = HOST, method = "GET", headers = {}, body = "" } = asked;
  const request = https.request({
    host: "127.0.0.1",
    port,
    path,
    method,
    servername: host,
    ca: readFileSync(at("cert.pem")),
    headers: { Host: host, ...headers },
  });
  request.end(body);
  return answered(request);
}

async function answered(request: http.ClientRequest): Promise<Answer> {
  const [answer] = (await once(request, "response")) as [http.IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) };
}

for (const [name, open] of [
  ["nginx", nginx],
  ["Caddy", caddy],
] as const)
  test(`${name} as the recipe has it: pages, freshness, forms, the log, redirects, HTTP/2`, async () => {
    await using proxy = await open();
    const { tls, plain } = proxy;
    const direct = await fetch(server.base, { headers: { "Accept-Encoding": "br" } });
    const front = await ask(tls, "/", { headers: { "Accept-Encoding": "br" } });
    assert.equal(front.status, 200);
    assert.equal(front.headers["content-encoding"], "br");
    assert.match(front.headers["strict-transport-security"] ?? "", /max-age=\d{7}/);
    for (const header of ["etag", "cache-control", "content-security-policy", "vary"])
      assert.equal(front.headers[header], direct.headers.get(header), header);
    const bare = await ask(tls, "/");
    assert.equal(bare.headers["content-encoding"], undefined);
    assert.match(bare.body.toString(), /^<!doctype html>/i);
    const known = { "If-None-Match": front.headers.etag!, "Accept-Encoding": "br" };
    assert.equal((await ask(tls, "/", { headers: known })).status, 304);

    const checkpoint = await ask(tls, "/log/checkpoint");
    assert.equal(checkpoint.status, 200);
    assert.match(checkpoint.body.toString(), /^example\.org\/log\n\d+\n/);
    const posted = await ask(tls, "/log/records", {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json", "Content-Length": "2" },
    });
    assert.equal(posted.status, 400);
    assert.match(posted.body.toString(), /"error"/);
    const form = await ask(tls, "/take-part/opportunity", {
      method: "POST",
      body: "words=",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "6" },
    });
    assert.ok(form.status >= 400 && form.status < 500, `${form.status}`);
    assert.equal(form.headers["cache-control"], "no-store");
    assert.equal((await ask(tls, "/metrics")).status, 404);
    assert.equal((await ask(tls, "/healthz")).status, 200);

    const www = await ask(tls, "/stories?page=2", { host: `www.${HOST}` });
    assert.match(
      `${www.status} ${www.headers.location}`,
      /^30[18] https:\/\/example\.org\/stories\?page=2$/,
    );
    const http1 = http.get({
      host: "127.0.0.1",
      port: plain,
      path: "/about",
      headers: { Host: HOST },
    });
    const moved = await answered(http1);
    assert.match(
      `${moved.status} ${moved.headers.location}`,
      /^30[18] https:\/\/example\.org(?::\d+)?\/about$/,
    );

    const session = http2.connect(`https://127.0.0.1:${tls}`, {
      servername: HOST,
      ca: readFileSync(at("cert.pem")),
    });
    const stream = session.request({ ":path": "/", ":authority": HOST });
    const [head] = (await once(stream, "response")) as [http2.IncomingHttpHeaders];
    assert.equal(head[":status"], 200);
    stream.destroy();
    session.close();
  });

for (const [name, open] of [
  ["nginx", nginx],
  ["Caddy", caddy],
] as const)
  test(`${name} tells the program one address, whatever a client claims, and sends uploads on as they come`, async () => {
    const seen: { forwarded: string; newer: string | undefined; first: number }[] = [];
    const began = Date.now();
    const listener = http.createServer((req, res) => {
      const forwarded = String(req.headers["x-forwarded-for"]);
      const newer = req.headers.forwarded;
      req.once("data", () => seen.push({ forwarded, newer, first: Date.now() - began }));
      req.on("end", () => res.end("ok"));
      req.on("error", () => undefined);
    });
    const port = await freePort();
    await new Promise<void>((done) => listener.listen(port, "127.0.0.1", done));
    try {
      await using proxy = await open(`127.0.0.1:${port}`);
      const request = https.request({
        host: "127.0.0.1",
        port: proxy.tls,
        path: "/upload",
        method: "PATCH",
        servername: HOST,
        ca: readFileSync(at("cert.pem")),
        headers: {
          Host: HOST,
          "X-Forwarded-For": "198.51.100.7",
          Forwarded: "for=198.51.100.7",
          "Content-Length": "200000",
        },
      });
      request.on("error", () => undefined);
      request.write(Buffer.alloc(50_000));
      for (let i = 0; seen.length === 0 && i < 250; i++) await sleep(20);
      assert.equal(seen.length, 1, "the first piece waits for the last");
      assert.equal(seen[0]?.forwarded, "127.0.0.1");
      assert.equal(seen[0]?.newer, undefined);
      request.destroy();
    } finally {
      listener.closeAllConnections();
      listener.close();
    }
  });

for (const [name, open] of [
  ["nginx", nginx],
  ["Caddy", caddy],
] as const)
  test(`${name} lets go of a silent line before the program does, so that nothing is sent on one that is closed`, async () => {
    const own = await listen({ listener: () => undefined }, openBudgets(), {
      port: 0,
      host: "127.0.0.1",
    });
    own.close();
    const listener = http.createServer({ keepAliveTimeout: 0 }, (_req, res) => void res.end("ok"));
    listener.listen(0, "127.0.0.1");
    await once(listener, "listening");
    try {
      await using proxy = await open(`127.0.0.1:${(listener.address() as AddressInfo).port}`);
      const begun = once(listener, "connection") as Promise<[Socket]>;
      assert.equal((await ask(proxy.tls, "/")).status, 200);
      const [line] = await begun;
      const since = performance.now();
      await once(line, "close", { signal: AbortSignal.timeout(own.keepAliveTimeout) });
      assert.ok(performance.now() - since > 1000, "it is kept for a while");
    } finally {
      listener.closeAllConnections();
      listener.close();
    }
  });
