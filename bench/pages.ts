/** What a reader's first request brings: bytes on the wire, requests, script; against the same words as bare HTML. */
import { createConnection } from "node:net";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { cnd, serve, temporary } from "../tools/program.ts";
import { report } from "./report.ts";

using folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const imported = cnd(["import", "campaign"], env);
if (imported.code !== 0) throw new Error(imported.err);
await using server = await serve(env);

for (const [name, path] of [
  ["story", "/stories/mankosi"],
  ["front", "/"],
] as const) {
  const answer = await wire(new URL(server.base), path);
  const html = brotliDecompressSync(answer.body).toString();
  const plain = brotliCompressSync(bareHtml(html)).length;
  const requests =
    1 +
    [
      ...html.matchAll(
        /<(?:img|script|link|iframe|video|audio|source)\b[^>]*\b(?:src|srcset|href)="(?!https?:)[^"]*"/g,
      ),
    ].filter(
      ([tag]) =>
        !/<link[^>]*rel="(?:canonical|alternate|icon)|loading="lazy"|preload="none"/.test(tag),
    ).length;
  report({
    name: `pages-${name}-bytes`,
    value: answer.total,
    unit: "bytes",
    peer: { "the same words as bare HTML": plain },
    ratio: answer.total / plain,
  });
  report({ name: `pages-${name}-requests`, value: requests, unit: "requests" });
  report({ name: `pages-${name}-script`, value: scriptBytes(html), unit: "bytes" });
  report({
    name: `pages-${name}-cookies`,
    value: /set-cookie/i.test(answer.head) ? 1 : 0,
    unit: "cookies",
  });
}

/** Status line, headers and body exactly as they cross the wire. */
async function wire(
  base: URL,
  path: string,
): Promise<{ total: number; head: string; body: Buffer }> {
  const socket = createConnection(Number(base.port), base.hostname);
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${base.host}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n`,
  );
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  const all = Buffer.concat(parts);
  const cut = all.indexOf("\r\n\r\n") + 4;
  return { total: all.length, head: all.subarray(0, cut).toString(), body: all.subarray(cut) };
}

function bareHtml(html: string): string {
  return html
    .replace(/<style>.*?<\/style>|<script.*?<\/script>|<svg.*?<\/svg>/gs, "")
    .replace(/ (?:class|id|aria-\w+)="[^"]*"/g, "");
}

function scriptBytes(html: string): number {
  return [
    ...html.matchAll(/<script(?! type="application\/ld\+json")[^>]*>(.*?)<\/script>/gs),
  ].reduce((n, m) => n + m[0].length, 0);
}
