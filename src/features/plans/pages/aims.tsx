/** How a page of a plan says where an antenna looks and on what frequency. */
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import type { Aim } from "../antennas.ts";
import type { Channel } from "../records.ts";
import { rounded, type Shown } from "../parts.tsx";
import type { PlanCard } from "../queries.ts";
import type { SheetWords } from "../sheet-words.ts";
import type { PlanWords } from "../words.ts";

export interface Said {
  readonly words: PlanWords;
  readonly sheet: SheetWords;
}

export interface SheetProps extends Shown, Said {
  readonly card: PlanCard;
}

/** A row of a list of facts; none where nothing is known. */
export const Fact = ({ is, children }: { is: unknown; children?: unknown }): Html =>
  children === undefined || children === "" || children === false ? (
    <></>
  ) : (
    <>
      <dt>{is}</dt>
      <dd>{children}</dd>
    </>
  );

/** `123.4°` */
export const azimuthSaid = (azimuth: number, { words, sheet }: Said): string =>
  sheet.degrees(rounded(azimuth, words));

/** `0.4° down`; to two places, since a dish turns by less than a degree. @param tilt degrees below the level */
export function tiltSaid(tilt: number, { words, sheet }: Said): string {
  const said = rounded(Math.abs(tilt), words, 2);
  return tilt > 0 ? sheet.down(said) : tilt < 0 ? sheet.up(said) : sheet.degrees(said);
}

export const kmSaid = ({ km }: Pick<Aim, "km">, { words }: Pick<Said, "words">): string =>
  words.km(rounded(km, words, 2));

/** `5,580 MHz, 20 MHz wide`; of a licensed band the name of its raster. */
export function Band(props: Said & { readonly channel: Channel; readonly own: string }): Html {
  const { words, sheet, own } = props;
  const { mhz, width, name } = props.channel;
  const say = (n: number) => formatNumber(n, words.lang);
  const channel =
    mhz === undefined ? (
      <bdi {...foreign(own, words.lang)}>{name}</bdi>
    ) : (
      <bdi>{words.mhz(say(mhz))}</bdi>
    );
  return width === undefined ? (
    <>{channel}</>
  ) : (
    filled(sheet.channelIs, { channel, width: say(width) })
  );
}

/** `42° 25′ 53.8″ N` @param degrees north or east of zero, negative south and west */
export function dmsSaid(degrees: number, axis: "lat" | "lon", { words, sheet }: Said): string {
  const tenths = Math.round(Math.abs(degrees) * 36_000);
  const [whole, minutes] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60];
  const number = (n: number, most = 0) =>
    formatNumber(Math.round(n * 10 ** most) / 10 ** most, words.lang);
  const angle = `${number(whole)}° ${number(minutes)}′ ${number((tenths % 600) / 10, 1)}″`;
  if (axis === "lat") return degrees < 0 ? sheet.south(angle) : sheet.north(angle);
  return degrees < 0 ? sheet.west(angle) : sheet.east(angle);
}
