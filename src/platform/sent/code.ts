/** A code that somebody says aloud: short, made from a secret address, kept at most as a hash. Rule T5 of contributions. */
import { createHmac, scrypt } from "node:crypto";
import { promisify } from "node:util";

const SIGNS = "23456789ACDEFGHJKMNPQRTUVWXYZ"; // without 0 O, 1 I L, B S, which are taken for each other
const LENGTH = 10; // 48 bits: with the limit on tries nobody hits one in a lifetime
const GROUPS = /(.{3})(.{4})(.{3})/;

/** @param n which person of the contribution; the same secret and person always give the same code */
export function codeOf(secret: string, n: number): string {
  const bits = createHmac("sha256", secret).update(`withdraw ${n}`).digest();
  let rest = BigInt(`0x${bits.subarray(0, 16).toString("hex")}`);
  let code = "";
  for (let i = 0; i < LENGTH; i++) {
    code += SIGNS[Number(rest % BigInt(SIGNS.length))]!;
    rest /= BigInt(SIGNS.length);
  }
  return code.replace(GROUPS, "$1 $2 $3");
}

/** What a person typed or a helper heard, as the code has it; undefined when it can be none. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s.·-]+/g, "");
  // bounded: as many signs as a code has
  return code.length === LENGTH && new RegExp(`^[${SIGNS}]+$`).test(code)
    ? code.replace(GROUPS, "$1 $2 $3")
    : undefined;
}

/** Slow on purpose: a stolen table of hashes is not quickly tried against all codes. */
export async function hashOfCode(code: string): Promise<string> {
  const bytes = await promisify(scrypt)(code, "cnd withdrawal code", 32);
  return (bytes as Buffer).toString("hex");
}
