/** Which files of a story the desk is asked about (README.md, W40). */
import assert from "node:assert/strict";
import test from "node:test";
import { storyFolder } from "../stories/api.ts";
import { filesShown, purposeOf } from "./asked-files.ts";

/** Files in which nobody is seen or heard who is not in another one of the same story, each with why. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  "cover.night": "the print of a drawing",
  "pictures[].night": "the print of a drawing",
  "film.poster": "a still of the film",
  "film.captions": "words",
  "film.descriptions": "words",
  "film.texts[].captions": "words",
  "film.texts[].descriptions": "words",
  "film.rungs[].file": "the film, lighter",
  "sign.rungs[].file": "the film, lighter",
};

/** The fields of a story with one file, at `pictures[].file` or so. */
function fieldsWith(pattern: string, file: string): Record<string, unknown> {
  const [name = "", ...rest] = pattern.split(".");
  const inner = rest.length === 0 ? file : fieldsWith(rest.join("."), file);
  return name.endsWith("[]") ? { [name.slice(0, -2)]: [inner] } : { [name]: inner };
}

test("W40 law: every file that a story can show is asked about, or says here why nobody is in it alone", () => {
  const asked: string[] = [];
  for (const pattern of storyFolder.media) {
    const shown = filesShown(fieldsWith(pattern, "media/a.jpg"));
    const isAsked = shown.some(({ name }) => name === "media/a.jpg");
    assert.notEqual(isAsked, Object.hasOwn(NOT_ASKED, pattern), pattern);
    if (isAsked) asked.push(pattern);
  }
  assert.deepEqual(asked, [
    "cover.file",
    "film.file",
    "film.described.file",
    "sign.file",
    "pictures[].file",
  ]);
  for (const pattern of Object.keys(NOT_ASKED))
    assert.ok(storyFolder.media.includes(pattern), `${pattern} is no file of a story any more`);
});

test("W40 a drawing with a print for the night is of a place, and is not asked about", () => {
  const drawn = { file: "media/a.png", night: "media/b.png", alt: "Hills" };
  assert.deepEqual(filesShown({ cover: drawn, pictures: [{ name: "a", ...drawn }] }), []);
});

test("W41 what a guardian has to have agreed to is told by the file", () => {
  const files = ["media/a.jpg", "media/a.webm", "media/a.mp3", "media/voice-a.mp4"];
  assert.deepEqual(files.map(purposeOf), ["photo", "film", "voice", "voice"]);
});
