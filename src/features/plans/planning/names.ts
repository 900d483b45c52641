/** Names in a sentence of a plan. */
const MOST = 4000; // characters; a sentence of a plan holds 5,000, a name 500

/** `Alp, Bagà, Das`: as many as a sentence holds, then how many more there are. */
export function namesIn(names: readonly string[]): string {
  let [count, length] = [0, 0];
  for (const name of names) {
    length += name.length + 2;
    if (length > MOST)
      return `${names.slice(0, count).join(", ")} and ${names.length - count} more`;
    count += 1;
  }
  return names.join(", ");
}
