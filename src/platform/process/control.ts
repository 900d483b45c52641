/**
 * The door between a command and the instance's running process: a socket in the data folder that only its
 * owner can open. `cnd import` on a served instance appends through it, so there is one writer.
 */
import { once } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { createConnection, createServer, type Server, type Socket } from "node:net";
import { deserialize, serialize } from "node:v8";
import { RecordError } from "../records/record.ts";
import type { Incoming } from "../log/incoming.ts";
import type { Appended } from "../log/appending.ts";
import type { Rebuilt } from "../log/rebuild.ts";
import type { Privately } from "../private/part.ts";

const MAX_FRAME = 256 * 1024 * 1024; // bytes; the peer is the same user, this bounds a mistake

export interface Control {
  append(records: readonly Incoming[]): Promise<Appended>;
  rebuild(progress?: (done: number, total: number) => void): Promise<Rebuilt>;
  readonly private: Privately;
}
/** What only a process that serves can tell. */
export interface Running extends Control {
  /** The public address of the campaign, without a slash at its end. */
  base(): Promise<string>;
}
type Ask =
  | { call: "append"; records: readonly Incoming[] }
  | { call: "rebuild" }
  | { call: "base" }
  | { call: "private"; operation: string; argument: unknown };
type Reply =
  | { value: unknown }
  | { progress: [number, number] }
  | { error: { name: string; code: string | undefined; message: string } };

/** Serve the door at `path`. */
export async function serveControl(path: string, control: Running): Promise<Server> {
  rmSync(path, { force: true }); // left behind by a process that was killed; the lock says that none runs
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    readFrames(socket, (frame) => {
      answer(control, frame as Ask, (reply) => writeFrame(socket, reply)).then(
        (value) => writeFrame(socket, { value }),
        (error: Error & { code?: string }) =>
          writeFrame(socket, {
            error: { name: error.name, code: error.code, message: error.message },
          }),
      );
    });
  });
  server.listen(path);
  await once(server, "listening");
  chmodSync(path, 0o600);
  return server;
}

/** Open the door of a running process. @throws Error when none answers */
export async function openControl(path: string): Promise<Running & Disposable> {
  const socket = createConnection(path);
  await once(socket, "connect");
  let turn: Promise<unknown> = Promise.resolve();
  let receive: ((reply: Reply) => void) | undefined;
  let broken: ((error: Error) => void) | undefined;
  readFrames(socket, (frame) => receive?.(frame as Reply));
  const end = () => broken?.(new Error("The running process has ended before it answered."));
  socket.on("close", end);
  socket.on("error", end);

  function ask<T>(what: Ask, progress?: (done: number, total: number) => void): Promise<T> {
    const asked = turn.then(
      () =>
        new Promise<T>((done, failed) => {
          broken = failed;
          receive = (reply) => {
            if ("progress" in reply) progress?.(...reply.progress);
            else if ("error" in reply) failed(asError(reply.error));
            else done(reply.value as T);
          };
          writeFrame(socket, what);
        }),
    );
    turn = asked.catch(() => undefined);
    return asked;
  }
  return {
    append: (records) => ask({ call: "append", records }),
    rebuild: (progress) => ask({ call: "rebuild" }, progress),
    base: () => ask({ call: "base" }),
    private: (operation, argument) => ask({ call: "private", operation, argument }),
    [Symbol.dispose]: () => void socket.destroy(),
  };
}

async function answer(control: Running, asked: Ask, say: (reply: Reply) => void): Promise<unknown> {
  if (asked.call === "append") return control.append(asked.records);
  if (asked.call === "base") return control.base();
  if (asked.call === "private") return control.private(asked.operation, asked.argument);
  return control.rebuild((done, total) => say({ progress: [done, total] }));
}

function writeFrame(socket: Socket, value: Ask | Reply): void {
  const body = serialize(value);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  socket.write(Buffer.concat([head, body]));
}

function readFrames(socket: Socket, take: (frame: unknown) => void): void {
  let parts: Buffer[] = [];
  let held = 0;
  socket.on("data", (chunk: Buffer) => {
    parts.push(chunk);
    held += chunk.length;
    for (;;) {
      if (held < 4) return;
      if (parts[0]!.length < 4) parts = [Buffer.concat(parts)];
      const length = parts[0]!.readUInt32BE(0);
      if (length > MAX_FRAME) {
        socket.destroy();
        return;
      }
      if (held < 4 + length) return;
      const all = Buffer.concat(parts);
      take(deserialize(all.subarray(4, 4 + length)));
      parts = [all.subarray(4 + length)];
      held = all.length - 4 - length;
    }
  });
}

function asError({
  name,
  code,
  message,
}: {
  name: string;
  code: string | undefined;
  message: string;
}): Error {
  if (name === "RecordError") return new RecordError(code as RecordError["code"], message);
  return Object.assign(new Error(message), { name, code });
}
