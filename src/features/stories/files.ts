/** Which files of stories may be seen or heard today: all of a story that may be shown. Rule S33 of README.md. */
import type { Db } from "../../platform/db/store.ts";
import type { Naming } from "../../platform/media/showing.ts";
import { mediaIn, type Json } from "../../platform/records/jcs.ts";
import { consentingOf, mayBeServed } from "../people/api.ts";
import { filmPurpose } from "./film-purpose.ts";
import { shownFrom, type Story } from "./fold.ts";
import { storiesBySubject } from "./queries.ts";

export async function agreedStoryFiles(
  db: Db,
  today: string,
  named: readonly Naming[],
): Promise<readonly Naming[]> {
  const stories = await storiesBySubject(
    db,
    named.map(({ subject }) => subject),
  );
  const people = await consentingOf(
    db,
    [...stories.values()].flatMap((story) => story.people ?? []),
  );
  return named.filter(({ subject, media }) => {
    const story = stories.get(subject);
    if (!story || shownFrom(story) > today) return false;
    const purposes = ["story", ...filmOf(story, media)] as const;
    const everybody = (story.people ?? []).map((one) => people.get(one));
    return everybody.every(
      (one) => one && purposes.every((purpose) => mayBeServed(one, purpose, today)),
    );
  });
}

/** Whoever is in its film agrees to be seen or heard in it, too. */
function filmOf({ film, ...rest }: Story, media: string): ("film" | "voice")[] {
  const isElsewhere = mediaIn(rest as unknown as Json).includes(media);
  return !film || isElsewhere ? [] : [filmPurpose(film)];
}
