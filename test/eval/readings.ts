// Skills that were read in whole adverts, each judged by us beside the words it was read from.
import { loadTaxonomy } from '@jobwire/taxonomy';
import {
  OccupationKinship,
  advertView,
  confidenceFeatures,
  readTaxonomy,
  type SkillReader,
  type SkillWeights,
} from '@jobwire/taxonomy/build';
import { advertTexts, advertTitles, labels } from './samples.js';

/** A reading at an offset of an advert, as `labels/readings.json` has it. */
interface ReadingLabel {
  advert: string;
  at: number;
  skill: string;
  right: boolean;
}

interface Example {
  features: number[];
  isOne: boolean;
}

/** A judged reading; its example is empty where a reader no longer finds the skill in the sentence. */
export interface JudgedReading {
  advert: string;
  example: (reader: SkillReader, weights: SkillWeights) => Example[];
}

const likeliest = 3;

export function judgedReadings(folder: string, ids: readonly string[]): JudgedReading[] {
  const taxonomy = loadTaxonomy(folder);
  const kinship = new OccupationKinship(readTaxonomy(folder).data.occupations);
  const [texts, titles] = [advertTexts(), advertTitles()];
  const views = new Map<string, ReturnType<typeof advertView>>();
  return labels<ReadingLabel>('readings').map(({ advert, at, skill, right }) => {
    const view = views.get(advert) ?? advertView(texts.get(advert) ?? '');
    views.set(advert, view);
    const kin = kinship.of(taxonomy.classifyTitle(titles.get(advert) ?? '', likeliest), ids);
    const place = view.findLastIndex(({ start }) => start <= at);
    return {
      advert,
      example: (reader, { ranker }) => {
        const ranked = reader.ranked(view[place]?.text ?? '');
        const gate = reader.gateOf(reader.placed(view)[place] ?? [], ranked);
        const found = ranked.best.filter((one) => ids[one.skill] === skill);
        return found.map((one) => ({
          features: confidenceFeatures(one, ranker, gate, kin(one.skill)),
          isOne: right,
        }));
      },
    };
  });
}
