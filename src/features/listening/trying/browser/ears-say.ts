/** What the page on which the detector is tried and the thread that judges say to each other. */
export interface Heard {
  /** Seconds from the beginning to the end of this one. */
  readonly at: number;
  readonly score: number;
  readonly isMotor: boolean;
  /** Four columns of 24 bands, in decibels. */
  readonly drawing: readonly number[];
  readonly alarm?: { readonly from: number; readonly to: number; readonly score: number };
}

export type ToEars =
  /** WAV; anything else comes as samples. */
  | { readonly is: "file"; readonly file: Blob }
  | { readonly is: "begin"; readonly rate: number }
  | { readonly is: "samples"; readonly samples: Float32Array }
  | { readonly is: "end" };

export type FromEars =
  | { readonly is: "heard"; readonly heard: readonly Heard[] }
  | { readonly is: "end"; readonly seconds: number; readonly threshold: number }
  | { readonly is: "long"; readonly seconds: number }
  | { readonly is: "unreadable" };
