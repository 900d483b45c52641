/** Languages by their names, as people type and choose them; a tag that has no name is one all the same. */
import * as v from "valibot";
import { language } from "../folder/fields.ts";
import { SIGN_LANGUAGES, signLanguageName } from "./sign-languages.ts";
import { localeOf } from "./words.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");
const PAIRS = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
/** What languages were called once, `iw` for `he`: these are still read, and not offered. */
const isToday = (tag: string): boolean =>
  Intl.getCanonicalLocales(tag)[0] === tag && tag !== "bh" && tag !== "tw"; // CLDR has bho and ak, the runtime does not
const TWO = PAIRS.filter(isToday);
/** Of three letters, those of today that the runtime has a name for. To ask it for each of 17,576 takes a third of a second. */
const THREE = `
ace ach ada ady aeb agq ain aju akz ale aln als alt ann anp arb arn aro arp arq ars arw ary arz asa ase ast
atj awa ayr azj bal ban bar bas bax bbc bbj bcc bcl bej bem bew bez bfd bfq bgc bgn bho bik bin bjn bkm bla
blo blt bpy bqi bra brh brx bss bua bug bum bxk bxr byn byv cad car cay cch ccp ceb cgg chk chm chn cho chp
chr chy cic ckb clc cld cmn cnr cps crg crh crj crk crl crm crs csb csw cwd dak dar dav del den dgo dgr dhd
dik din diq dje doi dsb dtp dua dyo dyu dzg ebu efi egl eka ekk emk esk esu ewo ext fan fat fil fit fon frc
frp frr frs fuc fur gaa gag gan gay gaz gba gbo gbz gil glk gno gom gon gor grb gsw guc gug gur guz gwi gya
hai hak haw hax hdn hea hif hil hmn hnj hsb hsn hup hur iba ibb ike ikt ilo inh izh jam jgo jmc jpr jrb kaa
kab kac kaj kam kbd kbl kcg kde kea kek ken kfo kgp kha khk khq khw kiu kkj kln kmb kmr knc kng koi kok kos
kpe kpv krc kri krj krl kru ksb ksf ksh kum kut kwk kxv lad lag lah lam lez lij lil liv lkt lmo lol lou loz
lrc lsm ltg lua lun luo lus luy lvs lzz mad maf mag mai mak man mas mde mdf mdr men mer mfe mgh mgo mhr mic
min mnc mni moe moh mos mrj mua mup mus mwl mwr mwv mye myv mzn nan nap naq nds new nia niu njo nmg nnh nog
npi nqo nso nus nym nyn nyo nzi ojb ojc ojg ojs ojw oka ory osa pag pam pap pau pbu pcd pcm pdc pdt pes pfl
pis plt pms pnb pnt pon pqm prg prp prs quc qug quz raj rap rar rgn rhg rif rmy rof rom rtm rue rug rup rwk
sad sah saq sas sat saz sba sbp scn sco sdc sdh see seh sei sel ses sgs shi shn shu sid slh sli sly sma smj
smn sms snk spy src srn srr ssy stq str suk sus swb swc swh syr szl tce tcy tem teo ter tet tgx tht tig tiv
tkl tkr tli tly tmh tog tpi tru trv trw tsd tsi ttm ttq ttt tum tvl twq tyv tzm udm umb umu uzn vai vec vep
vls vmf vmw vot vro vun wae wal war was wbp wuu xal xmf xnr xog xpe xsl yao yap yav ybb ydd yrl yue zai zap
zea zen zgh zsm zun zyb zza
`;
/** Those of a country or a script that have a name of their own. */
const OWN =
  "ar-001 de-AT de-CH en-AU en-CA en-GB en-US es-419 es-ES es-MX fa-AF fr-CA fr-CH nl-BE pt-BR pt-PT ro-MD sr-Latn sw-CD zh-Hans zh-Hant".split(
    " ",
  );
/** Offered beside those of two letters: languages of many who have none of two. */
const OFTEN =
  "bem bho ceb ckb fil hmn kam kmb kok krio kri lua luo luy mai mas mfe mos nso nyn pcm rif sat shi tet tig toi tpi tum tzm umb vai war yue zgh".split(
    " ",
  );

/** A language as these pages name it, in the language of the desk; the tag itself where it has no name. */
export function languageIn(tag: string, desk: string): string {
  try {
    const name = new Intl.DisplayNames(localeOf(desk), { type: "language" }).of(tag) ?? tag;
    return name === tag ? (signLanguageName(tag, desk) ?? tag) : name;
  } catch {
    return tag; // not a tag yet: somebody is typing it
  }
}

/** The language in which they stand there: the runtime may know none of the desk's own. */
export const languageOfNames = (desk: string): string =>
  new Intl.DisplayNames(localeOf(desk), { type: "language" }).resolvedOptions().locale;

const offered = new Map<string, readonly (readonly [string, string])[]>(); // by desk

/** Those in which something may be written, by their names: the campaign's first. */
export function languagesFor(
  own: readonly string[],
  desk: string,
): readonly (readonly [tag: string, name: string])[] {
  const all = offered.get(desk) ?? named([...TWO, ...OFTEN], desk);
  offered.set(desk, all);
  const first = own.map((tag) => [tag, languageIn(tag, desk)] as const);
  const names = new Set(first.map(([, name]) => name));
  return [...first, ...all.filter(([, name]) => !names.has(name))];
}

/** Sign languages, by their names. */
export const signLanguagesIn = (desk: string): readonly (readonly [tag: string, name: string])[] =>
  named([...SIGN_LANGUAGES.keys()], desk);

function named(tags: readonly string[], desk: string) {
  const { compare } = new Intl.Collator(localeOf(desk));
  return tags
    .map((tag) => [tag, languageIn(tag, desk)] as const)
    .filter(([tag, name]) => name !== tag)
    .toSorted(([, a], [, b]) => compare(a, b));
}

/** Whatever the case, the marks and the blanks. */
const folded = (name: string): string =>
  name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();

const tagsByName = new Map<string, ReadonlyMap<string, string>>(); // by desk; worked out when the first one is typed

/** Tags by their folded names, in the desk's language, in English and in the language itself. */
function namesAt(desk: string): ReadonlyMap<string, string> {
  const before = tagsByName.get(desk);
  if (before) return before;
  const tags = [...TWO, ...THREE.trim().split(/\s+/), ...OWN, ...SIGN_LANGUAGES.keys()];
  const names = new Map<string, string>();
  const put = (tag: string, name: string) => {
    if (name !== tag && !names.has(folded(name))) names.set(folded(name), tag);
  };
  for (const said of [desk, "en"]) for (const tag of tags) put(tag, languageIn(tag, said));
  for (const tag of TWO) put(tag, languageIn(tag, tag));
  tagsByName.set(desk, names);
  return names;
}

/** As a form shows it: the name, where the tag is found by it again, else the tag. */
export function languageShown(tag: string, desk: string): string {
  const name = languageIn(tag, desk);
  return languageTyped(name, desk) === tag ? name : tag;
}

/** The tag of a language that was typed by its name, as `Portuguese (Brazil)`, or as a tag; undefined for anything else. */
export function languageTyped(typed: string, desk: string): string | undefined {
  const text = typed.trim();
  const known = text.length <= 200 ? namesAt(desk).get(folded(text)) : undefined;
  if (known !== undefined || text.length > 200) return known;
  const [, name, region] = /^([^()]*)\(([^()]*)\)$/.exec(text) ?? [];
  const base = name === undefined ? undefined : namesAt(desk).get(folded(name));
  const place = region === undefined ? undefined : regionTyped(region, desk);
  if (base !== undefined && place !== undefined) return `${base}-${place}`;
  return tagIn(text.replaceAll("_", "-"));
}

function regionTyped(name: string, desk: string): string | undefined {
  const names = [desk, "en"].map(
    (said) => new Intl.DisplayNames(localeOf(said), { type: "region", fallback: "none" }),
  );
  return PAIRS.map((two) => two.toUpperCase()).find((code) =>
    names.some((one) => folded(one.of(code) ?? "") === folded(name)),
  );
}

function tagIn(text: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(text.slice(0, 36));
    return v.is(language, tag) ? tag : undefined;
  } catch {
    return undefined; // no tag
  }
}

/** Several with commas between, or tags with blanks; what is no language stays as it was typed. */
export function languagesTyped(typed: string, desk: string): string[] {
  const each = typed.split(/[,，،、;\n]/).flatMap((one) => {
    const tag = languageTyped(one, desk);
    return tag === undefined ? one.split(/\s+/) : [tag];
  });
  return each.filter((one) => one !== "").map((one) => languageTyped(one, desk) ?? one);
}

export const languagesShown = (tags: readonly string[], desk: string): string =>
  tags.map((tag) => languageShown(tag, desk)).join(", ");
