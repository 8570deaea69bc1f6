export { BadInput } from './bad-input.js';
export { buildPlaces, type PlacesResult } from './build-places.js';
export { buildTaxonomy, type BuildOptions, type BuildProgress, type BuildResult } from './build-taxonomy.js';
// What measuring and fitting need besides; services use none of it.
export { readTaxonomy, type BuiltTaxonomy } from '../built/taxonomy-files.js';
export { advertView, type SentenceInAdvert } from '../model/advert-view.js';
export { gateFeatureNames } from '../model/gate-features.js';
export { logitOf, probabilityOf, scoreOf, type LinearScore } from '../model/linear-score.js';
export { loadModel, type LoadedModel } from '../model/load-skill-model.js';
export { OccupationKinship } from '../model/occupation-kinship.js';
export { featureNames, SkillRanker } from '../model/rank-skills.js';
export { sentencesOf } from '../model/sentences.js';
export { confidenceFeatures, SkillReader, type SkillWeights } from '../model/skill-reader.js';
export { stemsAt } from '../model/stem-words.js';
export { verbsOf } from '../model/trained-skills.js';
export { fitListwise } from './fit-listwise.js';
export { fitLogistic } from './fit-logistic.js';
export { TitleModel, TitleReader, type TitleWeights } from '../model/title-reader.js';
export { trainTitles } from './train-titles.js';
