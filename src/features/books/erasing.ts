/** A signing is taken back for good: film, clips and cues go, from the desk too. Rule PB26 of README.md. */
import { everySlugOf, subjectAt } from "../../platform/addresses/addresses.ts";
import type { Serving } from "../../platform/feature.ts";
import { areForgotten, recordsAbout } from "../../platform/log/reading.ts";
import type { Privately } from "../../platform/private/part.ts";
import { bodiesOf, endAndErase } from "../../platform/sent/erasing.ts";
import { mayBeShown, peopleBySubject } from "../people/api.ts";
import { askSignings } from "./private.ts";
import { SIGNING_ADDED, SIGNING_EDITED, SIGNING_WITHDRAWN } from "./records.ts";

type At = Pick<Serving, "speaker" | "instance">;

const REASONS = {
  person: "withdrawn by the person who signs",
  desk: "withdrawn by the desk",
} as const;

/** The one way in which a signing is erased, whoever wants it. @param by who wanted it: the log keeps it */
export async function eraseSigning(
  { speaker, instance }: At,
  subject: string,
  by: keyof typeof REASONS,
): Promise<void> {
  // What waits at the desk first: a film that a draft names would stay.
  const drafts = askSignings(instance.log.private);
  for (const slug of await speaker.snapshot((db) => everySlugOf(db, subject)))
    await drafts.drop(slug);
  await endAndErase(speaker, subject, {
    end: { kind: SIGNING_WITHDRAWN, body: {} },
    texts: [SIGNING_ADDED, SIGNING_EDITED],
    reason: REASONS[by],
  });
}

/** After a restore: films of signings that were erased since the backup was made. */
export async function dropErasedSignings({
  speaker,
  private: ask,
}: Pick<Serving, "speaker"> & { readonly private: Privately }): Promise<void> {
  for (const slug of await askSignings(ask).slugs()) {
    const isErased = await speaker.snapshot(async (db) => {
      const address = await subjectAt(db, "signings", slug);
      const said = address ? await recordsAbout(db, address.subject) : [];
      const bodies = bodiesOf(said, [SIGNING_ADDED, SIGNING_EDITED]);
      return bodies.length > 0 && (await areForgotten(db, bodies));
    });
    if (isErased) await askSignings(ask).drop(slug);
  }
}

/** Films at the desk, not yet said in public, of people who took their consent back. @param people their subjects */
export async function dropDrafts(
  { instance }: At,
  people: ReadonlySet<string>,
  today: string,
): Promise<void> {
  const drafts = askSignings(instance.log.private);
  for (const person of people) {
    const { slugs, card } = await instance.snapshot(async (db) => ({
      slugs: await everySlugOf(db, person),
      card: (await peopleBySubject(db, [person])).get(person),
    }));
    for (const { slug, follows } of await drafts.signedBy(slugs))
      if (!card || !mayBeShown({ ...card, role: undefined }, "film", follows, today))
        await drafts.drop(slug);
  }
}
