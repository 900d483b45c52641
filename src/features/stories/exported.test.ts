/** A story whose surroundings were said anew, and its export. Rule F10 of platform/folder. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { exportFolder } from "../../platform/folder/export.ts";
import { importFolder } from "../../platform/folder/import.ts";
import { memoryLog, temporary } from "../../platform/folder/sample.test.ts";
import { openMedia } from "../../platform/media/media.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { newKey } from "../../platform/records/keys.ts";
import { signRecord, storedSay } from "../../platform/records/record.ts";
import { partnerFolder } from "../partners/folder.ts";
import { peopleFolder } from "../people/folder.ts";
import { placeFolder } from "../places/folder.ts";
import { storyFolder } from "./folder.ts";

const parts = [placeFolder, partnerFolder, peopleFolder, storyFolder];
const HILL =
  '{"type":"FeatureCollection","features":[{"type":"Feature","id":"hill","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"name":"Hill","country":"NP"}}]}';
const story = (more: string, text: string) =>
  `---\ntitle: One\nsummary: S.\nlanguage: en\ncategory: News\npublished: 2026-01-01\nauthors:\n  - amina\n${more}---\n\n${text}\n`;
const SOURCE = "sources:\n  - title: T\n    url: https://example.org/a\n";

const CASES = {
  "a place that it draws was withdrawn": {
    file: story("places:\n  - hill\n", "Text\n\n![Where](map:hill)"),
    translated: "Texte",
    of: "place.named/1",
    kind: "place.withdrawn/1",
    becomes: () => ({}),
    leftOut: /^stories\/one: its number 1 of places names places\/hill, which was withdrawn on /,
  },
  "a source went that its translation names": {
    file: story(SOURCE, "Text[^1]"),
    translated: "Texte[^1]",
    of: "story.told/1",
    kind: "story.edited/1",
    becomes: (said: JsonObject) => {
      const { sources: _, ...rest } = said;
      return { ...rest, markdown: "Text\n" };
    },
    leftOut: /^stories\/one: fr: markdown: expected a source from 1 to 0, found \[\^1\]$/,
  },
  "it is in the language of its translation now": {
    file: story("", "Text"),
    translated: "Texte",
    of: "story.told/1",
    kind: "story.edited/1",
    becomes: (said: JsonObject) => ({ ...said, language: "fr" }),
    leftOut: /^stories\/one: fr: .*expected another language than the original's, found fr$/,
  },
} as const;

for (const [name, { file, translated, of, kind, becomes, leftOut }] of Object.entries(CASES))
  test(`F10 bug: an export held what no import takes: ${name}`, async () => {
    const dir = temporary();
    mkdirSync(join(dir, "stories"));
    writeFileSync(join(dir, "places.geojson"), HILL);
    writeFileSync(join(dir, "people.yaml"), "- id: amina\n  name: Amina\n");
    writeFileSync(join(dir, "stories/one.md"), file);
    const french = `---\ntitle: Un\nsummary: S.\nstate: person\ntranslator: Amina\n---\n\n${translated}\n`;
    writeFileSync(join(dir, "stories/one.fr.md"), french);
    const [log, key] = [memoryLog(), newKey()];
    const media = openMedia(join(temporary(), "media"));
    const options = { parts, log, media, key, clock: new Clock(Date.now) };
    const brought = await importFolder({ dir, ...options });
    assert.ok(!brought.problems, JSON.stringify(brought.problems));
    const { id: subject, document } = log.records.find(({ envelope }) => envelope.kind === of)!;
    const body = becomes(storedSay(document));
    const at = new Clock(() => Date.now() + 1000).tick();
    await log.append([signRecord({ kind, subject, body, at }, key)]);
    const to = join(temporary(), "out");
    const done = await exportFolder({ dir: to, parts, log, media });
    assert.equal(done.leftOut.length, 1);
    const [{ space, slug, reason }] = done.leftOut as readonly [(typeof done.leftOut)[number]];
    assert.match(`${space}/${slug}: ${reason}`, leftOut);
    const again = await importFolder({ dir: to, ...options, log: memoryLog() });
    assert.ok(!again.problems, JSON.stringify(again.problems));
  });
