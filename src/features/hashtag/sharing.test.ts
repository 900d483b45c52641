import assert from "node:assert/strict";
import test from "node:test";
import { FRAME } from "../stories/stage.fixture.ts";
import { fediverseShare, shareLinks } from "./sharing.ts";

const frame = { ...FRAME, base: "https://campaign.example", name: "Wells & all", hashtag: "Wells" };

test("RM5 every way to pass it on carries the address, and the hashtag where that place takes a text", () => {
  const links = shareLinks(frame, "/conversation");
  assert.ok(links.length >= 6);
  for (const [name, url] of links) {
    const read = decodeURIComponent(url);
    assert.match(read, /https:\/\/campaign\.example\/conversation/, name);
    if (name !== "LinkedIn") assert.match(read, /#Wells/, name);
    assert.ok(!url.includes("#"), `${name}: a hashtag that is not escaped is lost on the way`);
    assert.match(url, /^(?:https|sms|mailto):/);
  }
  for (const [, url] of shareLinks({ ...frame, hashtag: "" }, "/conversation"))
    assert.doesNotMatch(decodeURIComponent(url), /#/);
});

test("RM5 one's own server is read from a name, a handle or an address, and nothing else is led to", () => {
  const hosts: Readonly<Record<string, string | undefined>> = {
    "mastodon.social": "mastodon.social",
    " Social.Example ": "social.example",
    "@ana@social.example": "social.example",
    "https://social.example/@ana": "social.example",
    "xn--80ak6aa92e.example": "xn--80ak6aa92e.example",
    "": undefined,
    localhost: undefined,
    "127.0.0.1": undefined,
    "[::1]": undefined,
    "social.example:8443": undefined,
    "javascript:alert(1)": undefined,
    "a b.example": undefined,
    "social.example?x=": undefined,
    [`${"a".repeat(300)}.example`]: undefined,
  };
  for (const [typed, host] of Object.entries(hosts)) {
    const url = fediverseShare(typed, "#Wells https://campaign.example/x");
    assert.equal(url && new URL(url).host, host, typed);
    if (url !== undefined)
      assert.equal(new URL(url).searchParams.get("text"), "#Wells https://campaign.example/x");
  }
});
