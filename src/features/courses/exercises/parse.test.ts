import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLesson } from "./parse.ts";

test("CU3 whatever stands in a block is said to be wrong, however deep or long it is, and is no exercise", () => {
  for (const [odd, count] of [
    ["```exercise\n```\n".repeat(500), 500],
    [`\`\`\`exercise\nchoice: ${"[".repeat(50_000)}\n\`\`\``, 1],
    [`\`\`\`exercise\nchoice: ${"{a: ".repeat(20_000)}\n\`\`\``, 1],
    [`\`\`\`exercise\nid: a\ngap: "${"[".repeat(4990)}"\nwrong: x\n\`\`\``, 1],
    [`\`\`\`exercise\n${"x: 1\n".repeat(2000)}\`\`\``, 1],
    ["```exercise\nid: &a a\nchoice: *a\n```", 1],
    ["```exercise\n__proto__: {}\nconstructor: x\n```", 1],
    ["```exercise", 1],
  ] as const) {
    const { parts, problems } = parseLesson(odd);
    assert.deepEqual([parts.length, problems.length], [0, count], odd.slice(0, 60));
  }
});
