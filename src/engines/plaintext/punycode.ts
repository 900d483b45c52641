/** The label of a host as it was meant, from the form in which it travels: RFC 3492, read only. */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const MAX_LABEL = 63; // octets, RFC 1034

/** `xn--mnchen-3ya` → `münchen`; a label that is none of these, or is broken, stays as it is. */
export function meant(label: string): string {
  if (!label.startsWith("xn--") || label.length > MAX_LABEL) return label;
  const coded = label.slice("xn--".length);
  const at = coded.lastIndexOf("-");
  const letters = Array.from(at > 0 ? coded.slice(0, at) : "");
  let [n, i, bias] = [128, 0, 72];
  for (let from = at > 0 ? at + 1 : 0; from < coded.length;) {
    const before = i;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = Number.parseInt(coded[from++] ?? "", BASE);
      if (Number.isNaN(digit)) return label;
      // RFC 3492 counts a…z as 0…25 and 0…9 as 26…35; parseInt has the digits first.
      const value = digit < 10 ? digit + 26 : digit - 10;
      i += value * weight;
      const least = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
      if (value < least) break;
      weight *= BASE - least;
    }
    const size = letters.length + 1;
    bias = adapt(i - before, size, before === 0);
    n += Math.floor(i / size);
    i %= size;
    if (n > 0x10ffff) return label;
    letters.splice(i++, 0, String.fromCodePoint(n));
  }
  return letters.join("");
}

function adapt(delta: number, size: number, first: boolean): number {
  let left = first ? Math.floor(delta / DAMP) : delta >> 1;
  left += Math.floor(left / size);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
