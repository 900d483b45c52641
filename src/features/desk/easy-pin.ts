/** PINs that anybody would try first. Rule D8. */

/** One digit or a few again and again, rows such as 12345678 or 12344321, twins such as 11223344, and dates. */
export const isEasy = (pin: string): boolean =>
  /^(\d{1,4})\1+$/.test(pin) || isRows(pin) || isRows(singled(pin)) || isDate(pin);

/** One row, or two of the same length, each with one step between its digits. */
function isRows(pin: string): boolean {
  const half = pin.length / 2;
  if (isRow(pin)) return true;
  return half >= 4 && isRow(pin.slice(0, Math.ceil(half))) && isRow(pin.slice(Math.ceil(half)));
}

function isRow(digits: string): boolean {
  const step = (i: number) => (Number(digits[i + 1]) - Number(digits[i]) + 10) % 10;
  return digits
    .slice(1)
    .split("")
    .every((_, i) => step(i) === step(0));
}

/** `1234` of `11223344`; the same where its digits are no twins. */
const singled = (pin: string): string =>
  pin.length % 2 === 0 && /^(?:(\d)\1)+$/.test(pin) ? pin.replaceAll(/(\d)\1/g, "$1") : pin;

/** A day of 1900 to 2099 as people write it: year first or last, day and month either way around. */
function isDate(pin: string): boolean {
  if (pin.length !== 8) return false;
  const [first, last] = [pin.slice(0, 4), pin.slice(4)];
  return isDayOf(first, last) || isDayOf(last, first);
}

function isDayOf(year: string, rest: string): boolean {
  const [a, b] = [Number(rest.slice(0, 2)), Number(rest.slice(2))];
  const isDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return /^(?:19|20)/.test(year) && (isDay(a, b) || isDay(b, a));
}
