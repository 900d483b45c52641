/** What a picture of a page for other sites shows: the words of the page, and a picture behind them. Rules M23 to M27. */

export interface Card {
  readonly title: string;
  /** Who and where, under the title. */
  readonly line?: string;
  /** `#ConnectNotDivide`; the campaign's name where it has no hashtag. */
  readonly tag: string;
  /** Where it stands: a host name. */
  readonly site: string;
  /** BCP 47, of the title. */
  readonly lang: string;
  readonly isRtl: boolean;
  /** Of the line and the hashtag, on dark ground: `#ff8a5c`. */
  readonly colour: string;
  readonly picture?: CardPicture;
}

export interface CardPicture {
  /** Its name in the store, which says what it shows: two pictures never have one name. */
  readonly media: string;
  /** A place from space: the line leads to its middle. */
  readonly isPlace?: true;
}

/** px; what other sites show whole. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;
/** What a card weighs: WhatsApp is said to show none of more than 300 kB, and whoever sees it may pay for each byte. */
export const CARD_BYTES = { wanted: 100_000, most: 300_000 } as const;
/** Raised whenever cards look otherwise, so that places elsewhere that keep a picture by its address ask for it anew. */
export const CARD_VERSION = 2;
