/** The words of the front page and of the pages that invite, in Swahili. */
import { counting } from "../../../platform/words/counted.ts";
import type { CampaignWords } from "./en.ts";

const count = counting("sw");

export const sw: CampaignWords = {
  lang: "sw",
  doors: {
    tell: {
      name: "Simulia hadithi",
      short: "Kwa maandishi, sauti au ishara, kwa lugha yako. Yako, au ya jirani kwa idhini yake.",
      say: "Kilichotokea, kama unavyomweleza jirani; wapi; nani anaonekana, na kwamba kila mmoja amekubali. Ujumbe wa sauti au video ya ishara ni sawa na maandishi.",
    },
    ask: {
      name: "Omba muunganisho",
      short: "Kwa shule, zahanati, mtaa. Mahali panatosha kuanza.",
      say: "Mahali gani, kwa nani, na jinsi ya kukujibu. Jina la mahali linatosha kuanza.",
    },
    offer: {
      name: "Toa paa, muda au vifaa",
      short: "Paa lenye mwonekano huenda ndilo bonde linalosubiri.",
      say: "Unachoweza kutoa na wapi: paa au kilima chenye mwonekano, Jumamosi moja, ruta ya ziada. Vitu vidogo vina maana.",
    },
    join: {
      name: "Jiunge kama mshirika",
      short: "Kampuni za simu, mitandao ya jamii, asasi za kiraia, mashirika, shule.",
      say: "Ninyi ni nani na mnafanya nini. Mnabaki na jina lenu, maneno yenu na ufunguo wenu; kuondoka ni mstari mmoja.",
    },
    measure: {
      name: "Pima muunganisho",
      short: "Mahali panaingia kwenye data huria, wewe huingii.",
      say: "Mahali, siku, kasi, na ulipima kwa nini. Jina lako halihitajiki.",
    },
    figure: {
      name: "Tuma takwimu",
      short: "Ushahidi, sahihisho, takwimu ya mwisho: vyenye tarehe na vinahifadhiwa.",
      say: "Takwimu, tarehe inayoizungumzia, nani anaisema, na inasomeka wapi. Sahihisho hukaa kando ya kinachosahihishwa.",
    },
  },
  front: {
    wantedStory: "Inatafutwa: hadithi ya kwanza",
    leads: "Itaongoza ukurasa huu. Simulia yako, au ya jirani kwa idhini yake.",
    read: "Soma hadithi",
    sources: (n) => count(n, { one: "chanzo {n}", other: "vyanzo {n}" }),
    photo: "Picha",
    film: "Filamu",
    wanted: "inatafutwa",
    upTo: "hadi MB 3",
    captions: "pamoja na manukuu",
    signWanted: "video ya ishara inatafutwa",
    globe: (place) => `Dunia: mstari unatoka ukingoni mwa ukurasa na kufika ${place}.`,
    portrait: "Picha ya mtu inatafutwa. Dunia inakaa badala yake hadi ipatikane yenye idhini.",
    doGood: "Tenda wema",
    allDoGood: "Programu, maombi, matoleo na mahali pote",
    tellTheWorld: "Uambie ulimwengu",
    tellYours: "Inatafutwa: simulia yako",
    allStories: "Hadithi zote",
    pledges: "Ahadi",
    goal: "Lengo: {goal}",
    aim: "Shabaha: {metric}, {from} hadi {by}.",
    saidBy: "kwa kauli ya mwahidi, {who}",
    begins: "Hesabu inaanza na ahadi ya miunganisho mipya. [Yako inaweza kuwa ya kwanza.]",
    sameForm:
      "Ahadi kutoka kwa yeyote, kwa umbo lilelile na maneno yaleyale. Mistari: amesema mwahidi au mtu wa tatu. Nukta: imewasilishwa ili wengine waikague. Kamili: imetiwa sahihi hapa na mtu asiye mwahidi.",
    history: "Historia, haijumlishwi:",
    wantedPledge: "Inatafutwa: ahadi ya kwanza",
    allPledges: (n) => count(n, { one: "Ahadi {n}", other: "Ahadi zote {n}" }),
    ledger: "Daftari",
    conversation: "Mazungumzo",
    join: "Shiriki",
    joinWith: (hashtag) => `Shiriki kwa ${hashtag}`,
    takePart: "Shiriki",
  },
  takePart: {
    about:
      "Simulia hadithi, omba muunganisho, toa paa, muda au vifaa, jiunge kama mshirika, pima, tuma takwimu.",
    promise: "Hakuna unachotuma kinachochapishwa kabla mtu hajakisoma na wewe hujakubali.",
    onPage: "Katika ukurasa huu",
    reach: "Jinsi ya kutufikia leo",
    form: "Tumia fomu",
    measureNow: "Pima sasa",
    choosePledge: "Chagua ahadi",
    write: "Andika",
    takeBack:
      "Unachagua jina unaloonekana nalo. Unaweza kurudisha ulichotuma wakati wowote: maandishi huondoka, na daftari huhifadhi kwamba kitu kiliondolewa.",
    byMail: "kwa barua pepe, kwa lugha yoyote",
    inPublic: "hadharani, kutoka mtandao wowote uliomo",
    operator: "Anayeendesha tovuti hii",
    imprint: "ametajwa katika taarifa za tovuti",
    inPerson: "Ana kwa ana, kwa karatasi, kupitia jirani",
    passedOn: "aliyekuletea ukurasa huu anaweza kupeleka",
  },
  about: {
    partOne: "Sehemu ya kwanza: tenda wema",
    programmes: "Programu, maombi na matoleo",
    partTwo: "Sehemu ya pili: uambie ulimwengu",
    links: "[Hadithi], [ahadi], [mazungumzo]",
  },
  privacy: {
    title: "Faragha",
    summary: "Kusoma hapa hakuachi alama.",
    reading: "Unaposoma",
    readingIs: [
      "Hakuna kuki inayowekwa, na hakuna hati inayohitajika.",
      "Kivinjari chako huuliza seva moja, hii: hakuna ombi kwa mtu wa tatu, hakuna fonti ya mtandao, hakuna kihesabu kutoka kwingine.",
      "Anwani yako ya mtandao hutumika kukutumia ukurasa na haihifadhiwi. Hakuna kinachohifadhiwa kuhusu wasomaji.",
      "Picha, sauti na filamu huja unapoziomba, uzito ukiwa kwenye kitufe.",
    ],
    people: "Watu katika hadithi",
    peopleAre:
      "Watu hutajwa katika wadhifa wa umma ulioandikwa, au kwa idhini yao: kwa nini, kwa lugha zipi, hadi lini. Idhini inapokwisha, ilichofunika hakionyeshwi tena.",
    takingBack: "Kurudisha kitu",
    takingBackIs:
      "Kinachofutwa huondoka kwenye tovuti hii; daftari huhifadhi kwamba kitu kilikuwapo na kikaondolewa. Ili kitu kifutwe, [tufikie hapa].",
    elsewhere: "Kwingineko",
    elsewhereIs:
      "Chanzo au filamu kwenye tovuti nyingine hufuata kanuni za tovuti hiyo. Anayeendesha nakala hii anaweza kuweka seva nyingine mbele yake, zenye kanuni zake.",
  },
  press: {
    title: "Vyombo vya habari",
    about: "Hii ni nini, jinsi ya kuinukuu, na picha za kuchukua.",
    description: (name) => `${name}: maneno, takwimu, picha.`,
    ownWords: "Kwa maneno yake yenyewe",
    imprint: "Anayeendesha nakala hii ametajwa kwenye [ukurasa wa mchapishaji].",
    contact: "Mawasiliano: {contact}",
    figures: (stories, places, day) =>
      `Hadithi: ${stories}; mahali kwenye ramani ya ukurasa wa mbele: ${places}; hali ilivyo ${day}. Kila takwimu hapo juu inaongoza kwenye vyanzo vyake.`,
    cite: "Jinsi ya kunukuu",
    citeIs:
      "Mwandishi wa ukurasa, “kichwa cha ukurasa”, {name}, siku uliyochapishwa, anwani yake, siku uliyousoma. Kwa takwimu: nani anaisema, siku gani, inazungumzia tarehe gani, na hali yake.",
    data: "Data, leseni na anwani ya kila rekodi",
    cards: "Picha za kuchukua",
    cardsAre:
      "Zimechorwa kutokana na data za umma za nchi kavu na maneno ya kampeni; kila moja si zaidi ya kB 30.",
    mark: "Alama",
    cardWords: {
      "wide-day": "Pana, ya mchana",
      "wide-night": "Pana, ya usiku",
      "square-day": "Mraba, ya mchana",
      "square-night": "Mraba, ya usiku",
    },
  },
};
