import assert from "node:assert/strict";
import test from "node:test";
import { newSecret } from "../../platform/private/submissions.ts";
import { readPaper, readSignature } from "./form.ts";
import { wordsIn } from "./words.ts";

const words = wordsIn("en");
const ANA = { id: newSecret(), name: "Ana", kind: "person", address: "ana@example.org" };

test("OL5 nothing unseen stands in a name: a reader of the desk reads all that is shown", () => {
  const read = readSignature(
    {
      ...ANA,
      name: "\u202eana\u200b Ndlovu\u00ad",
      place: "\u200bMankosi",
      words: "It\nis\u202e.",
    },
    words,
  );
  assert.ok("written" in read);
  const { name, place, words: sentence } = read.written;
  assert.deepEqual([name, place, sentence], ["ana Ndlovu", "Mankosi", "It is."]);
  const link = readSignature({ ...ANA, name: "bank.exa\u200bmple/login" }, words);
  assert.ok("problems" in link && link.problems.name !== undefined, "it would be a link in a mail");
  const empty = readSignature({ ...ANA, name: "\u200b\u202e" }, words);
  assert.ok("problems" in empty && empty.problems.name !== undefined);
  const paper = readPaper(
    {
      kind: "person",
      by: "hub\u202e",
      where: "hub",
      list: "Esi\u202e; \u200bAccra\n\u200b; Accra",
    },
    words,
  );
  assert.ok("problems" in paper && paper.problems.list?.startsWith("On line 2,"));
});
