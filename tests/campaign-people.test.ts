/** The first campaign's stories as their files stand: whom a story is filed under, and that each topic is dealt with. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { parse } from "yaml";

interface Filed {
  readonly people?: readonly string[];
  readonly walk?: string;
  readonly topics?: readonly string[];
}
const read = (file: string): unknown => parse(readFileSync(file, "utf8"));
const stories = globSync("campaign/stories/*.md")
  .filter((file) => !/\.[a-z]{2}\.md$/.test(file))
  .map((file) => {
    const [, front] = readFileSync(file, "utf8").split(/^---$/m);
    return { file, ...(parse(front!) as Filed) };
  });
const people = new Map(
  (read("campaign/people.yaml") as readonly { id: string; walk?: string }[]).map((one) => [
    one.id,
    one.walk,
  ]),
);

test("S9 the walk of life above a story of the first campaign describes the person who leads it", () => {
  const led = stories.filter((one) => one.people !== undefined);
  assert.ok(led.length > 20, `${led.length} stories name somebody`);
  for (const { file, people: [first] = [], walk } of led) {
    const own = people.get(first!);
    assert.ok(own !== undefined, `${file}: ${first} has a walk of life`);
    if (walk !== undefined) assert.equal(walk, own, `${file}: ${first}`);
  }
});

test("each topic of the first campaign has three stories or more that deal with it", () => {
  const { topics } = read("campaign/campaign.yaml") as { topics: readonly { id: string }[] };
  assert.equal(topics.length, 5);
  for (const { id } of topics) {
    const dealing = stories.filter((one) => one.topics?.includes(id));
    assert.ok(dealing.length >= 3, `${id}: ${dealing.map(({ file }) => file).join(", ")}`);
  }
});
