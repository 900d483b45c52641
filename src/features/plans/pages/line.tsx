/** The hops of a plan, each leading to its profile. */
import { TableHead } from "../../../platform/web/table-head.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, listed, spoken } from "../../../platform/words/inline.tsx";
import { siteNamed } from "../numbers.ts";
import type { PlanCard } from "../queries.ts";
import { sheetWordsIn } from "../sheet-words.ts";
import { Fig, isStanding, rounded, Yearly, type Shown } from "../parts.tsx";

export function Line(props: Shown & { readonly card: PlanCard }): Html {
  const { card, words, own, to } = props;
  const { plan, slug } = card;
  const name = (id: string) => spoken(own, words.lang, siteNamed(plan, id)?.name ?? id);
  const columns = [words.length, words.clear, words.margin, words.available, words.capacity];
  return (
    <Section id="line" title={words.line}>
      <p>{words.lineIs}</p>
      {plan.hops.length > 0 && (
        <div class="scroll" role="region" aria-label={words.table(words.line)} tabindex={0}>
          <table>
            <TableHead first={words.hop} numbers={columns} />
            <tbody>
              {plan.hops.map((hop, i) => (
                <tr>
                  <th scope="row">
                    <a href={to(`/plans/${slug}/hops/${i + 1}`)}>
                      {filled(words.hopOf, { from: name(hop.from), to: name(hop.to) })}
                    </a>
                  </th>
                  <td class="n">{words.km(rounded(hop.km, words))}</td>
                  <td class="n">
                    <Fig>{words.percent(rounded(hop.clearance * 100, words, 0))}</Fig>
                  </td>
                  <td class="n">
                    <Fig>{words.db(rounded(hop.margin, words, 0))}</Fig>
                  </td>
                  <td class="n">{isStanding(hop) && <Yearly of={hop} words={words} />}</td>
                  <td class="n">
                    <Fig>{words.mbit(rounded(hop.capacity, words, 0))}</Fig>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {plan.sites.length > 0 && (
        <p>
          {filled(sheetWordsIn(words.lang).each, {
            masts: listed(
              plan.sites.map(({ id, name: mast }) => (
                <a href={to(`/plans/${slug}/sites/${id}`)}>{spoken(own, words.lang, mast)}</a>
              )),
              words.lang,
            ),
          })}
        </p>
      )}
    </Section>
  );
}
