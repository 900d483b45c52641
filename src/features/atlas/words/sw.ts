/** The words of the atlas and of the indicators, in Swahili. */
import { counting } from "../../../platform/words/counted.ts";
import type { AtlasWords } from "./en.ts";

const count = counting("sw");
const speeds = ["50 au zaidi", "10 hadi 50", "1 hadi 10", "chini ya 1"];

export const sw: AtlasWords = {
  lang: "sw",
  title: "Atlasi",
  titleOf: (region) => `Atlasi: ${region}`,
  heading: "Atlasi",
  headingOf: (region) => `Atlasi: ${region}`,
  description:
    "Mahali pa kampeni hii kwenye ramani inayotunza ukubwa wa maeneo, pamoja na hadithi, mitandao na ahadi zake.",
  regions: {
    "": "Dunia",
    africa: "Afrika",
    americas: "Amerika",
    asia: "Asia",
    europe: "Ulaya",
    oceania: "Oseania",
  },
  regionsLabel: "Kanda",
  found: (n) => count(n, { one: "Mahali {n}.", other: "Mahali {n}." }),
  fitting: (n) =>
    count(n, { one: "Mahali {n} panapolingana.", other: "Mahali {n} panapolingana." }),
  told: (n) => `Penye hadithi hapa: ${n}.`,
  westToEast: "Pasome kutoka magharibi hadi mashariki.",
  offlineByCountry: "Watu wasio na intaneti, kwa nchi",
  plans: "Mipango: mahali gani tena, kwa kiungo gani",
  filters: {
    layers: "Pia kwenye ramani",
    placesAlone: "Mahali peke yake",
    topics: "Hadithi kwa mada",
    allTopics: "Mada zote",
    states: "Mahali kwa hali",
    allStates: "Hali zote",
  },
  map: {
    world: "Ramani ya dunia",
    of: (region) => `Ramani ya ${region}`,
    empty: (map) => `${map}. Hakuna mahali palipowekwa alama.`,
    one: (map, place) => `${map} yenye alama kwenye ${place}.`,
    many: (map, n) => `${map} yenye alama kwenye mahali ${n}; orodha iko chini.`,
    joined: (map, n, first, last) =>
      `${map}: mstari mmoja unaunganisha mahali ${n}, kutoka ${first} magharibi hadi ${last} mashariki.`,
    dots: "Kitone kilichojaa ni mahali penye hadithi hapa; kilicho wazi ni mahali pasipo na hadithi.",
    rings:
      "Duara kukizunguka: pameunganishwa au pamepimwa; la vistari: pamepangwa au panajengwa; la nukta: hakuna muunganisho.",
    drawn: (n, all) => `Mahali ${n} kati ya ${all} pamechorwa.`,
    squares: "Miraba ni seli za tabaka; ufunguo wa ramani unasema ukubwa wake.",
    cells: (n, all) => `Seli ${n} kati ya ${all} zimechorwa, zile zenye data nyingi zaidi.`,
    line: "Mstari ni mpangilio wa kusoma, magharibi hadi mashariki, si kebo.",
    borders:
      "Nchi kavu na mipaka ni kama Natural Earth inavyoichora; hatusemi lolote kuhusu mpaka wowote.",
  },
  legend: {
    ofPeople: "{title}: kati ya watu 100",
    tones: {
      t1: "90 au zaidi",
      t2: "75 hadi 90",
      t3: "50 hadi 75",
      t4: "chini ya 50",
      t0: "hakuna takwimu hapa",
    },
    upTo: (day) => `Takwimu ya karibuni ya kila nchi, hadi ${day}.`,
  },
  places: {
    title: "Mahali",
    label: "Jedwali la mahali",
    caption:
      "Magharibi hadi mashariki. Muunganisho: kama mtu alivyosema, pamoja na tarehe anayoizungumzia na nani amesema; “haijulikani” pale ambapo hatumjui aliyesema.",
    captionOnline: "Safu ya mwisho: watu wa nchi wanaotumia intaneti, %, pamoja na tarehe.",
    place: "Mahali",
    here: "Hapa",
    connection: "Muunganisho",
    online: "Mtandaoni",
    wanted: "Inatafutwa: simulia yako",
    these: (n, all) =>
      `Hapa pana mahali ${n} kati ya ${all}; chagua kanda, au chukua pote hapo chini.`,
    none: "Hatujui hata pamoja bado.",
    tell: "Tuambie mahali",
    data: "Mahali pote kama data huria",
  },
  layer: {
    names: { tiles: "Kasi iliyopimwa", schools: "Shule", measured: "Vipimo vya hapa" },
    titles: {
      tiles: "Kasi iliyopimwa: kupakua, Mbit/s",
      schools: "Shule zilizo kwenye orodha",
      measured: "Vipimo vya hapa: kupakua, Mbit/s",
    },
    steps: {
      tiles: speeds,
      schools: ["1 hadi 9", "10 hadi 99", "100 hadi 999", "1,000 au zaidi"],
      measured: speeds,
    },
    columns: {
      tiles: ["Majaribio", "Kupakua, kbit/s", "Kupakia, kbit/s", "Kwenda na kurudi, ms"],
      schools: ["Shule", "Zimeunganishwa", "Hazijaunganishwa"],
      measured: [
        "Mwezi",
        "Vivinjari",
        "Kupakua, kbit/s",
        "Kupakia, kbit/s",
        "Kwenda na kurudi, ms",
      ],
    },
    captions: {
      tiles: "Seli zenye majaribio mengi kwanza; wastani wa majaribio yote ya kila moja.",
      schools: "Seli zenye shule nyingi kwanza. Kuhusu nyingine orodha haisemi.",
      measured:
        "Seli zenye vivinjari vingi kwanza; thamani ya kati ya kila moja, katika mwezi wake wa karibuni.",
    },
    middle: "Seli hupewa jina la mahali kati yake ilipo.",
    others: (n) =>
      count(n, {
        one: "Jedwali {n} jingine la aina hii halijachorwa.",
        other: "Majedwali mengine {n} ya aina hii hayajachorwa.",
      }),
    byPeople:
      "Kwa vivinjari vya watu wenyewe, pindi vitano vimepima katika seli na mwezi mmoja. [Ongeza chako]",
    nothingHere: (name) => `${name}: hakuna kitu katika kanda hii bado.`,
    nothingYet: (name) => `${name}: hakuna kilichochapishwa bado.`,
    invite: "Pima muunganisho wako: uwe kati ya watano wa kwanza",
    table: (name) => `Jedwali: ${name}`,
    cell: "Seli",
    these: (n, all) => `Hizi ni seli ${n} kati ya ${all}.`,
    whole: "Jedwali lote kama lilivyokuja",
    all: "Vyote, kwa seli na mwezi",
    around: "karibu na {where}",
    tooFew: "wachache mno",
  },
  indicators: {
    title: "Nani hana muunganisho?",
    description:
      "Watu wasio na intaneti kwa nchi, pamoja na mwaka na chanzo, kando ya ahadi zinazohesabiwa.",
    about:
      "Takwimu kwa nchi, kila moja na mwaka wake, ni ya nani na ilichukuliwa lini. Miaka inatofautiana, hivyo nchi hazipangwi kwa nafasi.",
    need: "Uhitaji na ahadi",
    offline: "Watu wasio na intaneti",
    estimate: (countries, people, first, last) =>
      `${people}, ni makadirio: ${count(countries, {
        one: "takwimu ya nchi {n}",
        other: "jumla ya nchi {n}",
      })}, miaka ${first} hadi ${last}`,
    workedOut: "imekokotolewa kutoka {source}",
    pledges: "Ahadi zinazohesabiwa kwa lengo",
    reached: (pledges, claimed, evidenced, attested) =>
      `${count(pledges, { one: "Ahadi {n}", other: "Ahadi {n}" })}; watu: imesemwa ${claimed}, ina ushahidi ${evidenced}, imethibitishwa ${attested}`,
    upToYear: (reached, year) => `${reached}, kwa takwimu hadi ${year}`,
    none: "hakuna katika daftari hili hadi sasa",
    ledger: "Daftari",
    earlier: (who) => `${who}, pamoja na makadirio ya awali`,
    notSubtracted:
      "Hakuna kinachotolewa kutoka kingine: zinazungumzia tarehe tofauti, takwimu ya karibuni ya nchi huenda ni ya miaka iliyopita, na mtu aliyeunganishwa na ahadi moja huenda yumo katika nyingine.",
    byCountry: "Kwa nchi",
    onMap: "Hayohayo kwenye ramani",
    from: "Takwimu zinatoka wapi",
    noDataset: "Hakuna seti ya data iliyoletwa bado.",
    kinds: {
      "country-indicator": "Kiashiria kwa nchi",
      tiles: "Kasi iliyopimwa kwa kigae",
      schools: "Orodha ya shule",
    },
    dataOf: (day) => `Data ya ${day}`,
    retrieved: (day) => `ilichukuliwa ${day}`,
    rows: (n) => count(n, { one: "safu {n}", other: "safu {n}" }),
    leftOut: (n) => `zilizoachwa kwa kuwa hazilingani na umbo: ${n}`,
    held: (n) => `zilizo kwenye seva hii: ${n}`,
    file: (weight) => `Faili kama ilivyokuja, CSV · ${weight}`,
  },
  countries: {
    label: "Jedwali la nchi",
    caption: "Mwaka ni wa takwimu ya karibuni ya nchi.",
    country: "Nchi",
    online: "Mtandaoni, %",
    offline: "Watu wasio na intaneti",
    year: "Mwaka",
  },
};
