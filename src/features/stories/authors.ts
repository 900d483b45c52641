/** Whoever signs stories, as somebody to follow in the fediverse. */
import type { ActorCard, Asking } from "../../platform/federation/speaking.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { mediaType } from "../../platform/media/kind.ts";
import { peopleBySubject, mayBeShown, restsOnConsent, type PersonCard } from "../people/api.ts";
import { shownStories, storiesNaming } from "./shown.ts";

/** Undefined where nothing that is shown is signed so, or where they agreed to be named elsewhere alone. */
export async function authorCard(asking: Asking, subject: string): Promise<ActorCard | undefined> {
  const { db, frame, today } = asking;
  const signed = await storiesNaming(db, "author", subject);
  if (signed.size === 0) return undefined;
  const person = (await peopleBySubject(db, [subject])).get(subject);
  if (!person || !mayBeNamed(asking, person)) return undefined;
  const { stories } = await shownStories(db, today, "fediverse");
  if (!stories.some((story) => signed.has(story.subject))) return undefined;
  const { name, slug, bio, role, title, photo, walk, consent } = person;
  const isSomebody = walk !== undefined || role !== undefined || consent !== undefined;
  const seen = photo && mayBeShown(person, "photo", frame.language, today, "fediverse");
  return {
    identifier: subject,
    username: slug.replaceAll("-", "_"),
    kind: isSomebody ? "person" : "organization",
    name,
    summary: bio ?? role?.text ?? title ?? frame.name,
    path: `/authors/${slug}`,
    ...(seen && { icon: { media: photo.file.media, type: mediaType(photo.file.media) } }),
  };
}

/** Who is known by a consent is named where and for as long as it says. */
export const mayBeNamed = ({ frame, today }: Asking, person: PersonCard): boolean =>
  !restsOnConsent(person) || mayBeShown(person, "story", frame.language, today, "fediverse");

export const authorNamed = async (db: Db, slug: string): Promise<string | undefined> =>
  (await subjectAt(db, "people", slug))?.subject;
