/** Where an owner says why they look into the class of others. */
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  type FieldProps,
} from "../../../../platform/web/form-fields.tsx";
import { PlainHead } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { lookOf, PART } from "../../path.ts";
import type { Room } from "../../private/rows.ts";
import { WHYS } from "../../private/teaching.ts";
import type { RosterWords } from "../words.ts";

export const LookMain = (
  props: FieldProps & { readonly words: RosterWords; readonly room: Room },
): Html => {
  const { words, room, ...field } = props;
  const { look, lang } = words;
  return (
    <>
      <PlainHead title={look.title} stand={look.lead} />
      <NothingSent heading={look.notOpened} problems={field.problems} lang={lang} />
      <p>
        <strong>
          <bdi>{room.name}</bdi>
        </strong>
      </p>
      <form method="post" action={lookOf(room)}>
        <Choice
          name="why"
          required
          lang={lang}
          options={WHYS.map((one) => [one, look.whys[one]])}
          {...field}
        >
          {look.reason}
        </Choice>
        <Line name="words" maxlength={300} required {...field}>
          {look.words}
          <Hint>{look.wordsHint}</Hint>
        </Line>
        <p class="acts">
          <button type="submit">{look.open}</button>
        </p>
      </form>
      <p>
        <a href={PART}>{words.back}</a>
      </p>
    </>
  );
};
