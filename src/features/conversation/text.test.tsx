import assert from "node:assert/strict";
import test from "node:test";
import { Said } from "./text.tsx";

const html = async (text: string) => String(await Said({ text }));

test("PX7 PX8 an address in a comment is a link that shows where it leads and tells nobody", async () => {
  assert.equal(
    await html("See https://example.org/a.\n\nOr not\nat all."),
    '<p>See <a href="https://example.org/a" rel="nofollow ugc noreferrer" dir="ltr">https://example.org/a</a>.</p>' +
      "<p>Or not<br/>at all.</p>",
  );
  const alike = await html("https://аррӏе.com");
  assert.match(alike, /href="https:\/\/xn--80ak6aa92e\.com\/".*>https:\/\/xn--80ak6aa92e\.com</);
  const long = await html(`https://example.org/${"a".repeat(500)}`);
  assert.match(long, /title="https:\/\/example\.org\/a{500}">https:\/\/example\.org\/a+…a{12}</);
  assert.doesNotMatch(await html("https://u:p@example.org https://itu.int@example.org"), /<a/);
  assert.doesNotMatch(await html('see https://a"onclick=x <b>'), /<b>|"onclick/);
});
