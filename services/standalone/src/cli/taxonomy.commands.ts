import { loadGazetteer, loadTaxonomy, readPay, attributions } from '@jobwire/taxonomy';
import { Command } from 'commander';
import { createInterface } from 'node:readline';

interface Line {
  id?: string;
  text?: string;
  title?: string;
}

/** Commands that need no running instance: what the taxonomy makes of words. JSON lines in, JSON lines out. */
export function taxonomyCommands(): Command[] {
  return [
    overLines('extract', 'Skills in {"id","text"}.', ({ text = '' }) => ({
      skills: loadTaxonomy()
        .findSkills(text)
        .map(({ id, label, start, end, need }) => ({ id, label, start, end, need })),
    })),
    overLines('classify', 'The occupation of {"id","title"}.', ({ title = '' }) => {
      const found = loadTaxonomy().occupationOfTitle(title);
      const { id, label, isco08, soc2020 } = found ?? {};
      return { occupations: found === undefined ? [] : [{ id, label, isco: isco08, soc: soc2020 }] };
    }),
    overLines('place', 'The place named in {"id","text"}: a postcode or a town.', ({ text = '' }) => ({
      places: placesOf(text),
    })),
    overLines('pay', 'The pay in {"id","text"}.', ({ text = '' }) => ({ pay: readPay({ text }) ?? null })),
    towns(),
    information(),
  ];
}

function placesOf(text: string): unknown[] {
  const gazetteer = loadGazetteer();
  const byPostcode = gazetteer.locate({ postcode: text });
  const found = byPostcode.ok ? byPostcode : gazetteer.locate({ town: text });
  return found.ok ? [found.place] : [];
}

function towns(): Command {
  return new Command('places')
    .description('Towns that begin like what is given.')
    .argument('<name>', 'the beginning of a name')
    .action((name: string) => {
      for (const town of loadGazetteer().suggestTowns(name))
        process.stdout.write(`${JSON.stringify({ town })}\n`);
    });
}

function information(): Command {
  return new Command('taxonomy')
    .description('What the shipped taxonomy holds and whom it owes.')
    .action(() => {
      const taxonomy = loadTaxonomy();
      const counts = { skills: taxonomy.skills().length, occupations: taxonomy.occupations().length };
      process.stdout.write(`${JSON.stringify({ version: taxonomy.version, ...counts, attributions })}\n`);
    });
}

function overLines(name: string, description: string, answer: (line: Line) => object): Command {
  return new Command(name).description(`${description} Reads standard input.`).action(async () => {
    let number = 0;
    for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      number++;
      if (text.trim() === '') continue;
      const line = parse(text, number);
      process.stdout.write(`${JSON.stringify({ id: line.id, ...answer(line) })}\n`);
    }
  });
}

function parse(text: string, number: number): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    throw new Error(`Line ${number} is not JSON: write one object a line.`);
  }
}
