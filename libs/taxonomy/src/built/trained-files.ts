// The trained parts of a built taxonomy, each made of its files when it is first asked for. Their numbers, some 45 MB
// with ESCO, can come from another thread instead.
import { LabelTitles } from '../model/label-titles.js';
import { LearntTitles, titleFiles, titleTables, type TitleTables } from '../model/learnt-titles.js';
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

  /** All of them, made now if they were not. */
  share(): SharedTables {
    this.skillTables();
    this.occupationTables();
    if (this.hasTitles) this.titleTables();
    return this.tables;
  }

  skillModel(): LoadedModel {
    return modelOf(this.skillTables(), this.files.file('skill-model.json'));
  }

  titleReader(named: TitleSources['named']): TitleReader {
    const labels = new LabelTitles(
      modelOf(this.occupationTables(), this.files.file('occupation-model.json')),
    );
    const learnt = this.hasTitles
      ? new LearntTitles(this.titleTables(), this.files.file(titleFiles.names), labels)
      : undefined;
    return new TitleReader(readData<TitleWeights>('title-weights.json'), { labels, learnt, named });
  }

  private get hasTitles(): boolean {
    return this.files.has(titleFiles.numbers);
  }

  private skillTables(): ModelTables {
    return (this.tables.skills ??= modelTables(this.files.file('skill-model.bin')));
  }

  private occupationTables(): ModelTables {
    return (this.tables.occupations ??= modelTables(this.files.file('occupation-model.bin')));
  }

  private titleTables(): TitleTables {
    return (this.tables.titles ??= titleTables(this.files.file(titleFiles.numbers)));
  }
}
