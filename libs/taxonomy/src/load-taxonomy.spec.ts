import { loadTaxonomy } from './load-taxonomy.js';

const taxonomy = loadTaxonomy();
const ids = (query: string, limit?: number) => taxonomy.suggestSkills(query, limit).map(({ id }) => id);

describe('resolving skills', () => {
  it.each([
    ['Node', 'skill:node-js'],
    ['care plans', 'skill:care-planning'],
    ['RGN', 'skill:registered-nurse-qualification'],
    ['c#', 'skill:c-sharp'],
    ['skill:wound-care', 'skill:wound-care'],
    ['HGV class 1', 'skill:category-c-plus-e-driving-licence'],
  ])('knows %s', (typed, id) => {
    expect(taxonomy.resolveSkill(typed)).toMatchObject({ id, known: true });
  });

  it('keeps a label nobody knows as it was typed, under an id made from it', () => {
    const found = taxonomy.resolveSkill('  Fire   Juggling ');
    expect(found).toEqual({ id: 'label:fire juggling', label: 'Fire Juggling', known: false });
    expect(taxonomy.resolveSkill('label:fire juggling')?.id).toBe('label:fire juggling');
    expect(taxonomy.labelOf('label:fire juggling')).toBe('fire juggling');
  });

  it('refuses an unknown id and an empty label', () => {
    expect(taxonomy.resolveSkill('skill:no-such-thing')).toBeUndefined();
    expect(taxonomy.resolveSkill(' ?! ')).toBeUndefined();
  });
});

describe('relations', () => {
  it('are told from the point of view of the holder', () => {
    expect(taxonomy.relations('skill:leg-ulcer-care')).toContainEqual({
      id: 'skill:wound-care',
      relation: 'broader',
    });
    expect(taxonomy.relations('skill:wound-care')).toContainEqual({
      id: 'skill:leg-ulcer-care',
      relation: 'narrower',
    });
    expect(taxonomy.relations('skill:phlebotomy')).toContainEqual({
      id: 'skill:venepuncture',
      relation: 'related',
    });
  });

  it('reach over several steps: a lorry licence includes the car', () => {
    const found = taxonomy.relations('skill:category-c-plus-e-driving-licence');
    expect(found).toContainEqual({ id: 'skill:driving-licence-category-b', relation: 'broader' });
  });

  it('are none for a label in no taxonomy', () => {
    expect(taxonomy.relations('label:fire juggling')).toEqual([]);
  });
});

describe('idf', () => {
  it('is higher for a rare skill than for one in every advert', () => {
    expect(taxonomy.idf('skill:tracheostomy-care')).toBeGreaterThan(taxonomy.idf('skill:communication'));
  });

  it('is defined for labels and ids nobody knows', () => {
    expect(taxonomy.idf('label:fire juggling')).toBeGreaterThan(0);
    expect(taxonomy.idf('skill:not-yet')).toBeGreaterThan(0);
  });
});

describe('suggestions', () => {
  it('begin with the skill whose own label begins so', () => {
    expect(ids('woun')[0]).toBe('skill:wound-care');
    expect(ids('care pl')[0]).toBe('skill:care-planning');
  });

  it('forgive a slip of the finger', () => {
    expect(ids('phlebotmy')).toContain('skill:phlebotomy');
    expect(ids('venepucture')).toContain('skill:venepuncture');
  });

  it('come in the same order every time and no more than asked', () => {
    expect(ids('nurs', 5)).toHaveLength(5);
    expect(ids('nurs', 5)).toEqual(ids('nurs', 5));
    expect(ids('  ')).toEqual([]);
  });

  it('are given for occupations too', () => {
    expect(taxonomy.suggestOccupations('midwi')[0]?.id).toBe('occupation:midwife');
  });
});

describe('resolving occupations', () => {
  it.each(['Registered nurse', 'staff nurses', 'occupation:registered-nurse'])('knows %s', (text) => {
    expect(taxonomy.resolveOccupation(text)?.id).toBe('occupation:registered-nurse');
  });

  it('takes a code only when one occupation alone has it', () => {
    expect(taxonomy.resolveOccupation('2231')?.id).toBe('occupation:midwife');
    expect(taxonomy.resolveOccupation('2221')).toBeUndefined();
    expect(taxonomy.resolveOccupation('wizard')).toBeUndefined();
  });
});

it('loads once, fast, with a version', () => {
  expect(loadTaxonomy()).toBe(taxonomy);
  expect(taxonomy.version).toMatch(/^[\da-f]{12}$/);
});
