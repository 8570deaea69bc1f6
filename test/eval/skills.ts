// How well skills are read: the ranking over five folds, one threshold, and the gate on sentences we read ourselves.
import { loadTaxonomy } from '@jobwire/taxonomy';
import {
  SkillReader,
  confidenceFeatures,
  fitListwise,
  fitLogistic,
  fullGateFeatures,
  gateFeatures,
  loadModel,
  logitOf,
  readTaxonomy,
  sentencesOf,
  stemsAt,
  verbsOf,
  type SkillWeights,
} from '@jobwire/taxonomy/build';
import { advertTexts, goldSentences, labels, type GoldSentence } from './samples.js';

const folds = 5;
const overlap = 0.5;
const keepShare = 0.92;
const glanceKeeps = 0.975;
const goldWeight = 0;
const gateDecay = 0.005;
/** In running text; of a single sentence the first label is told from a lower one. */
const tellFrom = 0.25;
const firstFrom = 0.1;

interface Gold extends Omit<GoldSentence, 'gold'> {
  gold: Set<number>;
}

interface Marked {
  sentence: string;
  skill: boolean;
}

export interface SkillFigures {
  tech: number;
  house: number;
  firstRight: number;
  firstTold: number;
  firstRightOfTold: number;
  gateKeeps: number;
  gateSilent: number;
}

const half = (at: number): boolean => at % 2 === 0;
const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** Everything that measuring and fitting share. */
export class SkillEvaluation {
  private readonly model;
  private readonly isVerb: (stem: string) => boolean;
  private readonly gold: Gold[];
  private readonly marked: Marked[];

  constructor(folder: string) {
    const { data, file } = readTaxonomy(folder);
    this.model = loadModel(file('skill-model.bin'), file('skill-model.json'));
    const modelled = new Set(this.model.ids);
    const verbs = verbsOf(data.skills.filter(({ id }) => modelled.has(id)));
    this.isVerb = (stem) => verbs.has(stem);
    const places = new Map(this.model.ids.map((id, at) => [id, at]));
    const byLabel = new Map(data.skills.map(({ id, label }) => [label, places.get(id) ?? -1]));
    this.gold = (['tech', 'house'] as const)
      .flatMap(goldSentences)
      .map((one) => ({ ...one, gold: new Set(one.gold.map((label) => byLabel.get(label) ?? -1)) }));
    this.marked = markedSentences();
  }

  /** Fits all weights: the ranker on gold sentences, the gate on marked ones (and, lightly, gold ones). */
  fit(gold: readonly Gold[] = this.gold, marked: readonly Marked[] = this.marked): SkillWeights {
    const plain = new SkillReader(this.model, unfitted, this.isVerb);
    const withGold = gold.filter((one) => one.gold.size > 0);
    const lists = withGold.map(({ sentence, gold: right }) => {
      const candidates = plain.scored(stemsAt(sentence));
      return {
        features: candidates.map(({ features }) => features),
        right: candidates.map(({ skill }) => right.has(skill)),
      };
    });
    const ranked: SkillWeights = { ...unfitted, ranker: fitListwise(lists) };
    const reader = new SkillReader(this.model, ranked, this.isVerb);
    const look = (sentence: string) => this.gateLook(reader, sentence);
    const gate = fitLogistic(
      [
        ...marked.map(({ sentence, skill }) => ({ features: look(sentence), isOne: skill })),
        ...withGold.map(({ sentence }) => ({ features: look(sentence), isOne: true, weight: goldWeight })),
      ],
      gateDecay,
    );
    const glimpse = (sentence: string) => gateFeatures(sentence, this.isVerb);
    const glance = fitLogistic(
      marked.map(({ sentence, skill }) => ({ features: glimpse(sentence), isOne: skill })),
      gateDecay,
    );
    const fromOf = (keeps: number, logit: (sentence: string) => number): number => {
      const kept = marked.filter(({ skill }) => skill).map(({ sentence }) => logit(sentence));
      return kept.toSorted((a, b) => a - b)[Math.floor(kept.length * (1 - keeps))] ?? 0;
    };
    const glanceFrom = fromOf(glanceKeeps, (sentence) => logitOf(glance, glimpse(sentence)));
    const gateFrom = fromOf(keepShare, (sentence) => logitOf(gate, look(sentence)));
    const weights = { ...ranked, glance, glanceFrom, gate, gateFrom };
    return { ...weights, confidence: this.confidence(weights, gold, marked) };
  }

  /** Each fifth of the sentences judged by weights fitted on the rest; the gate's halves by one another. */
  measure(): SkillFigures {
    const points = { tech: [] as number[], house: [] as number[] };
    const first = { right: 0, told: 0, all: 0 };
    for (let fold = 0; fold < folds; fold += 1) {
      const weights = this.fit(this.gold.filter((_, at) => at % folds !== fold));
      const reader = new SkillReader(this.model, weights, this.isVerb);
      for (const [at, { set, sentence, gold }] of this.gold.entries()) {
        if (at % folds !== fold || gold.size === 0) continue;
        const ranked = reader.rank(sentence, 5);
        const hits = ranked.filter(({ skill }) => gold.has(skill)).length;
        points[set].push(hits / Math.min(5, gold.size));
        first.all += 1;
        const [best] = ranked;
        if (!best || best.confidence < firstFrom) continue;
        first.told += 1;
        if (gold.has(best.skill)) first.right += 1;
      }
    }
    return {
      tech: 100 * mean(points.tech),
      house: 100 * mean(points.house),
      firstRight: first.right / first.all,
      firstTold: first.told / first.all,
      firstRightOfTold: first.right / first.told,
      ...this.gateFigures(),
    };
  }

  private gateFigures(): Pick<SkillFigures, 'gateKeeps' | 'gateSilent'> {
    const outcomes = [true, false].flatMap((tuned) => {
      const weights = this.fit(
        this.gold,
        this.marked.filter((_, at) => half(at) === tuned),
      );
      const reader = new SkillReader(this.model, weights, this.isVerb);
      const judged = this.marked.filter((_, at) => half(at) !== tuned);
      return judged.map(({ sentence, skill }) => ({
        skill,
        open:
          logitOf(weights.glance, gateFeatures(sentence, this.isVerb)) >= weights.glanceFrom &&
          logitOf(weights.gate, this.gateLook(reader, sentence)) >= weights.gateFrom,
      }));
    });
    const share = (skill: boolean, open: boolean) =>
      mean(outcomes.filter((one) => one.skill === skill).map((one) => (one.open === open ? 1 : 0)));
    return { gateKeeps: share(true, true), gateSilent: share(false, false) };
  }

  private gateLook(reader: SkillReader, sentence: string): number[] {
    const stems = stemsAt(sentence);
    return fullGateFeatures(gateFeatures(sentence, this.isVerb), stems.length, reader.scored(stems));
  }

  /** How likely the best candidates are right, by their score, the gate and a phrase; those of silent sentences are wrong. */
  private confidence(weights: SkillWeights, gold: readonly Gold[], marked: readonly Marked[]): number[] {
    const reader = new SkillReader(this.model, weights, this.isVerb);
    const best = (sentence: string, count: number) => {
      const scored = reader.scored(stemsAt(sentence)).toSorted((a, b) => b.score - a.score);
      const gate = logitOf(weights.gate, this.gateLook(reader, sentence));
      return scored.slice(0, count).map(({ skill, score, isPhrase }) => ({
        skill,
        features: confidenceFeatures(score, gate, isPhrase),
      }));
    };
    return fitLogistic(
      [
        ...gold.flatMap((one) =>
          best(one.sentence, 5).map(({ skill, features }) => ({ features, isOne: one.gold.has(skill) })),
        ),
        ...marked
          .filter(({ skill }) => !skill)
          .flatMap(({ sentence }) => best(sentence, 2).map(({ features }) => ({ features, isOne: false }))),
      ],
      0.001,
    );
  }
}

const unfitted: SkillWeights = {
  ranker: { weights: [], means: [], spreads: [] },
  overlap,
  glance: [],
  glanceFrom: 0,
  gate: [],
  gateFrom: 0,
  confidence: [],
  tellFrom,
};

function markedSentences(): Marked[] {
  const texts = advertTexts();
  return labels<{ advert: string; at: number; skill: boolean }>('gate').map(({ advert, at, skill }) => {
    const sentence = sentencesOf(texts.get(advert) ?? '').find(({ start }) => start === at);
    if (!sentence) throw new Error(`labels/gate.json: no sentence of ${advert} begins at ${at}.`);
    return { sentence: sentence.text, skill };
  });
}

/** Of one core's time, so that other work on the machine does not count. */
function coreMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Sentences a second of real adverts, warm, and the median advert. */
export function readingSpeed(folder: string): { sentences: number; advertMs: number } {
  const taxonomy = loadTaxonomy(folder);
  const texts = [...advertTexts().values()].filter((_, at) => at % 40 === 0);
  const warm = texts.length >> 1;
  for (const text of texts.slice(0, warm)) taxonomy.findSkills(text);
  const judged = texts.slice(warm);
  const times = judged.map((text) => coreMs(() => void taxonomy.findSkills(text)));
  const sentences = judged.reduce((sum, text) => sum + sentencesOf(text).length, 0);
  const total = times.reduce((a, b) => a + b, 0);
  return {
    sentences: (1000 * sentences) / total,
    advertMs: times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0,
  };
}
