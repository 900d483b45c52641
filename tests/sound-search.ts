/** Whether bytes hold a sound: its samples of 16 bits, or as floats, or either of them in Base64, wherever they begin. */
const PROBES = 400;
const SHORT = 6; // samples that follow one another: nothing else has them by chance

/** @param samples at the rate at which they might have been written @returns how many pieces of it were found */
export function soundIn(bytes: Buffer, samples: Float32Array): number {
  const probes: Buffer[] = [];
  for (let n = 0; n < PROBES; n++) {
    const at = Math.floor((n * (samples.length - SHORT)) / PROBES);
    const some = samples.subarray(at, at + SHORT);
    if (new Set(some.map((one) => Math.round(32_767 * one))).size < SHORT) continue; // silence is everywhere
    probes.push(
      Buffer.from(Int16Array.from(some, (one) => Math.round(32_767 * one)).buffer),
      Buffer.from(Float32Array.from(some).buffer),
      Buffer.from(Float32Array.from(some, (one) => Math.round(32_767 * one) / 32_768).buffer),
    );
  }
  if (probes.length < PROBES / 2)
    throw new Error(`Expected a sound to search for, found ${probes.length} pieces.`);
  const coded = probes.flatMap((probe) => [0, 1, 2].map((skip) => base64Within(probe, skip)));
  return (
    probes.filter((probe) => bytes.includes(probe)).length +
    coded.filter((text) => bytes.includes(text)).length
  );
}

/** Those of its letters that are the same whatever stands around it, where it begins so many bytes into a group of three. */
function base64Within(probe: Buffer, skip: number): string {
  const text = Buffer.concat([Buffer.alloc(skip), probe])
    .toString("base64")
    .replaceAll("=", "");
  return text.slice(skip === 0 ? 0 : skip + 1, -2);
}

/** The calls by which something might have been written, of what strace saw; that it sees them at all is for the caller to assert. */
export const writtenIn = (trace: string): readonly string[] =>
  trace
    .split("\n")
    .filter(
      (line) =>
        /O_WRONLY|O_RDWR|O_CREAT|creat\(|memfd_create|rename|mknod/.test(line) &&
        !line.includes("= -1"),
    )
    .filter((line) => !/"\/dev\/(?:null|tty)"|\/tmp\/compiled/.test(line));
