/** What a new campaign says before anybody has written a word: enough to look at, and how to replace it. */
import { daysAfter } from "../../engines/calendar/day.ts";
import { slugFrom } from "../../engines/plaintext/slug.ts";
import type { Fields } from "./thing.ts";

/** What the operator says. */
export interface FirstWords {
  readonly name: string;
  readonly claim: string;
  readonly purpose: string;
  readonly hashtag: string;
  readonly language: string;
}

interface First {
  readonly space: string;
  readonly slug: string;
  readonly fields: Fields;
  readonly markdown?: string;
}

export function firstContent(answers: FirstWords, today: string): First[] {
  const id = slugFrom(answers.name, 80) || "our-campaign";
  return [
    { space: "campaign", slug: id, fields: campaign(id, answers) },
    { space: "people", slug: DESK, fields: desk },
    { space: "stories", slug: FIRST_STORY, fields: story(today), markdown: STORY },
    ...pages.map(({ slug, title, markdown }) => ({
      space: "pages",
      slug,
      fields: { title },
      markdown,
    })),
  ];
}

const campaign = (id: string, { name, claim, purpose, hashtag, language }: FirstWords): Fields => ({
  id,
  name,
  claim,
  purpose,
  hashtag,
  language,
  languages: [language],
  doGood:
    "Find who is without a connection, see what would reach them, lend a hand with what you have.",
  tellTheWorld: "Stories by walk of life. Everybody named here has a public role or has said yes.",
  topics: [
    { id: "connectivity", name: "Connectivity", question: "Who is still out of reach?" },
    { id: "privacy", name: "Privacy", question: "Who may know what we look up?" },
    { id: "economy", name: "The economy", question: "What does a month online cost?" },
  ],
  walks: [
    { id: "teacher", one: "Teacher", many: "Teachers" },
    { id: "farmer", one: "Farmer", many: "Farmers" },
    { id: "engineer", one: "Engineer", many: "Engineers" },
  ],
  disclaimer: "The views in this story are those of the people and the sources named in it.",
  independence: "Independent of, and not endorsed by, any organisation named here.",
});

/** The author whom a new campaign begins with. */
export const DESK = "campaign-desk";
const desk: Fields = {
  id: DESK,
  name: "The campaign desk",
  title: "Editors of this campaign",
  account: true,
};

/** The address of the example. */
export const FIRST_STORY = "our-first-story";
const story = (today: string): Fields => ({
  title: "Our first story",
  summary: "This page is an example. Put the story of a person in its place.",
  language: "en", // of this text, whatever the campaign's own is
  category: "Example",
  published: daysAfter(today, -1), // so that whatever is published leads the front page in its place
  walk: "teacher",
  authors: [DESK],
  topics: ["connectivity"],
});

const STORY = `This is \`stories/our-first-story.md\` in your campaign folder. Open it in any editor; what stands between the two lines \`---\` is about the story, what stands below is the story.

## How to replace it

1. Name the file after your story: \`stories/the-well-and-the-mast.md\` has the address \`/stories/the-well-and-the-mast\`. Keep that name for good.
2. Write the title, the summary and the text. Begin with a person and what they do.
3. Add the person to \`people.yaml\`, with the public role and where it is documented, or with the consent that they gave, and name them under \`people\`.
4. List what you read under \`sources\`, and say in the text where a figure comes from by the number of its source.
5. Put photos into \`media/\`. One is named under \`cover\`, as \`{ file: media/bridge.jpg, alt: "The bridge, in the evening", credit: Who took it }\`; others under \`pictures\`, each with a \`name\` besides. The text shows one of them by a line of its own: an exclamation mark, what is to be seen in square brackets, and in round ones \`picture:\` with the name.
6. Photos of a phone tell where they were made: \`bin/cnd.js import --format\` with the folder takes that out. Then run \`bin/cnd.js import\` with the folder. A mistake is told with its file and line, and nothing is changed before all is well.

## What makes it good

A story is about one person, in plain words, with the numbers that somebody stands behind. It says what is not known. Nobody is named who has not said yes, unless their role is public and documented.`;

/** What a new campaign said of privacy until its pages were counted. */
const UNCOUNTED = `Reading here leaves nothing behind: no cookie, no counter, no request to anybody else.\n\nSay here what you keep of those who write to you, for how long, and whom they ask to have it deleted.`;

const pages = [
  {
    slug: "about",
    title: "About",
    markdown: `Say here who stands behind this campaign, who pays for it, and how to have something corrected.

This campaign is independent of, and not endorsed by, any organisation that it names.`,
  },
  {
    slug: "privacy",
    title: "Privacy",
    markdown: `What this site keeps, why and for how long stands below: the program says it by itself.

Say here what it cannot know: what you keep outside of it, such as letters, paper and photos on your phones, why and for how long.`,
  },
  {
    slug: "imprint",
    title: "Imprint",
    markdown: "Say here who answers for this site: a name, an address, a way to write to you.",
  },
];

const FIRST_TEXTS = new Map([
  [`stories/${FIRST_STORY}`, STORY],
  ...pages.map(({ slug, markdown }) => [`pages/${slug}`, markdown] as const),
]);

/** Whether it still says what every new campaign says. @param path its place in the folder, without the ending */
export const isFirstText = (path: string, markdown: string): boolean =>
  FIRST_TEXTS.get(path) === markdown.trim() ||
  (path === "pages/privacy" && markdown.trim() === UNCOUNTED);
