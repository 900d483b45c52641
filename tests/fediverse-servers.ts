/** Servers of the fediverse on loopback, each at an address of its own: they take what is sent to them and write it down. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Taken {
  /** The activity's id. */
  readonly activity: string;
  readonly type: string;
  /** `127.0.3.7:4012` */
  readonly host: string;
  /** `/users/4/inbox` */
  readonly path: string;
  readonly body: string;
  readonly signature: "rfc9421" | "draft" | "none";
}
interface Servers extends AsyncDisposable {
  readonly port: number;
  readonly taken: Taken[];
  /** The address of a server, and of an inbox at it. */
  host(n: number): string;
  inbox(n: number, path?: string): string;
}

/**
 * @param answers how a server takes a message: a status, or when it does; by default it takes it at once
 */
export async function openServers(
  answers: (taken: Taken) => number | Promise<number> = () => 202,
): Promise<Servers> {
  const taken: Taken[] = [];
  const server = createServer((req, res) => void take(req, res));
  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const { id, type } = JSON.parse(body) as { id: string; type: string };
    const signature = req.headers["signature-input"]
      ? "rfc9421"
      : req.headers.signature
        ? "draft"
        : "none";
    const one = {
      activity: id,
      type,
      host: req.headers.host!,
      path: req.url!,
      body,
      signature,
    } as const;
    const status = await answers(one);
    if (status >= 200 && status < 300) taken.push(one);
    res.writeHead(status).end();
  }
  server.listen(0, "0.0.0.0");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const host = (n: number) => `127.1.${n >> 8}.${n & 255}:${port}`;
  return {
    port,
    taken,
    host,
    inbox: (n, path = "/inbox") => `http://${host(n)}${path}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
