/** P21: which signatures count. A key signs for a partner; nobody attests a pledge that is their own. */
import type { Pledge } from "./fold.ts";
import type { Entry } from "./ledger.ts";

/** The partner that each key signs for. */
type Attesters = ReadonlyMap<string, string>;

/** The pledge with `attested` wherever a partner who is not a pledger of it has signed for the figure as it stands. */
export function withAttesters(pledge: Pledge, attesters: Attesters): Pledge {
  const own = new Set([pledge.pledger, ...pledge.with]);
  const countsFor = ({ key }: { readonly key: string }) => {
    const partner = attesters.get(key);
    return partner !== undefined && !own.has(partner);
  };
  const ledger = pledge.ledger.map((entry): Entry => {
    const signed = entry.signed.filter(countsFor);
    return { ...entry, signed, ...(signed.length > 0 && { texture: "attested" as const }) };
  });
  const attested = ledger.findLast((e) => e.counts && e.texture === "attested")?.id;
  // P5: what somebody else has signed for can be checked, so it is evidenced too.
  const evidenced = ledger.findLast((e) => e.counts && e.texture !== "claimed")?.id;
  return {
    ...pledge,
    ledger,
    numbers: {
      ...pledge.numbers,
      ...(evidenced !== undefined && { evidenced }),
      ...(attested !== undefined && { attested }),
    },
  };
}
