/**
 * What aid is for, by the purpose codes of OECD DAC: those that a campaign like this one has to do with, under their official
 * English names. Source: DAC and CRS code lists, http://www.oecd.org/dac/stats/dacandcrscodelists.htm, as IATI repeats them
 * (Sector, https://codelists.codeforiati.org/Sector/). Another code that a file gave stays as it is.
 */
export const PURPOSES: readonly (readonly [code: string, name: string, lang: string])[] = (
  [
    ["22010", "Communications policy and administrative management"],
    ["22013", "Information services"],
    ["22020", "Telecommunications"],
    ["22030", "Radio, television, print and online media"],
    ["22040", "Information and communication technology (ICT)"],
    ["22081", "Education and training in ICT, telecommunications and media"],
    ["23110", "Energy policy and administrative management"],
    ["23183", "Energy conservation and demand-side efficiency"],
    ["23210", "Energy generation, renewable sources - multiple technologies"],
    ["23220", "Hydro-electric power plants"],
    ["23231", "Solar energy for isolated grids and standalone systems"],
    ["23240", "Wind energy"],
    ["23631", "Electric power transmission and distribution (isolated mini-grids)"],
    ["11110", "Education policy and administrative management"],
    ["11120", "Education facilities and training"],
    ["11130", "Teacher training"],
    ["11220", "Primary education"],
    ["11230", "Basic life skills for adults"],
    ["11231", "Basic life skills for youth"],
    ["11330", "Vocational training"],
    ["11420", "Higher education"],
    ["41010", "Environmental policy and administrative management"],
    ["41020", "Biosphere protection"],
    ["41030", "Biodiversity"],
    ["41081", "Environmental education/training"],
    ["12110", "Health policy and administrative management"],
    ["12191", "Medical services"],
    ["12220", "Basic health care"],
    ["12230", "Basic health infrastructure"],
    ["12261", "Health education"],
    ["43040", "Rural development"],
  ] as const
).map(([code, name]) => [code, name, "en"] as const);

export const purposeNamed = (code: string): string =>
  PURPOSES.find(([own]) => own === code)?.[1] ?? code;
