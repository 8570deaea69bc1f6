// How well titles are classified, split by title: without labelled titles, and with four fifths of them learnt.
import { normaliseText } from '@jobwire/taxonomy';
import {
  fitListwise,
  LabelTitles,
  LearntTitles,
  modelOf,
  modelTables,
  properNames,
  readTaxonomy,
  titleFiles,
  titleTables,
  TitleReader,
  trainTitles,
  type LabelledTitle,
  type LinearScore,
  type RankedList,
  type TitleWeights,
} from '@jobwire/taxonomy/build';
import { createHash } from 'node:crypto';
import { goldTitles, labels as labelsOf, type GoldTitle } from './samples.js';

/** So many titles are enough to fit some twenty weights, and to judge them within a point. */
const fitted = 1500;
const judged = 3000;

export interface TitleFigures {
  mrr: number;
  recall5: number;
}

/** The same title, however written, falls on one side. */
function sideOf({ title }: GoldTitle, sides: number): number {
  return createHash('md5').update(normaliseText(title)).digest().readUInt32LE(0) % sides;
}

function judge(reader: TitleReader, titles: readonly GoldTitle[]): TitleFigures {
  let [mrr, recall5] = [0, 0];
  for (const { title, occupation } of titles) {
    const rank = reader.read(title).findIndex((one) => one.occupation === occupation);
    if (rank < 0) continue;
    mrr += 1 / (rank + 1);
    if (rank < 5) recall5 += 1;
  }
  return { mrr: mrr / titles.length, recall5: recall5 / titles.length };
}

export class TitleEvaluation {
  private readonly byLabel: LabelTitles;
  private readonly named: (title: string) => string | undefined;
  private readonly occupations: ReadonlyMap<string, string>;
  private readonly titles = goldTitles();
  private readonly test = this.titles.filter((title) => sideOf(title, 5) === 0);
  private readonly train = this.titles.filter((title) => sideOf(title, 5) !== 0);
  private fittedOnTrain: TitleWeights | undefined;
  private readonly labels: LabelledTitle[];

  constructor(folder: string) {
    const { file, data } = readTaxonomy(folder);
    this.labels = data.occupations.flatMap(({ id, label, altLabels }) =>
      [label, ...altLabels].map((title) => ({ title, occupation: id })),
    );
    this.byLabel = new LabelTitles(
      modelOf(modelTables(file('occupation-model.bin')), file('occupation-model.json')),
    );
    const proper = properNames(data.occupations);
    this.named = (title) => proper(title)?.id;
    this.occupations = new Map(data.occupations.map(({ id, label }) => [id, label]));
  }

  private reader(weights: TitleWeights, learnt?: LearntTitles): TitleReader {
    return new TitleReader(weights, { labels: this.byLabel, named: this.named, learnt });
  }

  /** Fits the weights of labels and priors on some titles. */
  fit(titles: readonly GoldTitle[] = spread(this.titles, fitted)): TitleWeights {
    const lists = titles.slice(0, fitted).map((title) => listOf(this.byLabel, title));
    return { ...unfitted, ranker: fitListwise(lists, { decay: 0.02, steps: 200, rate: 0.06 }) };
  }

  /** Weights fitted on one half of the titles, judged on the other. */
  withoutTitles(): TitleFigures {
    const [one, other] = [0, 1].map((side) => this.titles.filter((title) => sideOf(title, 2) === side));
    const weights = this.fit(spread(one ?? [], fitted));
    return judge(this.reader(weights), spread(other ?? [], judged));
  }

  /** All weights, each fitted on titles that what it weighs has not seen. */
  fitAll(): TitleWeights {
    return { ...this.fit(), learnt: this.fitLearnt(this.titles) };
  }

  /** Four fifths learnt, the last fifth judged; its weights saw those four fifths alone. */
  withTitles(): TitleFigures & { perSecond: number } {
    const learnt = this.learn(this.train);
    judge(this.reader(this.trainWeights(), learnt), this.train.slice(0, 500));
    const reader = this.reader(this.trainWeights(), learnt);
    const before = process.cpuUsage();
    const figures = judge(reader, this.test);
    const { user } = process.cpuUsage(before);
    return { ...figures, perSecond: this.test.length / (user / 1e6) };
  }

  /** As `withTitles`, with so few of them learnt, in the order of their hashes; 0 for none. */
  withFewTitles(count: number): TitleFigures {
    const some = this.train.toSorted((a, b) => sideOf(a, 2 ** 32) - sideOf(b, 2 ** 32)).slice(0, count);
    const learnt = count === 0 ? undefined : this.learn(some);
    return judge(this.reader(this.trainWeights(), learnt), spread(this.test, judged / 2));
  }

  /** Everyday titles without labelled ones: right is a first occupation that we would take. */
  everyday(): { right: number; all: number } {
    const reader = this.reader(this.trainWeights());
    const titles = labelsOf<{ title: string; accepted: string[] }>('everyday-titles');
    const right = titles.filter(({ title, accepted }) =>
      accepted.includes(this.occupations.get(reader.read(title)[0]?.occupation ?? '') ?? ''),
    );
    return { right: right.length, all: titles.length };
  }

  private trainWeights(): TitleWeights {
    return (this.fittedOnTrain ??= {
      ...this.fit(spread(this.train, fitted)),
      learnt: this.fitLearnt(this.train),
    });
  }

  private learn(titles: readonly GoldTitle[]): LearntTitles {
    const files = trainTitles(titles, this.labels, this.byLabel);
    const part = (name: string) => Buffer.from(files.get(name) ?? []);
    return new LearntTitles(titleTables(part(titleFiles.numbers)), part(titleFiles.names), this.byLabel);
  }

  /** Four fifths are learnt, and the weights of what was learnt are fitted on the last fifth. */
  private fitLearnt(titles: readonly GoldTitle[]): LinearScore {
    const held = titles.filter((title) => isHeldOut(title));
    const learnt = this.learn(titles.filter((title) => !isHeldOut(title)));
    const lists = held.map((title) => listOf(learnt, title));
    return fitListwise(lists, { decay: 0.003, steps: 200, rate: 0.06 });
  }
}

/** A title's candidates, and which of them are right. */
function listOf(from: Pick<LabelTitles, 'candidates'>, { title, occupation }: GoldTitle): RankedList {
  const candidates = from.candidates(title);
  return {
    features: candidates.map(({ features }) => features),
    right: candidates.map((one) => one.occupation === occupation),
  };
}

/** Another fifth than the one `sideOf` keeps for judging. */
const isHeldOut = ({ title }: GoldTitle): boolean =>
  sideOf({ title: `${title} again`, occupation: '' }, 5) === 0;

/** So many of them, evenly from the whole list: the file is sorted by occupation. */
function spread(titles: readonly GoldTitle[], count: number): GoldTitle[] {
  const step = Math.max(1, Math.floor(titles.length / count));
  return titles.filter((_, at) => at % step === 0);
}

const unfitted: TitleWeights = {
  ranker: { weights: [], means: [], spreads: [] },
  learnt: { weights: [], means: [], spreads: [] },
  confidence: { slope: 0.5, constant: -0.5 },
};
