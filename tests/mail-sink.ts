/** A mail server that takes everything and keeps it, as subscribers' servers would. */
import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";

interface Received {
  readonly to: string;
  /** As it came, headers and all. */
  readonly raw: Buffer;
  readonly id: string;
}
export interface Sink extends AsyncDisposable {
  /** What CND_MAIL is set to. */
  readonly url: string;
  readonly received: Received[];
}

/**
 * @param refuse a reply to `RCPT TO`, such as 550; undefined takes the mail
 * @param before what happens when it has the whole of a mail and has not said so; the connection breaks where it is false
 */
export async function openSink(
  refuse?: (to: string) => number | undefined,
  before: (mail: Received) => boolean | Promise<boolean> = () => true,
): Promise<Sink> {
  const received: Received[] = [];
  const sockets = new Map<number | undefined, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const responseCode = refuse?.(address);
      if (responseCode === undefined) return done();
      done(Object.assign(new Error(`${address} is not taken here`), { responseCode }));
    },
    onData(stream, { envelope, remotePort }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts);
        const id = /^message-id: *(\S+)/im.exec(raw.toString("latin1"))?.[1] ?? "";
        const mail = { to: envelope.rcptTo[0]!.address, raw, id };
        received.push(mail);
        void Promise.resolve(before(mail)).then((goesOn) =>
          goesOn ? done() : sockets.get(remotePort)?.destroy(),
        );
      });
    },
  });
  server.on("error", () => undefined); // a client that was killed
  server.server.on("connection", (socket) => sockets.set(socket.remotePort, socket));
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}?from=campaign@example.org&perMinute=1000000`,
    received,
    [Symbol.asyncDispose]: () => new Promise((done) => server.close(() => done())),
  };
}

/** The text of a mail as its reader sees it. */
export function textOf({ raw }: Received): string {
  const [head = "", ...rest] = raw.toString("latin1").split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/^content-transfer-encoding: base64/im.test(head))
    return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
