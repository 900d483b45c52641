/** The first campaign with an event and a plan, served in the language for trials too: what every test of words begins with. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { PSEUDO } from "../src/platform/words/catalogue.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { englishIn, filesOf, namesIn } from "./texts.ts";

const YEAR = new Date().getUTCFullYear() + 1;
const EVENT = `title: Open day at the mast, for everybody who lives near it
summary: Come and see how it works, and bring what you would like to send.
start: ${YEAR}-05-05 10:00
end: ${YEAR}-05-05 12:00
zone: Africa/Johannesburg
address: Behind the school, on the hill that everybody sees
place: mankosi
partners: [zenzeleni]
link: https://example.org/open-day
`;

class WordsHouse {
  readonly folder = temporary();
  readonly env = { CND_DATA: join(this.folder.dir, "data") };
  readonly #campaign = join(this.folder.dir, "campaign");
  server!: Served;
  /** All that the campaign says, in one text. */
  said = "";
  #names = "";

  async open(): Promise<void> {
    cpSync("campaign", this.#campaign, { recursive: true });
    const file = join(this.#campaign, "campaign.yaml");
    const said = readFileSync(file, "utf8");
    const trial = said.replace(/^languages: .*$/m, `languages: [en, fr, ar, hi, zh, ${PSEUDO}]`);
    assert.notEqual(trial, said);
    writeFileSync(file, trial);
    mkdirSync(join(this.#campaign, "events"));
    writeFileSync(join(this.#campaign, "events", "open-day.yaml"), EVENT);
    this.#plan();
    this.said = filesOf(this.#campaign).join("\n");
    // A programme is called by its title, whatever language is spoken around it.
    const programmes = readdirSync(join(this.#campaign, "programmes"));
    const titles = programmes.map((name) =>
      /^title: (.*)$/m.exec(readFileSync(join(this.#campaign, "programmes", name), "utf8")),
    );
    this.#names = [namesIn(this.said), ...titles.map((title) => title?.[1])].join("\n");
    await firstCampaign(this.env.CND_DATA); // its lighter media are there
    assert.equal(cnd(["import", this.#campaign], this.env).code, 0);
    this.server = await serve(this.env);
  }

  /** The sample of a plan, whose places have no page here. */
  #plan(): void {
    const sample = "docs/protocol/valid/plan";
    const text = readFileSync(join(sample, "plans/cerdanya.yaml"), "utf8");
    mkdirSync(join(this.#campaign, "plans"), { recursive: true });
    writeFileSync(
      join(this.#campaign, "plans", "cerdanya.yaml"),
      text.replaceAll(/^    place: .*\n/gm, ""),
    );
    cpSync(join(sample, "media"), join(this.#campaign, "media"), { recursive: true });
  }

  async close(): Promise<void> {
    await this.server?.[Symbol.asyncDispose]();
    this.folder[Symbol.dispose]();
  }

  /**
   * Read these pages, which are in the language for trials, and find no word that stands in no catalogue.
   * @param atLeast texts; a check asserts that it saw something to check
   */
  async allInWords(
    pages: readonly (readonly [name: string, page: Response])[],
    atLeast: number,
  ): Promise<void> {
    const left: string[] = [];
    let seen = 0;
    for (const [name, page] of pages) {
      const { texts, words } = englishIn(await page.text(), this.#names);
      seen += texts;
      left.push(...words.map((one) => `${page.status} ${name}: ${one}`));
    }
    assert.ok(seen > atLeast, `${seen} texts`);
    assert.deepEqual([...new Set(left)], []);
  }
}

/** Opened before the tests of a file and closed after them. @param then what a file looks up in it first */
export function wordsHouse(then?: (house: WordsHouse) => Promise<void>): WordsHouse {
  const house = new WordsHouse();
  before(async () => {
    await house.open();
    await then?.(house);
  });
  after(() => house.close());
  return house;
}
