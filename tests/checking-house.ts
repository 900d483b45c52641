/** An instance that has said a key of badges, and badges of it: what every test of checking begins with. */
import { join } from "node:path";
import { after, before } from "node:test";
import { sha256, toHex } from "../src/features/badges/bytes.ts";
import { badge, testKey, type Signed } from "../src/features/badges/checking/badge.test.kit.ts";
import { newKey } from "../src/features/badges/signing.ts";
import { BADGE_KEY, BADGE_WITHDRAWN } from "../src/features/badges/records.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { courseCampaign } from "./campaigns.ts";
import { ownerOf, say, sign } from "./saying.ts";

export const CHECK = "/badges/check";

export class BadgeHouse {
  readonly folder = temporary();
  readonly env = { CND_DATA: join(this.folder.dir, "data") };
  server!: Served;
  /** Signed with the key that is known, and standing. */
  right!: Signed;
  /** Taken back. */
  taken!: Signed;
  /** Signed with a key that nobody knows. */
  strange!: Signed;

  async open(): Promise<void> {
    await courseCampaign(this.env.CND_DATA);
    this.server = await serve(this.env);
    const { kid, n, e } = await testKey();
    this.right = await badge();
    this.taken = await badge();
    this.strange = await badge({ key: await newKey() });
    const owner = ownerOf(this.env.CND_DATA);
    const key = sign(owner, { kind: BADGE_KEY, body: { kid, n, e } });
    const body = { badge: toHex(await sha256(this.taken.jti)) };
    const back = sign(owner, { kind: BADGE_WITHDRAWN, subject: key.id, body });
    await say(this.server.base, key, back);
  }

  /** Another key is said. */
  async addKey(): Promise<void> {
    const { kid, n, e } = await newKey();
    const body = { kid, n, e };
    await say(this.server.base, sign(ownerOf(this.env.CND_DATA), { kind: BADGE_KEY, body }));
  }

  async close(): Promise<void> {
    await this.server?.[Symbol.asyncDispose]();
    this.folder[Symbol.dispose]();
  }
}

/** One house for the tests of a file. @param then what else comes before them */
export function badgeHouse(
  then: (house: BadgeHouse) => Promise<void> = async () => undefined,
): BadgeHouse {
  const house = new BadgeHouse();
  before(async () => {
    await house.open();
    await then(house); // hooks of one file do not wait for each other
  });
  after(() => house.close());
  return house;
}

/** Each kind of answer begins in words of its own. */
export const WORDS = {
  right:
    /^This badge is genuine, and it was issued in this name\. Signed by Test School For A link over the hill/,
  other: /^This badge was issued in a different name/,
  altered: /^This badge was changed after it was signed/,
  unknown: /^We do not know this badge’s key/,
  taken: /^This badge has been withdrawn/,
};

/** Changed after it was signed. */
export function altered({ token }: Signed): string {
  const [head = "", body = "", signature = ""] = token.split(".");
  const text = Buffer.from(body, "base64url").toString().replace("Test School", "Best School");
  return `${head}.${Buffer.from(text).toString("base64url")}.${signature}`;
}
