/** A node:http server with bounds: a slow or hostile client holds no more than one socket for a while. */
import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Budgets } from "../budget/budget.ts";
import { FIXED } from "../budget/limits.ts";
import { believeNamed, type Proxies } from "./proxies.ts";
import { timeNow } from "../process/steady-clock.ts";
import type { Web } from "./server.ts";

export async function listen(
  web: Pick<Web, "listener">,
  budgets: Pick<Budgets, "connect">,
  at: { readonly port: number; readonly host: string; readonly proxies?: Proxies },
): Promise<Server> {
  const server = createServer(
    {
      maxHeaderSize: 8192, // bytes; a browser sends one
      headersTimeout: 20_000, // a 2G phone needs a few seconds at worst
      requestTimeout: 900_000, // a form with five photos of a megabyte, without script, at 48 kbit/s
      keepAliveTimeout: 15_000, // a reader follows a link within it, and saves a round trip
      connectionsCheckingInterval: 5000,
    },
    inTurn((req, res) => {
      res.setHeader("Date", new Date(timeNow()).toUTCString()); // Node asks the machine
      web.listener(req, res);
    }),
  );
  server.maxRequestsPerSocket = 0;
  server.on("connection", (socket: Socket) => {
    believeNamed(socket, at.proxies);
    if (!budgets.connect(socket)) socket.destroy();
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return;
    const isLate = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
    const status = isLate ? "408 Request Timeout" : "400 Bad Request";
    if (isLate && isSilent(socket)) socket.destroy();
    else socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return server;
}

/**
 * What is asked on one line is answered one after the other, and its work begins when its turn comes: of whoever asks for a film a
 * thousand times and reads nothing, one lies here. What waits when the line ends is never begun.
 */
function inTurn(answer: Web["listener"]): Web["listener"] {
  const waiting = new WeakMap<Socket, number>();
  return (req, res) => {
    if (res.socket) return answer(req, res);
    const { socket } = req;
    const others = waiting.get(socket) ?? 0;
    if (others >= FIXED.line.waiting) return void socket.destroy();
    waiting.set(socket, others + 1);
    res.once("socket", () => {
      waiting.set(socket, waiting.get(socket)! - 1);
      queueMicrotask(() => answer(req, res)); // the line is given to it first
    });
  };
}

/**
 * A line on which nobody asked anything. Where a round trip takes longer than a quarter of a second, browsers open a second one to
 * spare. What is said on it unasked they take for the answer to what they ask on it next, be it a minute later.
 */
const isSilent = (socket: Duplex): boolean => (socket as Socket).bytesRead === 0;
