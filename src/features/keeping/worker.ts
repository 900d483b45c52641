/** The address of the service worker. Its own policy governs what it may fetch: this site, and nothing else. */
import type { Extra } from "../../platform/web/extra.ts";
import { scriptOf } from "./script.ts";

export const workerAddress: Extra = (_req, res) => {
  const body = Buffer.from(scriptOf("worker", "start(self)"));
  res.setHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
  res.setHeader("Cache-Control", "no-cache");
  res.writeHead(200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Content-Length": String(body.length),
  });
  res.end(body);
};
