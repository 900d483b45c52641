/**
 * Files that are two things at once: a picture with an archive, a page or a program behind its end. A picture is walked in
 * blocks, and one of more pieces than any program writes is refused before anything decodes it.
 */
import { open, type FileHandle } from "node:fs/promises";
import { MOST_PIECES } from "./limits.ts";
import { MediaError } from "./media-error.ts";

const HEAD = 1024; // bytes in which a reader of PDF looks for its mark
const TAIL = 66_000; // bytes in which a reader of ZIP looks for its directory
const BLOCK = 65_536; // bytes that are in memory of a picture

/** What begins another kind of file, and programs run or unpack it. */
export const MARKS: readonly (readonly [mark: string, name: string])[] = [
  ["PK\x03\x04", "an archive"],
  ["Rar!\x1a", "an archive"],
  ["7z\xbc\xaf", "an archive"],
  ["%pdf-", "a PDF"],
  ["<!doctype", "a web page"],
  ["<html", "a web page"],
  ["<script", "a script"],
  ["<svg", "a drawing with script"],
  ["<?php", "a program"],
  ["#!/", "a program"],
];

/**
 * What else the file is, in words; undefined where it is what it looks like. Cameras put data of their own behind a
 * picture: that is no other kind, and it goes when the picture is written anew.
 * @throws MediaError `unreadable` where it is in too many pieces
 */
export async function secondKind(path: string, kind: string): Promise<string | undefined> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const bytes = bytesOf(file, size);
    const head = await bytes.some(0, HEAD);
    if (head.includes("%PDF-")) return "a PDF";
    const tail = await bytes.some(Math.max(0, size - TAIL), TAIL);
    if (isArchiveEnd(tail)) return "an archive";
    const end = await pictureEnd(kind, bytes);
    if (end === undefined || end >= size) return undefined;
    const rest = (await bytes.some(end, TAIL)).toString("latin1").trimStart().slice(0, 4000);
    const lower = rest.toLowerCase();
    return MARKS.find(([mark]) => lower.includes(mark.toLowerCase()))?.[1];
  } finally {
    await file.close();
  }
}

/** ZIP's last record: its mark, and a comment that reaches exactly to the end. */
function isArchiveEnd(tail: Buffer): boolean {
  for (
    let at = tail.lastIndexOf("PK\x05\x06");
    at >= 0;
    at = tail.lastIndexOf("PK\x05\x06", at - 1)
  ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
    if (at === 0) break;
  }
  return false;
}

interface Bytes {
  readonly size: number;
  /** `length` of them, or as many as there are; at least eight are read from the block that is here without a wait. */
  some(from: number, length: number): Promise<Buffer>;
  /** From a place on, what the block at hand has of it: at least eight bytes where the file has them, empty at its end. */
  here(from: number): Buffer | Promise<Buffer>;
}

function bytesOf(file: FileHandle, size: number): Bytes {
  const block = Buffer.alloc(BLOCK);
  let first = 0; // of the block
  let held = 0;
  async function some(from: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.subarray(0, bytesRead);
  }
  async function load(from: number): Promise<Buffer> {
    const { bytesRead } = await file.read(block, 0, BLOCK, from);
    [first, held] = [from, bytesRead];
    return block.subarray(0, bytesRead);
  }
  return {
    size,
    some,
    here(from) {
      const at = from - first;
      const isHere = at >= 0 && (at + 8 <= held || (at <= held && first + held === size));
      return isHere ? block.subarray(at, held) : load(from);
    },
  };
}

/** Where a picture ends by its own account; undefined where its form does not say it so simply. */
async function pictureEnd(kind: string, bytes: Bytes): Promise<number | undefined> {
  if (kind === "webp") return webpEnd(bytes);
  if (kind === "png") return pngEnd(bytes);
  if (kind === "jpg") return jpegEnd(bytes);
  return undefined;
}

function counter(): () => void {
  let pieces = 0;
  return () => {
    if (++pieces > MOST_PIECES)
      throw new MediaError(
        "unreadable",
        `This picture is in more than ${MOST_PIECES} pieces, as no camera and no program writes one. Please save it anew and send that.`,
      );
  };
}

async function pngEnd(bytes: Bytes): Promise<number | undefined> {
  const count = counter();
  for (let at = 8; at + 12 <= bytes.size; count()) {
    const head = await bytes.here(at);
    if (head.length < 8) return undefined;
    const next = at + 12 + head.readUInt32BE();
    if (head.toString("latin1", 4, 8) === "IEND") return next;
    at = next;
  }
  return undefined;
}

async function webpEnd(bytes: Bytes): Promise<number> {
  const end = 8 + (await bytes.here(0)).readUInt32LE(4);
  const count = counter();
  for (let at = 12; at + 8 <= Math.min(end, bytes.size); count()) {
    const length = (await bytes.here(at)).readUInt32LE(4);
    at += 8 + length + (length & 1);
  }
  return end;
}

/** Past the segments, and then the first mark in the coded picture that is neither a stuffed byte nor a restart. */
async function jpegEnd(bytes: Bytes): Promise<number | undefined> {
  const count = counter();
  for (let at = 2; at + 2 <= bytes.size; count()) {
    const head = await bytes.here(at);
    if (head[0] !== 0xff) return undefined;
    const mark = head[1]!;
    if (mark === 0xd9) return at + 2;
    if (mark === 0xff || isRestart(mark)) {
      at += mark === 0xff ? 1 : 2;
      continue;
    }
    if (head.length < 4) return undefined;
    at += 2 + head.readUInt16BE(2);
    if (mark === 0xda) at = await codedEnd(bytes, at);
  }
  return undefined;
}

const isRestart = (mark: number): boolean => mark >= 0xd0 && mark <= 0xd7;

async function codedEnd(bytes: Bytes, from: number): Promise<number> {
  for (let at = from; at + 2 <= bytes.size;) {
    const part = await bytes.here(at);
    const last = part.length - 1;
    if (last < 1) break;
    for (let i = 0; i < last; i++)
      if (part[i] === 0xff && part[i + 1] !== 0 && !isRestart(part[i + 1]!)) return at + i;
    at += last;
  }
  return bytes.size;
}
