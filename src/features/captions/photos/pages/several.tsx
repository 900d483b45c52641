/** The form below the list of photos that says of several who made them. */
import { SeveralForm } from "../../../../platform/accounts/several/parts.tsx";
import type { Row } from "../../../../platform/accounts/several/ticked.ts";
import { canonical } from "../../../../platform/records/jcs.ts";
import { sha256 } from "../../../../platform/records/record.ts";
import { Line } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { Picture } from "../../../pictures/model.ts";
import type { Pickable } from "../../../pictures/api.ts";
import type { PhotoWords } from "../words.ts";

export const SEVERAL = "/desk/several/photos";

/** How a photo stands: what the desk says of it, in a few signs. */
export const rowOf = ({ media, credit, words }: Picture): Pick<Row, "id" | "stamp"> => ({
  id: media,
  stamp: sha256(canonical([credit, words])).slice(0, 16),
});

export const CreditForm = ({
  words,
  found,
}: {
  readonly words: PhotoWords;
  readonly found: readonly Pickable[];
}): Html => (
  <SeveralForm action={SEVERAL} rows={found.map(({ picture }) => rowOf(picture))} lang={words.lang}>
    <Line name="credits" maxlength={500} typed={{}} problems={{}}>
      {words.several.credit}
      <span class="hint">{words.several.hint}</span>
    </Line>
    <p class="acts">
      <button type="submit" name="do" value="credit">
        {words.several.set}
      </button>
    </p>
  </SeveralForm>
);
