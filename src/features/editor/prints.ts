/** The pictures of a draft, small, as its form shows them beside their words. */
import type { Db } from "../../platform/db/store.ts";
import type { Around } from "../../platform/folder/one-file.ts";
import { rungsOf } from "../../platform/media/ladder/rungs-of.ts";
import { pictureRows } from "./media-rows.ts";
import type { Typed } from "./typed.ts";

export interface Print {
  /** Of the whole file: `/media/…`. */
  readonly href: string;
  readonly bytes: number;
  /** The lightest print that a list needs. */
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
}
/** By the name that the draft has for the file. */
export type Prints = ReadonlyMap<string, Print>;

const LIST = 160; // pixels; less is blurred on a screen of twice as many points

/** Those of its pictures, and of its film and sign film, that are here. */
export async function printsOf(db: Db, typed: Typed, media: Around["media"]): Promise<Prints> {
  const names = [
    typed["cover_file"],
    typed["cover_night"],
    ...(pictureRows(typed) ?? []).map(({ fields }) => fields.file),
  ].filter((name) => name !== undefined);
  const ladders = await rungsOf(
    db,
    names.map((name) => media.get(name)?.media),
  );
  return new Map(
    [...media].map(([name, { media: stored, bytes, width, height }]) => {
      const size = { ...(width && { width }), ...(height && { height }) };
      const href = `/media/${stored}`;
      return [name, { href, bytes, src: smallOf(stored, ladders), ...size }];
    }),
  );
}

/** The lightest print of a picture that a list needs: a path. */
export function smallOf(
  media: string,
  ladders: Pick<Awaited<ReturnType<typeof rungsOf>>, "get">,
): string {
  const rungs = ladders.get(media)?.rungs ?? [];
  const small = rungs.find(
    ({ rung, width: wide = 0 }) => rung === "thumb" || (wide >= LIST && !rung.startsWith("avif")),
  );
  return `/media/${small?.media ?? media}`;
}
