import type { Profile, Vacancy } from '@jobwire/contracts';
import { advertView } from './advert-view.js';

const skill = (id: string) => ({ id, label: id, known: true });
const vacancy = {
  title: 'Chef',
  status: 'open',
  employer: { id: 'acme', name: 'Acme' },
  location: { label: 'Bath', nationwide: false },
  remote: 'none',
  salary: { min: 12.6, unit: 'hour', currency: 'GBP' },
  skills: { required: [skill('cooking'), skill('baking')], desired: [skill('stock control')] },
  description: '<h2>About us</h2><p>We cook.</p><h4>You</h4>',
} as unknown as Vacancy;
const profile = { skills: [skill('baking')] } as unknown as Profile;

it('says what is asked, and marks what the person has', () => {
  expect(advertView(vacancy, profile)).toMatchObject({
    title: 'Chef',
    employerName: 'Acme',
    isOpen: true,
    facts: 'Bath, from £12.60 an hour',
    required: [
      { label: 'cooking', held: false },
      { label: 'baking', held: true },
    ],
    desired: [{ label: 'stock control', held: false }],
    qualifications: [],
  });
});

it('puts the headings of the text below those of the page', () => {
  const { description } = advertView(vacancy, undefined);
  expect(description).toBe('<h3>About us</h3><p>We cook.</p><h3>You</h3>');
});
