/** Whether offsets lie in the text, evidence in its sentence, and quotes say what stands there. */
import type { Article, Evidence, Span, When } from "../model.js";
import { TOLL_KEYS, type Toll } from "../model.js";
import type { Records, Report } from "./records.js";

function checkSpan([start, end]: Span, { text }: Article, path: string, report: Report): void {
  if (start >= end) report(path, `ends at ${end}, where it does not go past its start ${start}`);
  else if (text !== null && end > text.length) report(path, `ends at ${end}, outside the text of ${text.length}`);
}

function checkSentences(article: Article, path: string, report: Report): void {
  let before: Span = [0, 0];
  article.sentences.forEach(([start, end], k) => {
    const place = `${path}.sentences[${k}]`;
    checkSpan([start, end], article, place, report);
    if (start < before[0] || (start === before[0] && end < before[1])) report(place, "stands before the one before it");
    before = [start, end];
  });
}

function checkWhen(when: When | null, path: string, report: Report): void {
  if (when === null) return;
  if (when.from !== null && when.to !== null && when.from > when.to) report(path, `ends before it begins`);
  if (when.from === null && when.to === null) report(path, "is open on both sides");
}

function checkToll(toll: Toll, path: string, report: Report): void {
  for (const key of TOLL_KEYS) {
    const count = toll[key];
    if (count !== undefined && count.min !== null && count.max !== null && count.min > count.max)
      report(`${path}.${key}`, `has a min of ${count.min} above its max of ${count.max}`);
  }
}

function checkEvidence(e: Evidence, article: Article, path: string, report: Report): void {
  const sentence = article.sentences[e.sentence];
  if (sentence === undefined) report(`${path}.sentence`, `is ${e.sentence}, of ${article.sentences.length} sentences`);
  else if (e.start < sentence[0] || e.end > sentence[1])
    report(path, `stands at ${e.start}-${e.end}, outside its sentence at ${sentence[0]}-${sentence[1]}`);
  checkSpan([e.start, e.end], article, path, report);
  if (e.trigger[0] < e.start || e.trigger[1] > e.end)
    report(`${path}.trigger`, `stands at ${e.trigger[0]}-${e.trigger[1]}, outside the evidence at ${e.start}-${e.end}`);
  checkSpan(e.trigger, article, `${path}.trigger`, report);
  if (e.sourceSpan !== null) checkSpan(e.sourceSpan, article, `${path}.sourceSpan`, report);
  if (e.targetSpan !== null) checkSpan(e.targetSpan, article, `${path}.targetSpan`, report);
  if (article.text !== null && article.text.slice(e.start, e.end) !== e.quote)
    report(`${path}.quote`, `is not what stands at ${e.start}-${e.end} of ${article.file}`);
}

export function checkOffsets({ articles, nodes, claims, articleOf }: Records, report: Report): void {
  for (const [k, article] of articles) checkSentences(article, `articles[${k}]`, report);
  for (const [k, { mentions }] of nodes)
    mentions.forEach((m, i) => {
      const article = articleOf.get(m.article);
      if (article !== undefined) checkSpan([m.start, m.end], article, `nodes[${k}].mentions[${i}]`, report);
    });
  for (const [k, claim] of claims)
    claim.evidence.forEach((e, i) => {
      const path = `claims[${k}].evidence[${i}]`;
      checkWhen(e.when, `${path}.when`, report);
      checkToll(e.toll, `${path}.toll`, report);
      const article = articleOf.get(e.article);
      if (article !== undefined) checkEvidence(e, article, path, report);
    });
}
