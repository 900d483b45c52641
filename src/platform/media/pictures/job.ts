/** What the process for pictures is asked, and what it answers. */
import type { Drawing } from "../cards/draw.ts";
import type { MediaKind } from "../kind.ts";

/** `place`: where it was taken; `camera`: when and with what; `notes`: what programs wrote into it. */
export type Removed = "place" | "camera" | "notes" | "recording";

/** A part of a picture, in pixels of it as it is shown. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A picture as it shall be written. Upright always, and without metadata. */
export interface Print {
  /** Of the picture this part alone; it lies inside. */
  readonly cut?: Cut;
  readonly format: "avif" | "webp" | "jpg" | "png";
  /** Pixels; the picture fits inside, or covers both where `covers` is said. Never enlarged where it fits inside. */
  readonly width?: number;
  readonly height?: number;
  readonly covers?: boolean;
  /** What stands behind what is clear, `#f4f4ee`. */
  readonly background?: string;
  /** The first of these whose bytes are at most `most`; the last where none is. A palette of eight colours for PNG. */
  readonly qualities: readonly number[];
  readonly most?: number;
  readonly effort?: number;
}

/** `from`: a path, or bytes. `most`: ms of a processor, after which the process ends; without it the limits of its life hold. */
export type Job = { readonly most?: number | undefined } & Asked;
type Asked =
  | { readonly do: "look"; readonly from: string }
  | {
      readonly do: "clean";
      readonly raw: string;
      readonly clean: string;
      readonly kind: MediaKind;
      readonly side: number | undefined;
    }
  | { readonly do: "card"; readonly drawing: Drawing }
  /** Grey pixels of a picture of a stranger, of which nothing is kept. */
  | { readonly do: "glimpse"; readonly raw: string; readonly side: number }
  /** Parts of it are hidden beyond recovery; it is written in this form. */
  | {
      readonly do: "hide";
      readonly from: string;
      readonly parts: readonly Cut[];
      readonly kind: MediaKind;
    }
  | { readonly do: "print"; readonly from: string | Uint8Array; readonly print: Print }
  | {
      readonly do: "pixels";
      readonly from: string | Uint8Array;
      /** Grey, drawn into this size. */
      readonly grey?: { readonly width: number; readonly height: number };
    };

/** Of a picture as it is shown. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly tellsPlace: boolean;
}
export interface Cleaned {
  readonly width: number;
  readonly height: number;
  readonly removed: readonly Removed[];
}
export interface Printed {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}
export interface Pixels {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}
export interface Done {
  readonly look: Seen;
  readonly clean: Cleaned;
  readonly card: Uint8Array;
  readonly glimpse: Pixels;
  readonly hide: Printed;
  readonly print: Printed;
  readonly pixels: Pixels;
}

/** `failed` says why, in sharp's words; `cpu`: seconds of processor since it started. */
export type Answer =
  | { readonly ready: true }
  | { readonly cpu: number; readonly value: Done[keyof Done] }
  | { readonly cpu: number; readonly failed: string };
