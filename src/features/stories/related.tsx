/** The stories of a place, a partner, a programme or a person, on that page. Rule S11 of README.md. */
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { StoryIndex } from "./pages/list.tsx";
import type { LinkKind, StoryTables } from "./projection.ts";
import { storyList, type StoryList } from "./queries.ts";
import { earliest, LIST_USES } from "./shown.ts";
import { wordsIn } from "./words.ts";

const SIZE = 12; // a place's page is read on 2G too; all stand under /stories
const KINDS = ["place", "partner", "programme", "person", "author"] as const;
type About = (typeof KINDS)[number];

export async function relatedStories(
  request: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const { db, today, lang } = request;
  const kinds = await kindsOf(db, subject);
  const sections: { kind: About; list: StoryList }[] = [];
  for (const kind of KINDS) {
    if (!kinds.has(kind)) continue;
    const list = await storyList(db, { today, lang, size: SIZE, [kind]: subject });
    sections.push({ kind, list });
  }
  if (sections.length === 0) return undefined;
  const slug = (await slugsOf(db, [subject])).get(subject);
  const shown = sections.filter(({ list }) => list.total > 0);
  return {
    uses: { projections: LIST_USES },
    ...earliest(sections.map(({ list }) => list.until)),
    html: (
      <>
        {shown.map(({ kind, list }) => (
          <StoriesOf kind={kind} list={list} request={request} slug={slug} />
        ))}
      </>
    ),
  };
}

const HEADINGS: Readonly<Record<About, "stories" | "inTheStories" | "allPosts">> = {
  place: "stories",
  partner: "stories",
  programme: "stories",
  person: "inTheStories",
  author: "allPosts",
};

function StoriesOf(props: {
  kind: About;
  list: StoryList;
  request: PageRequest;
  slug: string | undefined;
}) {
  const { kind, list, request, slug } = props;
  const { frame, lang } = request;
  const words = wordsIn(lang);
  const id = kind === "author" ? "posts" : "stories";
  const all = kind === "place" || kind === "programme" ? `/stories?${kind}=${slug}` : undefined;
  const feed = FEEDS[kind];
  return (
    <Section id={id} title={words[HEADINGS[kind]]}>
      <StoryIndex stories={list.cards} frame={frame} lang={lang} />
      {slug !== undefined && (
        <p class="chips">
          {all !== undefined && list.total > list.cards.length && (
            <a href={pathIn(frame, lang, all)}>{words.allOf(list.total)}</a>
          )}
          {feed !== undefined && (
            <a href={pathIn(frame, lang, `/${feed}/${slug}/feed.xml`)}>{words.feed}</a>
          )}
        </p>
      )}
    </Section>
  );
}

const FEEDS: Readonly<Partial<Record<About, string>>> = { place: "places", author: "authors" };

async function kindsOf(db: PageRequest["db"], subject: string): Promise<Set<LinkKind>> {
  const rows = await db
    .withTables<StoryTables>()
    .selectFrom("story_link")
    .select("kind")
    .distinct()
    .where("key", "=", subject)
    .where("kind", "in", KINDS)
    .execute();
  return new Set(rows.map((r) => r.kind));
}
