/** A campaign that is served, a browser, and people who come to its desk: what every test of the desk begins with. */
import { join } from "node:path";
import { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Role } from "../src/platform/accounts/roles.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { courseCampaign, firstCampaign, newCampaign } from "./campaigns.ts";
import { press } from "./clicks.ts";
import { KeyHands, PlainHands, type Hands } from "./hands.ts";
import { ageSignIns, invitation, newLink } from "./invitation.ts";
import { openPostOffice, type PostOffice } from "./post-office.ts";

interface HouseOptions {
  /** A campaign of `cnd init` in place of the first one. */
  readonly isNew?: boolean;
  /** Such a campaign with the first one's own course. */
  readonly hasCourse?: boolean;
  /** Mail is set, and goes to `post`. */
  readonly mail?: boolean;
  /** Its public address, where it has one: badges are given at no other. */
  readonly url?: string;
}
interface Guest {
  readonly script?: boolean;
  /** Under the policy that our pages come with; else axe, which is a script of others, may run. */
  readonly policy?: boolean;
  readonly mail?: string;
  readonly width?: number;
}

export class DeskHouse {
  readonly folder = temporary();
  readonly env: Record<string, string> = { CND_DATA: join(this.folder.dir, "data") };
  server!: Served;
  browser!: Browser;
  /** Where mail is set. */
  post!: PostOffice;

  /** By name: passkeys are bound to one. */
  get base(): string {
    return this.server.base.replace("127.0.0.1", "localhost");
  }

  async open({ isNew = false, hasCourse = false, mail = false, url }: HouseOptions): Promise<void> {
    const begin = hasCourse ? courseCampaign : isNew ? newCampaign : firstCampaign;
    await begin(this.env["CND_DATA"]!);
    if (mail) this.post = await openPostOffice();
    this.server = await serve({
      ...this.env,
      ...(mail && { CND_MAIL: this.post.url }),
      ...(url !== undefined && { CND_URL: url }),
    });
    this.browser = await openBrowser();
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.server?.[Symbol.asyncDispose]();
    this.post?.[Symbol.dispose]();
    this.folder[Symbol.dispose]();
  }

  /** A browser of somebody else's, without script unless it is asked for. */
  async person({ script = false, policy = false, width = 1280 }: Guest = {}): Promise<Page> {
    const context = await this.browser.newContext({
      javaScriptEnabled: script,
      bypassCSP: script && !policy,
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    return page;
  }

  /** @returns the path of the link that an invitation gives */
  invited(role: Role, name: string, email?: string): Promise<string> {
    return invitation(this.env["CND_DATA"]!, { role, name, email });
  }

  /** @returns a new link for somebody who has an account, as `cnd account link` gives it */
  linkOf(name: string): Promise<string> {
    return newLink(this.env["CND_DATA"]!, name);
  }

  /** As if they had come in so many minutes earlier, and done nothing since. */
  aged(name: string, minutes: number): Promise<void> {
    return ageSignIns(this.env["CND_DATA"]!, name, minutes);
  }

  async enter(page: Page, link: string): Promise<Page> {
    await page.goto(this.base + new URL(link, this.base).pathname);
    await press(page, "Sign in");
    return page;
  }

  /** Somebody at the desk. */
  async signedIn(role: Role, name: string, guest: Guest = {}): Promise<Page> {
    return this.enter(await this.person(guest), await this.invited(role, name, guest.mail));
  }
}

/** One house for the tests of a file: opened before them, closed after them. @param then what else comes before them */
export function deskHouse(
  options: HouseOptions = {},
  then: (house: DeskHouse) => Promise<void> = async () => undefined,
): DeskHouse {
  const house = new DeskHouse();
  before(async () => {
    await house.open(options);
    await then(house); // hooks of one file do not wait for each other
  });
  after(() => house.close());
  return house;
}

/** Everything that somebody does at the desk is done twice: with the keyboard alone, and without script. */
export const EACH_WAY = {
  "by keyboard alone": (page: Page): Hands => new KeyHands(page),
  "without script": (page: Page): Hands => new PlainHands(page),
} as const;
