/** Which files of a drawing a page shows: on a phone, where there is more room, and to whoever knows no AVIF. */
import type { Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { isPlain, stepsOf, type Shown } from "../../platform/web/picture.tsx";
import { stillOf } from "../../platform/web/stills.tsx";
import type { Book } from "./fold.ts";

export type Drawing = NonNullable<Book["cover"]>;

const OPEN = 14_000; // bytes: with a page of 14 kB the first view stays below 30 kB

/** What a phone loads of it, and what is shown where there is more room. */
export function printsOf(drawing: Drawing, ladder: Ladder | undefined) {
  const steps = stepsOf(drawing, ladder);
  const still = stillOf(drawing, ladder);
  const isOpen = drawing.file.bytes <= OPEN;
  const small = steps?.saving ?? [];
  const phone: readonly Shown[] =
    small.length > 0 && small[0]!.bytes <= OPEN
      ? small
      : isOpen
        ? [drawing.file]
        : still
          ? [still]
          : [drawing.file];
  const plain: Shown =
    small.find(isPlain) ?? (isAvif(drawing.file) ? (still ?? drawing.file) : phone[0]!);
  return { phone: phone[0]!, wide: steps?.opened[0] ?? drawing.file, plain };
}

const isAvif = ({ media }: { readonly media: string }): boolean => media.endsWith(".avif");
