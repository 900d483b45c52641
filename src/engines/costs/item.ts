/** What a price list holds: a thing that can be bought, what it costs to buy and to keep, how long it lasts, and who says so. */

export interface PriceSource {
  readonly title: string;
  readonly url: string;
  readonly publisher?: string;
  /** A day, a month or a year. */
  readonly date?: string;
  readonly note?: string;
}

/** Where a figure comes from. An assumption says in words what it rests on; whoever plans changes it for their own country. */
export type Basis = { readonly source: PriceSource } | { readonly assumption: string };

export interface Item {
  /** a-z, 0-9 and -. */
  readonly id: string;
  readonly name: string;
  /** What one of it is: `piece`, `km`, `kWh`. */
  readonly unit: string;
  /** For one unit, bought and set up, in the currency of the list. */
  readonly price: number;
  /** Years until it is bought again; absent for what outlasts every plan, such as a foundation. */
  readonly life?: number;
  /** A year, for one unit: rent, energy, upkeep. */
  readonly yearly: number;
  readonly basis: Basis;
}

/** So many units of an item. */
export interface Line {
  readonly item: Item;
  readonly count: number;
}

export type Catalogue = ReadonlyMap<string, Item>;

/** @throws RangeError that names the item, what was expected and what came */
export function checkItem({ id, price, yearly, life }: Item): void {
  expectAmount(price, `${id}: a price`);
  expectAmount(yearly, `${id}: a cost a year`);
  if (life !== undefined && !(Number.isFinite(life) && life > 0))
    throw new RangeError(`${id}: a life in years: expected a number over 0, got ${life}.`);
}

/** The item of a catalogue. @throws RangeError when it has none of that name */
export function itemOf(catalogue: Catalogue, id: string): Item {
  const item = catalogue.get(id);
  if (!item)
    throw new RangeError(
      `Expected an item of the catalogue, got ${id}. It holds ${[...catalogue.keys()].join(", ")}.`,
    );
  return item;
}

/** The same list with some prices replaced. @throws RangeError for an item it does not hold, or a price that is none */
export function withPrices(catalogue: Catalogue, own: readonly Item[]): Catalogue {
  const changed = new Map(catalogue);
  for (const item of own) {
    itemOf(catalogue, item.id);
    checkItem(item);
    changed.set(item.id, item);
  }
  return changed;
}

export function expectAmount(value: number, what: string): void {
  if (!(Number.isFinite(value) && value >= 0))
    throw new RangeError(`${what}: expected a number from 0 up, got ${value}.`);
}
