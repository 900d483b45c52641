/** `cnd badge verify` as somebody runs it (features/badges/README.md). */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import {
  badge,
  NAME,
  pictureOf,
  testKey,
  type Signed,
} from "../src/features/badges/checking/badge.test.kit.ts";
import { codeOf } from "../src/features/badges/code/code.ts";
import { BADGE_KEY } from "../src/features/badges/records.ts";
import { cnd, serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { ownerOf, say, sign } from "./saying.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let right: Signed;
const file = (name: string, bytes: string | Buffer): string => {
  const path = join(folder.dir, name);
  writeFileSync(path, bytes);
  return path;
};
const verify = (...args: readonly string[]) => cnd(["badge", "verify", ...args], env);

before(async () => {
  await newCampaign(env.CND_DATA);
  right = await badge();
  await using server = await serve(env);
  const { kid, n, e } = await testKey();
  await say(server.base, sign(ownerOf(env.CND_DATA), { kind: BADGE_KEY, body: { kid, n, e } }));
});
after(() => folder[Symbol.dispose]());

test("BA35 the command says the same as the page and ends with 0 for a badge that is right alone, from a token, a code and a photo", async () => {
  const code = codeOf(right.token)!;
  const files = [
    file("badge.jwt", right.token),
    file("code.txt", `${code}\n`),
    file("photo.png", await pictureOf(code)),
    file("photo.jpg", await pictureOf(code, "jpeg")),
  ];
  for (const one of files) {
    const { code: ended, out } = verify(one, "--name", NAME);
    assert.equal(ended, 0, one);
    assert.match(
      out,
      /^This badge is genuine, and it was issued in this name\.\nSigned by Test School\n/,
    );
  }
  const [token = ""] = files;
  const open = verify(token);
  assert.equal(open.code, 0);
  assert.match(open.out, /To check whose it is/);
  const other = verify(token, "--name", "Bruno");
  assert.deepEqual(
    [other.code, other.err],
    [1, "We could not confirm that this badge is genuine.\n"],
  );
  assert.match(other.out, /^This badge was issued in a different name/);
  const said = JSON.parse(verify(token, "--name", "Bruno", "--json").out) as Record<
    string,
    unknown
  >;
  assert.deepEqual(
    [said["is"], said["right"], said["signer"]],
    ["otherName", false, "Test School"],
  );
  const cut = verify(file("cut.jwt", right.token.slice(0, 900)));
  assert.deepEqual([cut.code, cut.out.split("\n")[0]], [1, "This is not a badge."]);
});

test("BA36 the key of another instance is handed over as a file, its secret half is refused, and what is no key or no photo is said", async () => {
  const elsewhere = { CND_DATA: join(folder.dir, "nothing") };
  const token = file("other.jwt", right.token);
  const { n, e, jwk } = await testKey();
  const key = file("key.jwk", JSON.stringify({ kty: "RSA", n, e }));
  const { code, out } = cnd(["badge", "verify", token, "--name", NAME, "--key", key], elsewhere);
  assert.equal(code, 0);
  assert.match(out, /supplied for this check/);
  assert.match(out, /We have not checked whether this badge was withdrawn/);
  const without = cnd(["badge", "verify", token], elsewhere);
  assert.deepEqual([without.code, without.out], [1, ""]);
  assert.match(without.err, /CND_DATA=DIR, or a key: --key/);
  const secret = verify(token, "--key", file("secret.jwk", jwk));
  assert.equal(secret.code, 1);
  assert.match(secret.err, /secret half/);
  assert.match(verify(token, "--key", file("no.jwk", "{}")).err, /expected the public half/);
  assert.match(verify(join(folder.dir, "none")).err, /cannot be read/);
  assert.match(
    verify(file("broken.png", Buffer.from("89504e470d0a1a0a", "hex"))).err,
    /broken\.png: /,
  );
  assert.match(verify().err, /^Expected cnd badge verify/);
});
