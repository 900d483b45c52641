/** What an answer weighs: status line, headers and body in brotli, exactly as they cross the wire. */
import { createConnection } from "node:net";

export async function onTheWire(base: string, path: string): Promise<number> {
  const socket = createConnection(Number(new URL(base).port), "127.0.0.1");
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: example.org\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n`,
  );
  let bytes = 0;
  for await (const part of socket) bytes += (part as Buffer).length;
  return bytes;
}
