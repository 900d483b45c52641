/** The words of the open data's page and of a pledge to copy, in Portuguese. */
import type { DataWords } from "./en.ts";

export const pt: DataWords = {
  lang: "pt",
  title: "Dados abertos, para guardar",
  about:
    "Tudo o que aqui se mostra pode ser levado: sem chave, sem conta, de qualquer sítio. Um número vem com quem o disse, quando, e de que data fala.",
  description: (name) =>
    `Histórias, lugares, parceiros, programas e compromissos de ${name} em ficheiros e por uma API: como os levar, citar e incorporar.`,
  files: "Ficheiros",
  api: "API",
  apiIs:
    "JSON, para ler. Cada coisa traz o seu identificador permanente, a sua página e o endereço da sua anotação no registo. As listas vêm em páginas de 100: {page}.",
  apiDescription: "Descrição, OpenAPI 3.1",
  embed: "Um compromisso na sua página",
  embedIs:
    "Cada compromisso é também um pedaço de HTML em {address}: sem programa, sem moldura, nada que os navegadores dos seus leitores viessem buscar aqui. Diz em que dia foi copiado; copie-o de novo quando quiser números mais recentes.",
  copy: (pledge) => `Para copiar: ${pledge}`,
  from: "De {address}",
  noPledge: "Ainda não há compromissos aqui.",
  what: "O quê",
  form: "Forma",
  cite: "Licença, e como citar",
  licence: "Os textos e dados próprios da campanha: {licence}.",
  noLicence:
    "A campanha não indicou uma licença para os seus textos. Um número é um facto: diga quem o deu e quando.",
  belongs: "O que as fontes dizem é das fontes, e os nomes são dos seus donos.",
  citeFigure: "Cite um número com quem o disse, a sua data e a sua fonte, e onde o encontrou:",
  citation: (base, day) => `dados abertos. ${base}/data, lido a ${day}.`,
  citeThing:
    "Para citar uma coisa para sempre, dê o seu identificador permanente, os 64 dígitos em {subject}. Para mostrar mais tarde que o que cita estava aqui, guarde {checkpoint} desse dia.",
  checkpoint: "o ponto de controlo do registo",
  iati: "No ficheiro IATI esta campanha relata os resultados do que outros prometem e fazem: cada atividade di-lo, e cada número diz quem o deu. Uma campanha que não está registada na IATI é ali identificada pelo seu identificador permanente. Os números não se devem somar: as atividades que podem contar as mesmas pessoas nomeiam-se umas às outras.",
  fileWords: {
    "/data/pledges.csv": {
      name: "Compromissos",
      what: "Uma linha por compromisso: a promessa, o seu estado, os seus números",
    },
    "/data/claims.csv": {
      name: "Números",
      what: "Uma linha por cada número dito, também os revistos, com a sua fonte",
    },
    "/data/places.geojson": {
      name: "Lugares",
      what: "Posição, país e região, e as histórias que lá se contam",
    },
    "/data/iati-activities.xml": {
      name: "Compromissos e programas como atividades",
      what: "Quem participa, as metas, e cada número datado como resultado",
    },
    "/data/plans.geojson": {
      name: "Planos",
      what: "Mastros, saltos e lugares de cada plano, com custo, carga e ordem",
    },
    "/data/plans-points.geojson": {
      name: "Planos, pontos",
      what: "Só mastros e lugares, para programas que aceitam um único tipo de geometria por ficheiro",
    },
    "/data/plans-lines.geojson": {
      name: "Planos, linhas",
      what: "Só saltos, do mesmo modo",
    },
    "/data/measurements.csv": {
      name: "Ligações medidas",
      what: "Uma linha por célula e mês, quando cinco navegadores lá mediram",
    },
    "/data/letter.csv": {
      name: "Assinaturas da carta aberta",
      what: "Uma linha por assinatura confirmada: o nome se é mostrado, o tipo, o lugar, o dia",
    },
    "/conversation/feed.xml": {
      name: "A conversa",
      what: "O que se diz com a hashtag e sobre os temas, como feed",
    },
    "/feed.xml": {
      name: "Histórias, à medida que chegam",
      what: "Temas, autores e lugares têm as suas próprias fontes: junte /feed.xml ao endereço",
    },
    "/feed.json": {
      name: "Histórias, à medida que chegam, em JSON",
      what: "As mesmas histórias noutra forma",
    },
    "/log": {
      name: "O registo",
      what: "Cada anotação assinada por trás de tudo isto, para copiar, comparar e verificar",
    },
    "/sitemap.xml": { name: "Todas as páginas", what: "Com as suas línguas" },
  },
  fragment: {
    with: (names) => `com ${names}`,
    claimed: "Declarado (tracejado)",
    evidenced: "Documentado (meio-tom)",
    attested: "Atestado (cheio)",
    none: "nada apresentado aqui",
    asOf: (day) => `situação em ${day}.`,
    contain: "Os números contêm-se uns aos outros.",
    newest: "Últimos números e todas as fontes",
  },
};
