// How well skills are read: the ranking over five folds, one threshold, and the gate.
import {
  SkillReader,
  confidenceFeatures,
  fitListwise,
  fitLogistic,
  modelOf,
  modelTables,
  logitOf,
  probabilityOf,
  readTaxonomy,
  verbsOf,
  type SkillWeights,
} from '@jobwire/taxonomy/build';
import { fitGate, gateFigures, markedSentences, type GateFigures } from './gate.js';
import { judgedReadings, type JudgedReading } from './readings.js';
import { goldSentences, type GoldSentence } from './samples.js';

const folds = 5;
const overlap = 0.5;
const kinship = 0.5;
/** The one threshold of running text and of single sentences. */
const tellFrom = 0.45;
const confidenceDecay = 0.005;
const goldPlaces = 2;
const judgedFolds = 10;

interface Gold extends Omit<GoldSentence, 'gold'> {
  gold: Set<number>;
}

export interface SkillFigures extends GateFigures {
  tech: number;
  house: number;
  firstRight: number;
  firstTold: number;
  firstRightOfTold: number;
  tellFrom: number;
  /** Of judged readings of adverts: the share of the told ones that is right, and of the right ones that is told. */
  judgedRight: number;
  judgedTold: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** Everything that measuring and fitting share. */
export class SkillEvaluation {
  private readonly model;
  private readonly isVerb: (stem: string) => boolean;
  private readonly gold: Gold[];
  private readonly marked = markedSentences();
  private readonly judged: readonly JudgedReading[];

  constructor(folder: string) {
    const { data, file } = readTaxonomy(folder);
    this.model = modelOf(modelTables(file('skill-model.bin')), file('skill-model.json'));
    const modelled = new Set(this.model.ids);
    const verbs = verbsOf(data.skills.filter(({ id }) => modelled.has(id)));
    this.isVerb = (stem) => verbs.has(stem);
    const places = new Map(this.model.ids.map((id, at) => [id, at]));
    const byLabel = new Map(data.skills.map(({ id, label }) => [label, places.get(id) ?? -1]));
    this.gold = (['tech', 'house'] as const)
      .flatMap(goldSentences)
      .map((one) => ({ ...one, gold: new Set(one.gold.map((label) => byLabel.get(label) ?? -1)) }));
    this.judged = judgedReadings(folder, this.model.ids);
  }

  /** Fits all weights: the ranker on gold sentences, the gate on marked ones, the confidence on both and on judged readings. */
  fit(gold: readonly Gold[] = this.gold): SkillWeights {
    const ranked = this.fitRanker(gold);
    const gated = { ...ranked, ...fitGate(this.marked, (gate) => this.readerWith({ ...ranked, ...gate })) };
    return { ...gated, confidence: this.fitConfidence(gated, gold) };
  }

  /** Each fifth of the sentences judged by weights fitted on the rest; the gate by adverts it was not fitted on. */
  measure(): SkillFigures {
    const points = { tech: [] as number[], house: [] as number[] };
    const first = { right: 0, told: 0, all: 0 };
    for (let fold = 0; fold < folds; fold += 1) {
      const reader = this.readerWith(this.fit(this.gold.filter((_, at) => at % folds !== fold)));
      for (const [at, { set, sentence, gold }] of this.gold.entries()) {
        if (at % folds !== fold || gold.size === 0) continue;
        const ranked = reader.rank(sentence, 5);
        points[set].push(ranked.filter(({ skill }) => gold.has(skill)).length / Math.min(5, gold.size));
        first.all += 1;
        const [best] = ranked;
        if (!best || best.confidence < tellFrom) continue;
        first.told += 1;
        if (gold.has(best.skill)) first.right += 1;
      }
    }
    const ranked = this.fitRanker(this.gold);
    const whole = { ...ranked, ...fitGate(this.marked, (gate) => this.readerWith({ ...ranked, ...gate })) };
    return {
      tech: 100 * mean(points.tech),
      house: 100 * mean(points.house),
      firstRight: first.right / first.all,
      firstTold: first.told / first.all,
      firstRightOfTold: first.right / first.told,
      tellFrom,
      ...this.judgedFigures(whole),
      ...gateFigures(this.marked, (gate) => this.readerWith({ ...ranked, ...gate })),
    };
  }

  readerWith(weights: SkillWeights): SkillReader {
    return new SkillReader(this.model, weights, this.isVerb);
  }

  private fitRanker(gold: readonly Gold[]): SkillWeights {
    const plain = this.readerWith(unfitted);
    const lists = gold
      .filter((one) => one.gold.size > 0)
      .map(({ sentence, gold: right }) => {
        const candidates = plain.scored(sentence);
        return {
          features: candidates.map(({ features }) => features),
          right: candidates.map(({ skill }) => right.has(skill)),
        };
      });
    return { ...unfitted, ranker: fitListwise(lists) };
  }

  /** How likely a candidate is right, from the first of gold sentences and from judged readings of adverts. */
  private fitConfidence(
    weights: SkillWeights,
    gold: readonly Gold[],
    judged: readonly JudgedReading[] = this.judged,
  ): number[] {
    const reader = this.readerWith(weights);
    const ofGold = gold.flatMap(({ sentence, gold: right }) => {
      const ranked = reader.ranked(sentence);
      const gate = reader.gateAlone(sentence, ranked);
      return ranked.best.slice(0, goldPlaces).map((one) => ({
        features: confidenceFeatures(one, weights.ranker, gate, 0),
        isOne: right.has(one.skill),
      }));
    });
    const ofAdverts = judged.flatMap((one) => one.example(reader, weights));
    return fitLogistic([...ofGold, ...ofAdverts], confidenceDecay);
  }

  /** Judged readings of each tenth of their adverts, told by a confidence fitted on the rest. */
  private judgedFigures(weights: SkillWeights): Pick<SkillFigures, 'judgedRight' | 'judgedTold'> {
    const adverts = [...new Set(this.judged.map(({ advert }) => advert))];
    const told: boolean[] = [];
    let right = 0;
    for (let fold = 0; fold < judgedFolds; fold += 1) {
      const isHere = ({ advert }: JudgedReading) => adverts.indexOf(advert) % judgedFolds === fold;
      const others = this.judged.filter((one) => !isHere(one));
      const confidence = this.fitConfidence(weights, this.gold, others);
      const reader = this.readerWith(weights);
      for (const { features, isOne } of this.judged
        .filter(isHere)
        .flatMap((one) => one.example(reader, weights))) {
        if (isOne) right += 1;
        if (probabilityOf(logitOf(confidence, features)) >= tellFrom) told.push(isOne);
      }
    }
    const rightTold = told.filter(Boolean).length;
    return { judgedRight: rightTold / told.length, judgedTold: rightTold / right };
  }
}

const unfitted: SkillWeights = {
  ranker: { weights: [], means: [], spreads: [] },
  overlap,
  kinship,
  guess: [],
  glance: [],
  glanceFrom: 0,
  gate: [],
  gateFrom: 0,
  confidence: [],
  tellFrom,
};
