// The gate: which sentences of adverts may ask for a skill, fitted and judged on sentences we read ourselves.
import {
  advertView,
  fitLogistic,
  logitOf,
  type SkillReader,
  type SkillWeights,
} from '@jobwire/taxonomy/build';
import { advertTexts, labels } from './samples.js';

const folds = 10;
/** Of the sentences it is fitted on; of fresh ones it keeps two to three in a hundred less. */
const keepShare = 0.94;
const glanceKeeps = 0.985;
const decay = 0.04;

/** A sentence of an advert, by its place among the advert's sentences. */
export interface Marked {
  advert: string;
  at: number;
  skill: boolean;
  sentences: ReturnType<typeof advertView>;
}

export type GateWeights = Pick<SkillWeights, 'guess' | 'glance' | 'glanceFrom' | 'gate' | 'gateFrom'>;

export interface GateFigures {
  gateKeeps: number;
  gateSilent: number;
  gateSentences: number;
}

/** @throws Error when a label points to no sentence */
export function markedSentences(): Marked[] {
  const texts = advertTexts();
  return labels<{ advert: string; at: number; skill: boolean }>('gate').map(({ advert, at, skill }) => {
    const sentences = advertView(texts.get(advert) ?? '');
    const place = sentences.findIndex(({ start }) => start === at);
    if (place < 0) throw new Error(`labels/gate.json: no sentence of ${advert} begins at ${at}.`);
    return { advert, at: place, skill, sentences };
  });
}

const textOf = ({ sentences, at }: Marked): string => sentences[at]?.text ?? '';

/** @param readerWith a reader with these weights of the gate, its ranking fitted already */
export function fitGate(
  marked: readonly Marked[],
  readerWith: (gate: Partial<GateWeights>) => SkillReader,
): GateWeights {
  const plain = readerWith({});
  const logistic = (features: (one: Marked) => number[]) =>
    fitLogistic(
      marked.map((one) => ({ features: features(one), isOne: one.skill })),
      decay,
    );
  const guess = logistic((one) => plain.lookOf(textOf(one)));
  const guessing = readerWith({ guess });
  const placed = new Map(marked.map((one) => [one, guessing.placed(one.sentences)[one.at] ?? []]));
  const glancing = (one: Marked) => placed.get(one) ?? [];
  const gating = (one: Marked) => [...glancing(one), ...guessing.ranked(textOf(one)).facts];
  const glance = logistic(glancing);
  const gate = logistic(gating);
  const from = (keeps: number, logit: (one: Marked) => number): number => {
    const kept = marked.filter(({ skill }) => skill).map(logit);
    return kept.toSorted((a, b) => a - b)[Math.floor(kept.length * (1 - keeps))] ?? 0;
  };
  return {
    guess,
    glance,
    glanceFrom: from(glanceKeeps, (one) => logitOf(glance, glancing(one))),
    gate,
    gateFrom: from(keepShare, (one) => logitOf(gate, gating(one))),
  };
}

/** Each tenth of the adverts judged by a gate fitted on the rest. */
export function gateFigures(
  marked: readonly Marked[],
  readerWith: (gate: Partial<GateWeights>) => SkillReader,
): GateFigures {
  const adverts = [...new Set(marked.map(({ advert }) => advert))].toSorted();
  const foldOf = new Map(adverts.map((advert, at) => [advert, at % folds]));
  const outcomes = Array.from({ length: folds }, (_, fold) => {
    const isJudged = ({ advert }: Marked) => foldOf.get(advert) === fold;
    const weights = fitGate(
      marked.filter((one) => !isJudged(one)),
      readerWith,
    );
    const reader = readerWith(weights);
    return marked.filter(isJudged).map((one) => ({ skill: one.skill, open: isOpen(one, reader, weights) }));
  }).flat();
  const share = (skill: boolean, open: boolean): number => {
    const all = outcomes.filter((one) => one.skill === skill);
    return all.filter((one) => one.open === open).length / Math.max(1, all.length);
  };
  return { gateKeeps: share(true, true), gateSilent: share(false, false), gateSentences: marked.length };
}

function isOpen(one: Marked, reader: SkillReader, { glance, glanceFrom, gateFrom }: GateWeights): boolean {
  const placed = reader.placed(one.sentences)[one.at] ?? [];
  return (
    logitOf(glance, placed) >= glanceFrom && reader.gateOf(placed, reader.ranked(textOf(one))) >= gateFrom
  );
}
