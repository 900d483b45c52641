/**
 * A WAV file piece by piece, as samples of one channel (Multimedia Programming Interface and Data Specifications 1.0, IBM and
 * Microsoft 1991; WAVE_FORMAT_EXTENSIBLE; RF64, EBU Tech 3306). What is cut short is read as far as it goes.
 */

export interface WavHead {
  /** Samples a second of each channel. */
  readonly rate: number;
  readonly channels: number;
  readonly bits: number;
  readonly isFloat: boolean;
  /** What the recorder wrote beside it (ICMT): AudioMoth says its device, battery and temperature there. */
  readonly comment?: string;
}

/** What is wrong with a file, in words: expected, found. */
export class WavError extends Error {
  override readonly name = "WavError";
}

export interface WavStream {
  /** @returns samples from −1 to 1, the mean of all channels; none before the head was read @throws WavError */
  readonly push: (bytes: Uint8Array) => Float32Array;
  /** Once it was read. */
  readonly head: () => WavHead | undefined;
  /** To be called after the last piece. @throws WavError where no sample came */
  readonly end: () => void;
}

const MOST_HEAD = 65_536; // bytes before the samples
const MOST_CHANNELS = 64;
const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xff_fe;

export function wavStream(): WavStream {
  let head: WavHead | undefined;
  let held = new Uint8Array(0);
  let count = 0;
  return {
    head: () => head,
    push(bytes) {
      const all = joined(held, bytes);
      let from = 0;
      if (!head) {
        const found = headIn(all);
        if (!found) {
          if (all.length > MOST_HEAD)
            throw new WavError(`Expected samples within ${MOST_HEAD} bytes, found none`);
          held = all;
          return new Float32Array(0);
        }
        ({ head, from } = found);
      }
      const size = (head.bits / 8) * head.channels;
      const whole = Math.floor((all.length - from) / size);
      const samples = read(all.subarray(from, from + whole * size), head);
      held = all.slice(from + whole * size);
      count += whole;
      return samples;
    },
    end() {
      if (count === 0)
        throw new WavError(
          head ? "Expected samples, found a head alone" : "Expected a WAV file, found none",
        );
    },
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** @returns the head and where the samples begin; undefined while more has to come */
function headIn(all: Uint8Array): { readonly head: WavHead; readonly from: number } | undefined {
  if (all.length < 12) return undefined;
  const word = (at: number): string => String.fromCodePoint(...all.subarray(at, at + 4));
  if (!/^(?:RIFF|RF64)$/.test(word(0)) || word(8) !== "WAVE")
    throw new WavError(`Expected RIFF and WAVE, found ${printed(word(0))} and ${printed(word(8))}`);
  const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  let form: Omit<WavHead, "comment"> | undefined;
  let comment: string | undefined;
  for (let at = 12; at + 8 <= all.length;) {
    const [name, size] = [word(at), view.getUint32(at + 4, true)];
    const body = at + 8;
    if (name === "data") {
      if (!form) throw new WavError("Expected the form of the samples before them, found none");
      return { head: { ...form, ...(comment !== undefined && { comment }) }, from: body };
    }
    const next = body + size + (size % 2);
    if (next > all.length) return undefined;
    if (name === "fmt ") form = formIn(view, body, size);
    if (name === "LIST") comment = commentIn(all.subarray(body, body + size)) ?? comment;
    at = next;
  }
  return undefined;
}

function formIn(view: DataView, at: number, size: number): Omit<WavHead, "comment"> {
  if (size < 16) throw new WavError(`Expected 16 bytes of form, found ${size}`);
  const [first, channels] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
  const [rate, bits] = [view.getUint32(at + 4, true), view.getUint16(at + 14, true)];
  const kind = first === EXTENSIBLE && size >= 26 ? view.getUint16(at + 24, true) : first;
  const fits = kind === PCM ? [8, 16, 24, 32] : kind === FLOAT ? [32, 64] : [];
  if (!fits.includes(bits))
    throw new WavError(
      `Expected plain samples of 8 to 32 bits or floats, found form ${kind} of ${bits} bits`,
    );
  if (channels < 1 || channels > MOST_CHANNELS)
    throw new WavError(`Expected 1 to ${MOST_CHANNELS} channels, found ${channels}`);
  if (rate < 4000 || rate > 768_000)
    throw new WavError(`Expected 4,000 to 768,000 samples a second, found ${rate}`);
  return { rate, channels, bits, isFloat: kind === FLOAT };
}

/** The comment among what a list of words says. */
function commentIn(list: Uint8Array): string | undefined {
  const letters = String.fromCodePoint(...list.subarray(0, 4096)); // Latin-1
  const at = letters.indexOf("ICMT");
  if (!letters.startsWith("INFO") || at < 0) return undefined;
  const size = new DataView(list.buffer, list.byteOffset).getUint32(at + 4, true);
  return printed(letters.slice(at + 8, at + 8 + Math.min(size, 2000))).trim();
}

/** Without what no line shows. */
const printed = (text: string): string => text.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, "");

function read(bytes: Uint8Array, { channels, bits, isFloat }: WavHead): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = bits / 8;
  const out = new Float32Array(bytes.length / width / channels);
  const at = reader(view, bits, isFloat);
  for (let i = 0, from = 0; i < out.length; i++) {
    let sum = 0;
    for (let c = 0; c < channels; c++, from += width) sum += at(from);
    const mean = sum / channels;
    out[i] = mean > 1 ? 1 : mean >= -1 ? mean : mean < -1 ? -1 : 0; // what is no number is silence
  }
  return out;
}

function reader(view: DataView, bits: number, isFloat: boolean): (at: number) => number {
  if (isFloat)
    return bits === 32 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true);
  if (bits === 8) return (at) => (view.getUint8(at) - 128) / 128;
  if (bits === 16) return (at) => view.getInt16(at, true) / 2 ** 15;
  if (bits === 24)
    return (at) => ((view.getInt16(at + 1, true) << 8) | view.getUint8(at)) / 2 ** 23;
  return (at) => view.getInt32(at, true) / 2 ** 31;
}
