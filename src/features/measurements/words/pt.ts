/** The words of measuring and of what was measured, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { MeasureWords } from "./en.ts";

const count = counting("pt");

export const pt: MeasureWords = {
  lang: "pt",
  measure: {
    title: "Medir a minha ligação",
    description:
      "Ida e volta, perdas e velocidade, sem passar de 200 kB. O lugar entra nos dados abertos, você não.",
    about:
      "Quanto demora uma resposta onde está, e quanto cabe? O lugar entra nos dados abertos; você, não.",
    now: "Medir agora",
    noScript: "Para medir é preciso JavaScript. Sem ele, [escreva o que viu noutro sítio].",
    budget: "Quanto pode gastar?",
    atMost: (weight, time, tells) => `no máximo ${weight}, cerca de ${time} em 2G: ${tells}`,
    tells: [
      "ida e volta e os dois sentidos",
      "menos exato",
      "ida e volta; a velocidade como mínimo",
    ],
    where: "Onde está?",
    nowhere: "Não digo: mostre só a mim",
    near: "Perto daqui: a minha posição, arredondada a uns 25 km",
    button: "Medir",
    figures: "ida e volta, descida, subida",
    notYet: "ainda não medido",
    sentLater: "É enviado quando houver ligação.",
    sendNow: "Enviar agora",
  },
  script: {
    trips: "A medir: ida e volta …",
    down: "A medir: descida …",
    up: "A medir: subida …",
    done: "Pronto.",
    unsent: "Pronto. Nada é enviado: não foi escolhido nenhum lugar.",
    asking: "A perguntar a este aparelho …",
    noPosition: "Este aparelho não disse onde está. Escolha um lugar.",
    waits: "À espera aqui: {n}.",
    sent: "Enviado. Guardado para {cell}.",
    notTaken: "Não aceite: {line}",
    busy: "Demasiados neste momento. O resultado espera aqui.",
    offline: "Sem ligação. O resultado espera neste aparelho.",
    lines: {
      latency: "ida e volta de um pedido pequeno",
      lost: "pedidos pequenos sem resposta",
      down: "descida, até si",
      up: "subida, a partir de si",
      used: "gasto, cabeçalhos incluídos",
    },
    spread: "{median} ms; metade demorou de {low} a {high} ms",
    of: "{lost} de {sent}",
    kB: "{n} kB",
    kbit: "{n} kbit/s",
    mbit: "{n} Mbit/s",
    about: "{rate}, ± {error} %",
    atLeast: "pelo menos {rate}",
    none: "não medido",
    failed: {
      latency: "um pedido pequeno falhou",
      down: "o teste de descida falhou",
      up: "o teste de subida falhou",
    },
    reasons: {
      timeout: "sem resposta a tempo",
      network: "a ligação falhou",
      refused: "o servidor recusou",
    },
  },
  typed: {
    title: "Ou escreva o que viu",
    about:
      "Um número de outro teste, ou do aparelho na parede. Contamo-lo como escrito à mão. Não entra em nenhuma mediana, porque ninguém o mediu aqui.",
    where: "Onde?",
    down: "Descida, em Mbit/s",
    up: "Subida, em Mbit/s",
    latency: "Ida e volta, em ms",
    hint: "Deixe vazio se não sabe.",
    send: "Enviar",
    refused:
      "Não aceite: é preciso um lugar da lista e números como 2,5. Volte atrás e verifique; nada foi guardado.",
    busy: "Demasiados neste momento. Nada foi guardado; tente mais tarde.",
  },
  how: {
    title: "Como se mede, e com que exatidão",
    roundTrip: "Ida e volta",
    roundTripIs:
      "Alguns pedidos pequenos, um depois do outro: o do meio, e o intervalo da metade central. Numa ligação lenta contam também os bytes do pedido: até 100 ms a 64 kbit/s.",
    loss: "Perdas",
    lossIs:
      "Pedidos pequenos que falharam ou demoraram mais de 5 segundos. Um só pacote perdido é repetido pelo seu aparelho e vê-se como uma resposta lenta.",
    speed: "Velocidade",
    speedIs:
      "Uma rajada curta em cada sentido, cronometrada onde chega. A margem é dita com ela, 25 % no máximo. Se a rajada acabou antes de encher a ligação, como em ligações rápidas de ida e volta longa, dizemos «pelo menos».",
    not: "O que não diz",
    notIs:
      "É o caminho entre si e este servidor, neste momento. Algumas redes deixam passar uma rajada curta mais depressa do que um download longo.",
  },
  kept: {
    title: "O que é guardado",
    ofResult:
      "De um resultado guardamos o mês, uma célula de uns 45 km de largura e os números. Não o dia, nem o seu endereço na rede, nem o aparelho, nem o nome de um Wi-Fi. O seu navegador cria um número ao acaso e guarda-o; nós guardamos só uma impressão dele com a célula e o mês, para que não se possam juntar duas células ou dois meses, e apagamo-la no dia 8 do mês seguinte.",
    enough: (browsers) =>
      `${count(browsers, {
        one: "Nada de uma célula é publicado antes de {n} navegador ter medido num mês.",
        other:
          "Nada de uma célula é publicado antes de {n} navegadores diferentes terem medido num mês.",
      })} Depois, só em conjunto, e de novo só quando o seu número tiver dobrado ou o mês fechar.`,
    published: "O que foi publicado",
    protects:
      "Isto protege-o de quem lê os dados: não se pode ler neles nenhum resultado isolado. Não o protege de quem opera este servidor, que poderia ver o seu endereço enquanto mede, nem de quem se faça passar por vários navegadores e consiga assim publicar números que assentam em menos pessoas, ou falsos.",
  },
  list: {
    title: "Ligações medidas",
    description:
      "Ida e volta e velocidade medidas pelos navegadores das pessoas, por célula e mês, quando cinco mediram.",
    about:
      "O que os navegadores das pessoas mediram entre elas e este servidor, por célula e mês, quando cinco mediram.",
    asTable: "Em tabela",
    howExact: "Com que exatidão",
    byCell: "Por célula e mês",
    nothing: "Ainda nada está publicado. [Pode ser um dos cinco primeiros.]",
    label: "Todas as células",
    caption: "O valor do meio e, entre parênteses, o intervalo da metade central",
    cell: "Célula",
    month: "Mês",
    browsers: "Navegadores",
    down: "Descida, kbit/s",
    up: "Subida, kbit/s",
    latency: "Ida e volta, ms",
    unanswered: "Sem resposta",
    typed: (n) => `escritos à mão, a mais: ${n}`,
    around: "à volta de {where}",
    tooFew: "muito poucos",
    range: (low, high, n) => `(${low} a ${high}; medidos: ${n})`,
    atLeast: (n) => `pelo menos isto: ${n} deles`,
  },
};
