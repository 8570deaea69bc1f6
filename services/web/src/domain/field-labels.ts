import { profileFieldOf } from './profile-form.js';
import { vacancyFieldOf } from './vacancy-form.js';
import type { FormWords } from './form-errors.js';

export const profileWords: FormWords = {
  fieldOf: profileFieldOf,
  labels: {
    place: 'Place',
    radiusMiles: 'Distance in miles',
    alertThreshold: 'Lowest score',
    minimumSalary: 'Lowest pay',
    occupations: 'Jobs you look for',
    qualifications: 'Qualifications',
    contracts: 'Contract',
    hours: 'Hours',
  },
};

export const skillWords: FormWords = { fieldOf: profileFieldOf, labels: { skill: 'Skill' } };

export const vacancyWords: FormWords = {
  fieldOf: vacancyFieldOf,
  labels: {
    title: 'Title',
    description: 'Description',
    place: 'Place',
    remote: 'Work from home',
    skills: 'Skills needed',
    desired: 'Skills that help',
    payMin: 'Pay from',
    payMax: 'Pay to',
    hours: 'Hours',
    contract: 'Contract',
  },
};
