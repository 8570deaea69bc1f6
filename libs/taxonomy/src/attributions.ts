/** Whose work the shipped data rests on, for the page that credits it. */
export interface Attribution {
  name: string;
  licence: string;
  url: string;
  usedFor: string;
}

/** The credits the licences ask for; ATTRIBUTION.md has the same list. */
export const attributions: readonly Attribution[] = [
  {
    name: 'This service uses the ESCO classification of the European Commission',
    licence: 'CC BY 4.0',
    url: 'https://esco.ec.europa.eu/',
    usedFor: 'Ids of skills with their share of adverts; everything in a taxonomy built from it',
  },
  {
    name: 'GeoNames',
    licence: 'CC BY 4.0',
    url: 'https://www.geonames.org/',
    usedFor: 'Names and coordinates of towns, rounded to two decimals',
  },
  {
    name: 'Office for National Statistics, Standard Occupational Classification 2020',
    licence: 'Open Government Licence v3.0',
    url: 'https://www.ons.gov.uk/methodology/classificationsandstandards/standardoccupationalclassificationsoc/soc2020',
    usedFor: 'Unit group codes of occupations',
  },
  {
    name: 'International Labour Organization, International Standard Classification of Occupations 2008',
    licence: 'Codes quoted with acknowledgement',
    url: 'https://isco.ilo.org/',
    usedFor: 'Unit group codes of occupations',
  },
];
