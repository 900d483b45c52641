/** The words of the atlas and of the indicators, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { AtlasWords } from "./en.ts";

const count = counting("pt");
const speeds = ["50 ou mais", "10 a 50", "1 a 10", "menos de 1"];

export const pt: AtlasWords = {
  lang: "pt",
  title: "Atlas",
  titleOf: (region) => `Atlas: ${region}`,
  heading: "O atlas",
  headingOf: (region) => `O atlas: ${region}`,
  description:
    "Os lugares desta campanha num mapa fiel às áreas, com as suas histórias, redes e compromissos.",
  regions: {
    "": "Mundo",
    africa: "África",
    americas: "Américas",
    asia: "Ásia",
    europe: "Europa",
    oceania: "Oceânia",
  },
  regionsLabel: "Regiões",
  found: (n) => count(n, { one: "{n} lugar.", other: "{n} lugares." }),
  fitting: (n) => count(n, { one: "{n} lugar corresponde.", other: "{n} lugares correspondem." }),
  told: (n) => `Com uma história aqui: ${n}.`,
  westToEast: "Leem-se de oeste para leste.",
  offlineByCountry: "Pessoas sem ligação, por país",
  plans: "Planos: que lugar a seguir, por que ligação",
  filters: {
    layers: "Também no mapa",
    placesAlone: "Só os lugares",
    topics: "Histórias por tema",
    allTopics: "Todos os temas",
    states: "Lugares por estado",
    allStates: "Todos os estados",
  },
  map: {
    world: "Mapa do mundo",
    of: (region) => `Mapa da região ${region}`,
    empty: (map) => `${map}. Não há lugares marcados.`,
    one: (map, place) => `${map} com ${place} marcado.`,
    many: (map, n) => `${map} com ${n} lugares marcados; a lista está mais abaixo.`,
    joined: (map, n, first, last) =>
      `${map}: uma linha une ${n} lugares, de ${first} a oeste a ${last} a leste.`,
    dots: "Um ponto cheio é um lugar com uma história aqui; um vazio, um lugar sem ela.",
    rings:
      "Um anel à volta: ligado ou medido; a traços: previsto ou em construção; pontilhado: sem ligação.",
    drawn: (n, all) => `Estão desenhados ${n} de ${all} lugares.`,
    squares: "Os quadrados são células da camada; a legenda diz o seu tamanho.",
    cells: (n, all) => `Estão desenhadas ${n} de ${all} células, as que assentam em mais dados.`,
    line: "A linha é a ordem de leitura, de oeste para leste, não um cabo.",
    borders:
      "A terra e as fronteiras são como o Natural Earth as desenha; nada se diz de nenhuma fronteira.",
  },
  legend: {
    ofPeople: "{title}: em cada 100 pessoas",
    tones: {
      t1: "90 ou mais",
      t2: "75 a 90",
      t3: "50 a 75",
      t4: "menos de 50",
      t0: "sem número aqui",
    },
    upTo: (day) => `O último número de cada país. Dados até: ${day}.`,
  },
  places: {
    title: "Lugares",
    label: "Tabela de lugares",
    caption:
      "De oeste para leste. Ligação: como alguém a disse, com a data de que fala e quem o diz; «não se sabe» onde ninguém que conheçamos o diz.",
    captionOnline: "Última coluna: pessoas do país que usam a Internet, %, com a data.",
    place: "Lugar",
    here: "Aqui",
    connection: "Ligação",
    online: "Em linha",
    wanted: "Procura-se: conte a sua",
    these: (n, all) =>
      `Estes são ${n} de ${all} lugares; escolha uma região ou leve-os todos mais abaixo.`,
    none: "Ainda não conhecemos nenhum.",
    tell: "Diga-nos um lugar",
    data: "Todos os lugares em dados abertos",
  },
  layer: {
    names: { tiles: "Velocidade medida", schools: "Escolas", measured: "Medido aqui" },
    titles: {
      tiles: "Velocidade medida: de descida, Mbit/s",
      schools: "Escolas da lista",
      measured: "Medido aqui: velocidade de descida, Mbit/s",
    },
    steps: {
      tiles: speeds,
      schools: ["1 a 9", "10 a 99", "100 a 999", "1000 ou mais"],
      measured: speeds,
    },
    columns: {
      tiles: ["Testes", "Descida, kbit/s", "Subida, kbit/s", "Ida e volta, ms"],
      schools: ["Escolas", "Ligadas", "Sem ligação"],
      measured: ["Mês", "Navegadores", "Descida, kbit/s", "Subida, kbit/s", "Ida e volta, ms"],
    },
    captions: {
      tiles: "Primeiro as células com mais testes; a média de todos os testes de cada uma.",
      schools: "Primeiro as células com mais escolas. Das outras, a lista não o diz.",
      measured:
        "Primeiro as células com mais navegadores; o valor do meio de cada uma, no seu mês mais recente.",
    },
    middle: "Uma célula tem o nome do sítio onde está o seu centro.",
    others: (n) =>
      count(n, {
        one: "{n} outra tabela deste tipo não está desenhada.",
        other: "{n} outras tabelas deste tipo não estão desenhadas.",
      }),
    byPeople:
      "Pelos navegadores das pessoas, quando cinco mediram numa célula no mesmo mês. [Junte o seu]",
    nothingHere: (name) => `${name}: ainda nada nesta região.`,
    nothingYet: (name) => `${name}: ainda nada publicado.`,
    invite: "Meça a sua ligação: seja um dos cinco primeiros",
    table: (name) => `Tabela: ${name}`,
    cell: "Célula",
    these: (n, all) => `Estas são ${n} de ${all} células.`,
    whole: "A tabela inteira, tal como veio",
    all: "Tudo, por célula e mês",
    around: "à volta de {where}",
    tooFew: "muito poucos",
  },
  indicators: {
    title: "Quem está sem ligação?",
    description:
      "Pessoas sem ligação por país, com ano e fonte, ao lado dos compromissos que contam.",
    about:
      "Números por país, cada um com o seu ano, de quem é e quando foi obtido. Os anos diferem, por isso os países não são ordenados por lugar.",
    need: "A necessidade e os compromissos",
    offline: "Pessoas sem ligação",
    estimate: (countries, people, first, last) =>
      `${people}, uma estimativa: ${count(countries, {
        one: "o número de {n} país",
        other: "a soma de {n} países",
      })}, anos ${first} a ${last}`,
    workedOut: "calculado a partir de {source}",
    pledges: "Compromissos que contam para a meta",
    reached: (pledges, claimed, evidenced, attested) =>
      `${count(pledges, { one: "{n} compromisso", other: "{n} compromissos" })}; pessoas: declarado ${claimed}, documentado ${evidenced}, atestado ${attested}`,
    upToYear: (reached, year) => `${reached}, com números até ${year}`,
    none: "nenhum neste registo por agora",
    ledger: "O registo",
    earlier: (who) => `${who}, com estimativas anteriores`,
    notSubtracted:
      "Nada se subtrai de nada: falam de datas diferentes, o último número de um país pode ter anos, e uma pessoa ligada por um compromisso pode estar entre as de outro.",
    byCountry: "Por país",
    onMap: "O mesmo no mapa",
    from: "De onde vêm os números",
    noDataset: "Ainda não foi trazido nenhum conjunto de dados.",
    kinds: {
      "country-indicator": "Um indicador por país",
      tiles: "Velocidade medida por quadrícula",
      schools: "Uma lista de escolas",
    },
    dataOf: (day) => `Dados de ${day}`,
    retrieved: (day) => `obtidos: ${day}`,
    rows: (n) => count(n, { one: "{n} linha", other: "{n} linhas" }),
    leftOut: (n) => `ficaram de fora por não terem a forma devida: ${n}`,
    held: (n) => `neste servidor: ${n}`,
    file: (weight) => `O ficheiro tal como veio, CSV · ${weight}`,
  },
  countries: {
    label: "Tabela de países",
    caption: "O ano é o do último número do país.",
    country: "País",
    online: "Em linha, %",
    offline: "Pessoas sem ligação",
    year: "Ano",
  },
};
