/** Who vouches for what people send, a new code, and the way to take one back. */
import type { Voucher } from "../../../platform/private/vouchers.ts";
import { Line } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PlainHead } from "../../../platform/web/heads.tsx";
import { filled } from "../../../platform/words/inline.tsx";
import type { ModerationWords } from "../words.ts";

interface DeskVouchersProps {
  readonly vouchers: readonly Voucher[];
  /** Just now: its code is shown this once. */
  readonly given?: { readonly name: string; readonly code: string };
  readonly problem?: string;
  readonly words: ModerationWords;
}

export function DeskVouchers({ vouchers, given, problem, words }: DeskVouchersProps): Html {
  const { vouchers: w } = words;
  return (
    <>
      <PlainHead title={w.title} />
      <p class="prose">{w.hint}</p>
      {given && (
        <p class="aside" role="status">
          {filled(w.given, {
            name: <bdi>{given.name}</bdi>,
            code: (
              <b>
                <code dir="ltr">{given.code}</code>
              </b>
            ),
          })}
        </p>
      )}
      {vouchers.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <ul class="lines">
          {vouchers.map(({ id, name, given: day }) => (
            <li>
              <span>
                <bdi>{name}</bdi> <small>{w.since(day)}</small>
              </span>
              <form method="post" action="/desk/conversation/vouchers/revoke">
                <input type="hidden" name="id" value={id} />
                <button type="submit" class="small quiet">
                  {w.revoke(name)}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="c7" method="post" action="/desk/conversation/vouchers">
        <Line
          name="name"
          maxlength={80}
          typed={{}}
          problems={problem === undefined ? {} : { name: problem }}
          required
        >
          {w.name}
        </Line>
        <p class="acts">
          <button type="submit">{w.give}</button>
        </p>
      </form>
    </>
  );
}
