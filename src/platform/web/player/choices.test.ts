import assert from "node:assert/strict";
import test from "node:test";
import { choicesOf } from "./choices.ts";

test("bug: a story whose film a book is signed in, too, offered the clip of one sentence as its film", () => {
  const rung = (name: string, bytes: number) => ({ rung: name, media: `${name}.mp4`, bytes });
  const rungs = [
    rung("clip-0-400-light", 5),
    rung("poster", 6),
    rung("clip-0-400", 10),
    rung("sign-240", 20),
    rung("480p", 30),
    rung("sound", 40),
  ];
  const file = { media: "own.mp4", name: "media/own.mp4", bytes: 50 };
  assert.deepEqual(
    choicesOf({ file }, { rungs }).map(({ lines }) => lines),
    [240, 480, 0, undefined],
  );
});
