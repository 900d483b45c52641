/** Files that are two things at once: a picture with an archive, a page or a program behind its end. */
import { open } from "node:fs/promises";

const HEAD = 1024; // bytes in which a reader of PDF looks for its mark
const TAIL = 66_000; // bytes in which a reader of ZIP looks for its directory

/** What begins another kind of file, and programs run or unpack it. */
const MARKS: readonly (readonly [mark: string, name: string])[] = [
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
 */
export async function secondKind(path: string, kind: string): Promise<string | undefined> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const read = async (from: number, length: number) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
      await file.read(bytes, 0, bytes.length, from);
      return bytes;
    };
    const head = await read(0, HEAD);
    if (head.includes("%PDF-")) return "a PDF";
    const from = Math.max(0, size - TAIL);
    const tail = await read(from, TAIL);
    if (isArchiveEnd(tail)) return "an archive";
    const end = await pictureEnd(kind, size, read);
    if (end === undefined || end >= size) return undefined;
    const rest = (await read(end, TAIL)).toString("latin1").trimStart().slice(0, 4000);
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

type Read = (from: number, length: number) => Promise<Buffer>;

/** Where a picture ends by its own account; undefined where its form does not say it so simply. */
async function pictureEnd(kind: string, size: number, read: Read): Promise<number | undefined> {
  if (kind === "webp") return 8 + (await read(4, 4)).readUInt32LE();
  if (kind === "png") return pngEnd(size, read);
  if (kind === "jpg") return jpegEnd(await read(0, size));
  return undefined;
}

async function pngEnd(size: number, read: Read): Promise<number | undefined> {
  for (let at = 8; at + 12 <= size;) {
    const head = await read(at, 8);
    const next = at + 12 + head.readUInt32BE();
    if (head.toString("latin1", 4) === "IEND") return next;
    at = next;
  }
  return undefined;
}

/** Past the segments, and then the first mark in the coded picture that is neither a stuffed byte nor a restart. */
function jpegEnd(bytes: Buffer): number | undefined {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const mark = bytes[at + 1]!;
    if (mark === 0xd9) return at + 2;
    if (mark === 0xff || (mark >= 0xd0 && mark <= 0xd7)) {
      at += mark === 0xff ? 1 : 2;
      continue;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
    if (mark !== 0xda) continue;
    for (; at + 1 < bytes.length; at++)
      if (
        bytes[at] === 0xff &&
        bytes[at + 1] !== 0 &&
        !(bytes[at + 1]! >= 0xd0 && bytes[at + 1]! <= 0xd7)
      )
        break;
  }
  return undefined;
}
