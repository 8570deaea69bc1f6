import { loadTaxonomy } from './load-taxonomy.js';

const taxonomy = loadTaxonomy();
const occupation = (title: string) => taxonomy.occupationOfTitle(title)?.label;

describe('the occupation of a title', () => {
  it.each([
    ['Staff Nurse - Band 5, Leeds (£24,907 - £30,615)', 'Registered nurse'],
    ['BAND 6 Community Mental Health Nurse', 'Mental health nurse'],
    ['Specialist Speech &amp; Language Therapist', 'Speech and language therapist'],
    ['Consultant in Emergency Medicine', 'Medical consultant'],
    ['HGV Class 1 Driver - Nights', 'HGV driver'],
    ['Senior Software Engineer (Remote)', 'Software developer'],
    ['Receptionist / Administrator', 'Medical receptionist'],
    ['Trainee Pharmacy Technician', 'Pharmacy technician'],
    ['Dental Nurse', 'Dental nurse'],
  ])('%s is %s', (title, label) => {
    expect(occupation(title)).toBe(label);
  });

  it.each([
    'Head of Nursing Dentist Liaison Manager',
    'Dentist Recruitment Manager',
    'Assistant Dentist',
    'Wizard',
    '',
  ])('is not guessed from "%s"', (title) => {
    expect(occupation(title)).not.toBe('Dentist');
  });

  it('is the same whoever the title seems to address', () => {
    expect(occupation('Waitress')).toBe(occupation('Waiter'));
    expect(occupation('Barmaid or barman, bar staff')).toBe(occupation('Bar staff'));
  });
});
