import { readLanguage } from './read-language.js';

it.each([
  [
    'en',
    'We are looking for a careful baker who starts work before the birds do and likes to smile at customers.',
  ],
  [
    'cy',
    'Rydym yn chwilio am bobydd gofalus sydd yn hoffi gweithio yn gynnar yn y bore ac sydd yn siarad Cymraeg.',
  ],
  [
    'sv',
    'Vi söker en noggrann bagare som tycker om att börja arbeta tidigt på morgonen och att möta våra kunder.',
  ],
  [
    'pl',
    'Szukamy starannego piekarza, który lubi zaczynać pracę wcześnie rano i chętnie rozmawia z klientami.',
  ],
])('tells %s', (language, text) => {
  expect(readLanguage(text)).toBe(language);
});

it.each(['', 'Baker', 'Java SQL', '🙂'.repeat(100), '1234 '.repeat(50)])('does not guess at %j', (text) => {
  expect(readLanguage(text)).toBeUndefined();
});
