/** The words of plans at the desk, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlanDeskWords } from "./en.ts";

const count = counting("pt");

export const pt: PlanDeskWords = {
  lang: "pt",
  title: "Planos",
  lead: "Um plano torna-se projeto quando alguém o constrói. Os próprios planos vêm com a pasta da campanha.",
  none: "Ainda não há nenhum plano.",
  become: "Fazer dele um projeto",
  becomeIs:
    "O que se diz aqui é logo público: um projeto, os seus lugares, e um compromisso onde alguém o assume.",
  name: "Como se chama o projeto?",
  slug: "O seu endereço",
  slugHint: "Letras minúsculas, algarismos e hífenes: cerdanya-first-masts",
  summary: "O que faz, em algumas frases",
  upTo: "Até onde do plano",
  steps: (n, people, money) =>
    count(n, {
      one: `o primeiro passo: ${people} pessoas, ${money}`,
      other: `os primeiros {n} passos: ${people} pessoas, ${money}`,
    }),
  partners: "Parceiros que o constroem",
  partnersHint: "Os seus nomes curtos, com espaços entre eles",
  partnersAre: "Os nomes curtos de todos os parceiros",
  nameThem: (n) =>
    count(n, {
      one: "Nomear como lugar {n} que ainda não tem página",
      other: "Nomear como lugares {n} que ainda não têm página",
    }),
  pledge: "Um compromisso, onde alguém o assume",
  pledgeIs: "Promete as pessoas destes passos, para outros verificarem.",
  pledger: "Quem se compromete?",
  nobody: "ninguém ainda",
  by: "Para que dia?",
  agreed: "Está de acordo com este compromisso, nestas palavras, e certifiquei-me disso",
  say: "Dizê-lo em público",
  back: "Retirar o plano",
  backIs: "Sai do sítio. Um projeto que dele nasceu fica.",
  backSure: "Tirá-lo do sítio",
  backButton: "Retirá-lo",
  needed: "Isto é preciso.",
  badText: (most) => `Esperava-se texto simples com ${most} caracteres no máximo.`,
  badSlug: "Esperavam-se letras minúsculas, algarismos e hífenes.",
  taken: "Já há algo neste endereço.",
  badPartner: (slug) => `Não há nenhum parceiro em ${slug}.`,
  badStep: "Esperava-se um dos passos.",
  badDay: "Esperava-se um dia depois de hoje.",
  notAgreed: "Ninguém se compromete por outro: pergunte-lhe primeiro, e diga-o aqui.",
};
