/**
 * Servers of the fediverse in a process of their own, for bench/delivery.ts: quick ones, slow ones, and some that take a
 * connection and never answer. An answer costs as little as can be; what arrived is told to whoever asks.
 */
import { createServer as createHttp } from "node:http";
import { createServer as createTcp } from "node:net";

const SLOW = 5000; // ms
const ID = /"id":"([^"]+#[^"]+)"/; // of the activity, not of what it is about

const taken: string[] = []; // "<activity> <inbox>"
const different = new Set<string>();
const server = createHttp((req, res) => {
  const parts: Buffer[] = [];
  req.on("data", (part: Buffer) => parts.push(part));
  req.on("end", () => {
    const activity = ID.exec(Buffer.concat(parts).toString("latin1"))?.[1] ?? "";
    const take = () => {
      const pair = `${activity} http://${req.headers.host}${req.url}`;
      taken.push(pair);
      different.add(pair);
      res.writeHead(202).end();
    };
    if (req.headers.host!.startsWith("127.3.")) setTimeout(take, SLOW);
    else take();
  });
});
const silent = createTcp((socket) => socket.on("error", () => undefined));
const listening = (one: typeof server | typeof silent) =>
  new Promise<number>((done) =>
    one.listen(0, "0.0.0.0", () => done((one.address() as { port: number }).port)),
  );
const ports = { answers: await listening(server), silent: await listening(silent) };

process.on("message", (asked: "count" | "all") =>
  process.send!(asked === "count" ? different.size : taken),
);
process.on("disconnect", () => process.exit());
process.send!(ports);
