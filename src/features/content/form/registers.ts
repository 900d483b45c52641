/**
 * An organisation as a register knows it: the register by its name, and the number there. The file has both as one reference,
 * the code of the register before the number. Codes and names: https://org-id.guide (lists of github.com/org-id/register).
 */
export const REGISTERS: readonly (readonly [code: string, name: string, lang: string])[] = (
  [
    ["XM-DAC", "International: OECD Development Assistance Committee"],
    ["XI-LEI", "International: Global Legal Entity Identifier Index"],
    ["XI-ROR", "International: Research Organization Registry"],
    ["AU-ABN", "Australia: Australian Business Register"],
    ["BR-CNPJ", "Brazil: National Registry of Legal Entities"],
    ["CN-USCI", "China: Unified Social Credit Identifier"],
    ["FR-RCS", "France: Trade and Companies Register"],
    ["DE-CR", "Germany: Common Register Portal of the Federal States"],
    ["IN-MCA", "India: Ministry of Corporate Affairs"],
    ["JP-JCN", "Japan: National Tax Agency Corporate Number"],
    ["KE-NCB", "Kenya: NGO’s Coordination Board"],
    ["KE-RCO", "Kenya: Registrar of Companies"],
    ["NP-CRO", "Nepal: Company Registrar Office"],
    ["NP-SWC", "Nepal: Social Welfare Council"],
    ["NL-KVK", "Netherlands: Chamber of Commerce"],
    ["NG-CAC", "Nigeria: Corporate Affairs Commission"],
    ["ZA-CIP", "South Africa: Companies and Intellectual Property Commission"],
    ["ZA-NPO", "South Africa: Nonprofit Organisation Directorate"],
    ["SE-ON", "Sweden: Business Registration Number"],
    ["TZ-BRLA", "Tanzania: Business Registrations and Licensing Agency"],
    ["UG-NGO", "Uganda: National Bureau for NGOs"],
    ["UG-RSB", "Uganda: Registration Services Bureau"],
    ["GB-CHC", "United Kingdom: Charity Commission"],
    ["GB-COH", "United Kingdom: Companies House"],
    ["US-EIN", "United States: Employer Identification Number"],
    ["ZM-PCR", "Zambia: Patents and Companies Registration Agency"],
  ] as const
).map(([code, name]) => [code, name, "en"] as const);

export const registerNamed = (code: string): string =>
  REGISTERS.find(([own]) => own === code)?.[1] ?? code;

export interface Entry {
  /** Empty for a register that is not among them. */
  readonly register: string;
  /** Without a register, the whole reference. */
  readonly number: string;
}

export function entryIn(reference: string): Entry {
  const own = REGISTERS.find(([code]) => reference.startsWith(`${code}-`))?.[0];
  return own === undefined
    ? { register: "", number: reference }
    : { register: own, number: reference.slice(own.length + 1) };
}

/** Undefined where neither was said. Who writes the code before the number means it once. */
export function referenceOf({ register, number }: Entry): string | undefined {
  const own = number.trim();
  if (register === "") return own === "" ? undefined : own;
  return own.startsWith(`${register}-`) ? own : `${register}-${own}`;
}
