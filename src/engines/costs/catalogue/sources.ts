/** Published lists of prices that the catalogue takes figures from. What they do not hold is marked as an assumption. */
import type { Basis, PriceSource } from "../item.ts";

/** Prices of the published model of universal 4G and 5G in eight countries (E. J. Oughton and others); US dollars of 2020. */
export const PYTAL: PriceSource = {
  title:
    "Policy Options for Digital Infrastructure Strategies: inputs of the model (pytal, scripts/run.py)",
  url: "https://github.com/edwardoughton/pytal/blob/01a654da3785bb6368d097b5c6187d807d5a3542/scripts/run.py",
  publisher: "E. J. Oughton, George Mason University",
  date: "2020",
};
/** Prices that Giga took for schools in Rwanda; US dollars. */
export const GIGA: PriceSource = {
  title: "Giga school connectivity cost model: defaults for Rwanda",
  url: "https://github.com/unicef/giga-open-cost-model/blob/0470726da0f81f2d7862a1b37626a38afbc339be/conf/countries/rwanda.json",
  publisher: "UNICEF and ITU (Giga)",
  date: "2023",
};

export const by = (source: PriceSource, note: string): Basis => ({ source: { ...source, note } });
/** @param why what the figure was set by, as a sentence */
export const assumed = (why: string): Basis => ({
  assumption: `${why} An assumption: nobody has measured it here; change it.`,
});
