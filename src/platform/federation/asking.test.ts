import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import test from "node:test";
import { agentOf, fetchAs, openRequest } from "./asking.ts";

test("GD6 who asks is said: the program, its release and the instance", async () => {
  const came: (string | undefined)[] = [];
  const server = createServer((req, res) => {
    came.push(req.headers["user-agent"]);
    res.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const agent = agentOf("1.2.3", "https://campaign.example");
  await fetchAs(agent)(url, { headers: { "x-mine": "1" } });
  await new Promise((done) =>
    openRequest(agent, url, { headers: {} }).once("response", done).end(),
  );
  await fetchAs(agentOf("1.2.3"))(url);
  const whole = "ConnectNotDivide/1.2.3 (+https://campaign.example/)";
  assert.deepEqual(came, [whole, whole, "ConnectNotDivide/1.2.3"]);
  server.closeAllConnections();
  server.close();
});

/** What begins a request by itself; the `fetch` of an object, of a type and of a page’s script is another. */
const BEGINS = [
  /(?<![.\w])(?<!typeof )fetch\b(?!\??:)/,
  /(?<!typeof )globalThis\.fetch\b/,
  /import\s*\{[^}]*\b(?:request|get)\b[^}]*\}\s*from "node:https?"/,
  /import\s+(?!type\b)(?:\w+|\*)[^;]*from "node:https?"/,
  /"(?:node:http2|undici)"|import\("node:https?"\)|\b(?:EventSource|WebSocket)\(/,
];

test("GD6 nothing else in the program begins a request", () => {
  const files = globSync("src/**/*.{ts,tsx}").filter(
    (file) => !/\.test\.|\.kit\.|\/browser\//.test(file),
  );
  const begin = files.filter((file) => {
    const code = codeOf(readFileSync(file, "utf8"));
    return BEGINS.some((one) => one.test(code));
  });
  assert.deepEqual(begin.toSorted(), [
    "src/platform/federation/asking.ts",
    "src/platform/federation/federating.ts", // the library's `fetch` is made the guarded one
  ]);
});

/** Without remarks, and without texts but what is imported. */
const codeOf = (text: string): string =>
  text
    .replaceAll(/\/\*[^]*?\*\//g, "")
    .replaceAll(/(?<!:)\/\/.*$/gm, "")
    .replaceAll(/`[^`]*`/g, "``")
    .replaceAll(/"(?!node:|undici)[^"\n]*"/g, '""');
