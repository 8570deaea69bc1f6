// The trained parts of a built taxonomy, each made of its files when it is first asked for. Their numbers, some 45 MB
// with ESCO, can come from another thread instead.
import { LabelTitles } from '../model/label-titles.js';
import { LearntTitles, titleTables, trustIn, type TitleTables } from '../model/learnt-titles.js';
import { modelOf, modelTables, type LoadedModel, type ModelTables } from '../model/load-skill-model.js';
import { TitleReader, type TitleSources, type TitleWeights } from '../model/title-reader.js';
import { readData } from '../read-data.js';
import type { BuiltTaxonomy } from './taxonomy-files.js';

/** The numbers of a taxonomy's models; what is absent is read when it is needed. */
export interface SharedTables {
  skills?: ModelTables;
  occupations?: ModelTables;
  titles?: TitleTables;
}

export class TrainedFiles {
  constructor(
    private readonly files: Pick<BuiltTaxonomy, 'file' | 'has'>,
    private readonly tables: SharedTables,
  ) {}

  /** The numbers that nearly every text and title need. */
  share(): SharedTables {
    this.skillTables();
    const learnt = this.hasTitles ? this.titleTables().occupationOf.length : 0;
    if (trustIn(learnt) < 1) this.occupationTables();
    return this.tables;
  }

  skillModel(): LoadedModel {
    return modelOf(this.skillTables(), this.files.file('skill-model.json'));
  }

  titleReader(named: TitleSources['named']): TitleReader {
    let made: LabelTitles | undefined;
    const labels = () =>
      (made ??= new LabelTitles(modelOf(this.occupationTables(), this.files.file('occupation-model.json'))));
    const learnt = this.hasTitles
      ? new LearntTitles(this.titleTables(), this.files.file('title-model.json'))
      : undefined;
    return new TitleReader(readData<TitleWeights>('title-weights.json'), { labels, learnt, named });
  }

  private get hasTitles(): boolean {
    return this.files.has('title-model.bin');
  }

  private skillTables(): ModelTables {
    return (this.tables.skills ??= modelTables(this.files.file('skill-model.bin')));
  }

  private occupationTables(): ModelTables {
    return (this.tables.occupations ??= modelTables(this.files.file('occupation-model.bin')));
  }

  private titleTables(): TitleTables {
    return (this.tables.titles ??= titleTables(this.files.file('title-model.bin')));
  }
}
