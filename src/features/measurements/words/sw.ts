/** The words of measuring and of what was measured, in Swahili. */
import { counting } from "../../../platform/words/counted.ts";
import type { MeasureWords } from "./en.ts";

const count = counting("sw");

export const sw: MeasureWords = {
  lang: "sw",
  measure: {
    title: "Pima muunganisho wangu",
    description:
      "Kwenda na kurudi, upotevu na kasi, bila kuzidi kB 200. Mahali panaingia kwenye data huria, wewe huingii.",
    about:
      "Jibu linachukua muda gani ulipo, na kiasi gani kinapita? Mahali panaingia kwenye data huria; wewe huingii.",
    now: "Pima sasa",
    noScript: "Kupima kwenyewe kunahitaji JavaScript. Bila hiyo, [andika ulichoona kwingine].",
    budget: "Kitumie kiasi gani?",
    atMost: (weight, time, tells) => `si zaidi ya ${weight}, takriban ${time} kwa 2G: ${tells}`,
    tells: [
      "kwenda na kurudi na pande zote mbili",
      "si sahihi sana",
      "kwenda na kurudi; kasi kama kiwango cha chini",
    ],
    where: "Uko wapi?",
    nowhere: "Sisemi: nionyeshe mimi tu",
    near: "Karibu na hapa: mahali nilipo, kwa kukadiria kilomita 25 hivi",
    button: "Pima",
    figures: "kwenda na kurudi, kupakua, kupakia",
    notYet: "haijapimwa bado",
    sentLater: "Hutumwa muunganisho unapopatikana.",
    sendNow: "Tuma sasa",
  },
  script: {
    trips: "Inapima: kwenda na kurudi …",
    down: "Inapima: kupakua …",
    up: "Inapima: kupakia …",
    done: "Imekwisha.",
    unsent: "Imekwisha. Hakuna kinachotumwa: hukuchagua mahali.",
    asking: "Inauliza kifaa hiki …",
    noPosition: "Kifaa hiki hakikusema kiko wapi. Chagua mahali.",
    waits: "Yanayosubiri hapa: {n}.",
    sent: "Yametumwa. Yamehifadhiwa kwa {cell}.",
    notTaken: "Hayakupokelewa: {line}",
    busy: "Ni mengi mno kwa sasa. Matokeo yanasubiri hapa.",
    offline: "Hakuna muunganisho. Matokeo yanasubiri kwenye kifaa hiki.",
    lines: {
      latency: "kwenda na kurudi kwa ombi dogo",
      lost: "maombi madogo yasiyojibiwa",
      down: "kupakua, kuja kwako",
      up: "kupakia, kutoka kwako",
      used: "kilichotumika, pamoja na vichwa",
    },
    spread: "ms {median}; nusu zilichukua ms {low} hadi {high}",
    of: "{lost} kati ya {sent}",
    kB: "kB {n}",
    kbit: "kbit/s {n}",
    mbit: "Mbit/s {n}",
    about: "{rate}, ± {error} %",
    atLeast: "angalau {rate}",
    none: "haikupimwa",
    failed: {
      latency: "ombi dogo limeshindwa",
      down: "jaribio la kupakua limeshindwa",
      up: "jaribio la kupakia limeshindwa",
    },
    reasons: {
      timeout: "hakuna jibu kwa wakati",
      network: "muunganisho umekatika",
      refused: "seva imekataa",
    },
  },
  typed: {
    title: "Au andika ulichoona",
    about:
      "Takwimu ya jaribio jingine, au ya kisanduku ukutani. Tunaihesabu kuwa imeandikwa kwa mkono. Haiingii katika thamani ya kati yoyote, kwa kuwa hakuna aliyeipima hapa.",
    where: "Wapi?",
    down: "Kupakua, kwa Mbit/s",
    up: "Kupakia, kwa Mbit/s",
    latency: "Kwenda na kurudi, kwa ms",
    hint: "Acha wazi kama hujui.",
    send: "Tuma",
    refused:
      "Haikupokelewa: panahitajika mahali pa kwenye orodha na takwimu kama 2.5. Tafadhali rudi uangalie; hakuna kilichohifadhiwa.",
    busy: "Ni mengi mno kwa sasa. Hakuna kilichohifadhiwa; jaribu baadaye.",
  },
  how: {
    title: "Jinsi inavyopimwa, na kwa usahihi gani",
    roundTrip: "Kwenda na kurudi",
    roundTripIs:
      "Maombi machache madogo, moja baada ya jingine: la kati, na kiwango cha nusu ya kati. Kwenye muunganisho wa polepole baiti za ombi lenyewe zinahesabiwa: hadi ms 100 kwa kbit/s 64.",
    loss: "Upotevu",
    lossIs:
      "Maombi madogo yaliyoshindwa au kuchukua zaidi ya sekunde 5. Pakiti moja iliyopotea hurudiwa na kifaa chako na kuonekana kama jibu la polepole.",
    speed: "Kasi",
    speedIs:
      "Mkupuo mfupi kila upande, unaopimwa unapofika. Kiwango cha kosa kinasemwa nao, si zaidi ya 25 %. Mkupuo ukiisha kabla muunganisho haujajaa, kama kwenye miunganisho ya kasi yenye kwenda na kurudi kurefu, tunasema “angalau”.",
    not: "Kisichosemwa na kipimo",
    notIs:
      "Ni njia kati yako na seva hii, kwa wakati huu. Mitandao mingine hupitisha mkupuo mfupi haraka kuliko upakuaji mrefu.",
  },
  kept: {
    title: "Kinachohifadhiwa",
    ofResult:
      "Katika matokeo tunahifadhi mwezi, seli yenye upana wa kilomita 45 hivi, na takwimu. Si siku, si anwani yako kwenye mtandao, si kifaa, si jina la Wi-Fi. Kivinjari chako hutengeneza namba ya nasibu na kuitunza; sisi tunahifadhi alama yake tu pamoja na seli na mwezi, ili seli mbili au miezi miwili isiweze kuunganishwa, na tunaifuta tarehe 8 ya mwezi unaofuata.",
    enough: (browsers) =>
      `${count(browsers, {
        one: "Hakuna kinachochapishwa kuhusu seli kabla kivinjari {n} hakijapima ndani ya mwezi.",
        other:
          "Hakuna kinachochapishwa kuhusu seli kabla vivinjari {n} tofauti havijapima ndani ya mwezi.",
      })} Baada ya hapo, kwa pamoja tu, na tena pale tu idadi yake inapokuwa mara mbili au mwezi unapofungwa.`,
    published: "Kilichochapishwa",
    protects:
      "Hii inakulinda dhidi ya wasomaji wa data: hakuna matokeo ya mtu mmoja yanayoweza kusomwa humo. Haikulindi dhidi ya mwendeshaji wa seva hii, anayeweza kuona anwani yako unapopima, wala dhidi ya anayejifanya vivinjari kadhaa na hivyo kusababisha kuchapishwa kwa takwimu za watu wachache zaidi, au za uongo.",
  },
  list: {
    title: "Miunganisho iliyopimwa",
    description:
      "Kwenda na kurudi na kasi kama zilivyopimwa na vivinjari vya watu, kwa seli na mwezi, pindi vitano vimepima.",
    about:
      "Kile ambacho vivinjari vya watu vilipima kati yao na seva hii, kwa seli na mwezi, pindi vitano vimepima.",
    asTable: "Kama jedwali",
    howExact: "Kwa usahihi gani",
    byCell: "Kwa seli na mwezi",
    nothing: "Hakuna kilichochapishwa bado. [Chako kinaweza kuwa kati ya vitano vya kwanza.]",
    label: "Seli zote",
    caption: "Thamani ya kati, na kwenye mabano kiwango cha nusu ya kati",
    cell: "Seli",
    month: "Mwezi",
    browsers: "Vivinjari",
    down: "Kupakua, kbit/s",
    up: "Kupakia, kbit/s",
    latency: "Kwenda na kurudi, ms",
    unanswered: "Yasiyojibiwa",
    typed: (n) => `vilivyoandikwa kwa mkono, zaidi: ${n}`,
    around: "karibu na {where}",
    tooFew: "wachache mno",
    range: (low, high, n) => `(${low} hadi ${high}; vipimo: ${n})`,
    atLeast: (n) => `angalau hivi: ${n} kati yao`,
  },
};
