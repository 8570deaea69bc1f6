export type {
  FoundSkill,
  LikelyOccupation,
  Need,
  Occupation,
  RankedOccupation,
  RelatedSkill,
  ResolvedSkill,
  Skill,
  SkillKind,
  SkillRelation,
  Suggestion,
  Taxonomy,
} from './taxonomy.types.js';
export { loadTaxonomy, sharedTables } from './load-taxonomy.js';
export type { SharedTables } from './built/trained-files.js';
export { UnusableFiles } from './built/file-set.js';
export type { CareerProfile, LabourMarket, UnitGroup, UnitPay } from './labour-market.js';
export { followRefs } from './follow-refs.js';
export { occupationRef } from './occupation-ref.js';
export { normaliseLabel } from './normalise-label.js';
export type {
  Gazetteer,
  Place,
  PlaceInput,
  PlaceInText,
  PlaceResult,
  PlacesInText,
} from './place/place.types.js';
export { surePlace, type SurePlace } from './place/sure-place.js';
export { findPlaces } from './place/find-places.js';
export { loadGazetteer } from './place/load-gazetteer.js';
export { outcodeOf } from './place/postcode.js';
export { cleanAdvert, type CleanAdvert } from './advert/clean-advert.js';
export { stripContacts } from './advert/strip-contacts.js';
export type { Pay, PayInput, PayUnit } from './advert/pay.types.js';
export { readPay } from './advert/read-pay.js';
export { yearlyPay } from './advert/yearly-pay.js';
export { readHours, type Hours } from './advert/read-hours.js';
export { readContract, type Contract } from './advert/read-contract.js';
export { readClosingDate, type ClosingDate } from './advert/read-closing-date.js';
export { readShifts, type Shift, type StatedShift } from './advert/read-shifts.js';
export { readRemote, type Remote } from './advert/read-remote.js';
export { readLanguage } from './advert/read-language.js';
export { normaliseText } from './advert/normalise-text.js';
export {
  readCv,
  type CvReading,
  type HeldOccupation,
  type HeldQualification,
  type HeldSkill,
} from './cv/read-cv.js';
export { attributions, type Attribution } from './attributions.js';
export { findQualifications } from './qualification/find-qualifications.js';
export type { FoundQualification, QualificationKind } from './qualification/qualification.types.js';
