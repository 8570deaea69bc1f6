// Finds the places a running text names: postcodes anywhere, towns and counties where words or signs put a place.
import { readData } from '../read-data.js';
import type { Gazetteer, Place, PlaceInText, PlaceResult, PlacesInText } from './place.types.js';

const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/g;
/** An outcode alone is a band, a motorway or a licence as well, so it needs a place before it. */
const outcode =
  /(?<=\b(?:postcode:?|area|in|near|around)\s)[A-Z]{1,2}\d{1,2}[A-Z]?\b(?!\s?(?:\d|motorway|licen[cs]e|level|grade|band))/g;
const nationwide =
  /\b(?:nation[\s-]?wide|uk[\s-]wide|across the (?:uk|united kingdom|whole country|country)|throughout the (?:uk|country)|anywhere in the (?:uk|united kingdom|country))\b/i;

const name = String.raw`\p{Lu}[\p{L}'\u2019-]*(?:[ -](?:(?:upon|on|under|in|le|by|the|and|of|super|St\.?)[ -])?\p{Lu}[\p{L}'\u2019-]*){0,3}`;
/** Words before a place and how sure they make it. */
const leads: readonly [RegExp, number][] = [
  [
    new RegExp(
      String.raw`\b(?:[Ll]ocation|LOCATION|[Bb]ase|BASE|[Tt]own|[Pp]lace of work|[Ss]ite)s?\s?[:\u2013-]\s*(${name})`,
      'gu',
    ),
    0.9,
  ],
  [
    new RegExp(
      String.raw`\b(?:based|located|situated|working|work|vacancy|role|post|position|office|site)\s(?:(?:mainly|primarily|predominantly|currently)\s)?(?:in|at|near|around|within)\s(?:the\s(?:heart|centre|city|town)\sof\s|our\s)?(${name})`,
      'gu',
    ),
    0.8,
  ],
  [
    new RegExp(
      String.raw`\b(?:Road|Street|Lane|Avenue|Drive|Close|Hospital|Hospice|House|Centre),\s(${name})`,
      'gu',
    ),
    0.7,
  ],
  [new RegExp(String.raw`\b(?:city|town|village|area|borough|county) of (${name})`, 'gu'), 0.7],
  [new RegExp(String.raw`\b(?:in|at|near|around|across|covering|throughout|between)\s(${name})`, 'gu'), 0.6],
];
/** The next name of a list: "in Leeds, Bradford and York". */
const further = new RegExp(String.raw`^\s?(?:,|&|\/|\bor\b|\band\b|,\s?and\b)\s*(${name})`, 'u');
/** A road or a hospital is not the town it is called after, though the hospital may stand there. */
const notThere =
  /^[ -](?:Road|Street|Lane|Avenue|Way|Bridge|Drive|Close|Building|Ward|Suite|Award|Act|Pathway|House|Moorings|\d)|^['\u2019]s\b/;
/** A head office is where the post is not, and a country is no place to go to. */
const elsewhere =
  /\b(?:head(?: ?office|quarter\w*)|hours?|minutes|awards?|established|founded)\b[^.\n]{0,25}$/i;
const countries = new Set([
  'england',
  'wales',
  'scotland',
  'north wales',
  'south wales',
  'march',
  'northern ireland',
]);
const body =
  /^[ -](?:\p{Lu}[\p{L}'\u2019]+ ){0,3}(?:Hospitals?|Trust|University|Council|NHS|Infirmary|School|College|Health)\b/u;
const bodyPenalty = 0.5;
const longestName = 60;
const shortText = 6;
const typed = 0.9;
/** Of "cardiff or swansea" and "Stoke-on-Trent ST4" each part. */
const typedPart =
  /(?<=^|[,/;]\s?|\bor\s|\band\s|\s(?=\p{Lu}{1,2}\d))(?:(?!\s(?:or|and)\s|\s\p{Lu}{1,2}\d)[^,/;])+/gu;

interface Region {
  name: string;
  areas: string[];
}

const regions = Object.entries(readData<Record<string, Region>>('regions.json'));

/** The region an area lies in. */
function regionOf(area: string | undefined): Pick<PlaceInText, 'region' | 'regionName'> {
  const found =
    area && regions.find(([, { areas }]) => areas.includes(area) || areas.includes(area.slice(0, 3)));
  return found ? { region: found[0], regionName: found[1].name } : {};
}

class PlaceReader {
  /** By label, the surest mention of each. */
  private readonly found = new Map<string, PlaceInText>();
  private readonly known = new Map<string, PlaceResult>();

  constructor(
    private readonly text: string,
    private readonly gazetteer: Gazetteer,
  ) {}

  read(): PlaceInText[] {
    for (const pattern of [postcode, outcode])
      for (const { 0: words, index } of this.text.matchAll(pattern)) this.postcode(words, index);
    if (this.text.trim().split(/\s+/).length <= shortText) this.whole();
    for (const [lead, confidence] of leads)
      for (const match of this.text.matchAll(lead)) {
        const words = match[1] ?? '';
        this.list(words, match.index + match[0].length - words.length, confidence);
      }
    return this.best();
  }

  private postcode(words: string, start: number): void {
    const answer = this.gazetteer.locate({ postcode: words });
    if (answer.ok) this.add(answer.place, start, words.length, 0.95);
  }

  /** What a person types: "burton", "near leeds". */
  private whole(): void {
    const words = this.text.trim();
    if (this.typed(words, this.text.indexOf(words))) return;
    for (const { 0: part, index } of this.text.matchAll(typedPart)) this.typed(part.trim(), index);
  }

  private typed(words: string, start: number): boolean {
    const isCode = /\d/.test(words);
    const answer = this.gazetteer.locate(isCode ? { postcode: words } : { town: words });
    if (answer.ok) this.add(answer.place, start, words.length, typed);
    return answer.ok;
  }

  private list(words: string, start: number, confidence: number): void {
    const end = this.town(words, start, confidence);
    if (end === undefined) return;
    const next = further.exec(this.text.slice(end, end + longestName));
    if (next?.[1] !== undefined)
      this.list(next[1], end + next[0].length - next[1].length, Math.min(confidence, 0.7));
  }

  /** The longest beginning of the words that names a town; where it ends. */
  private town(words: string, start: number, confidence: number): number | undefined {
    for (let named = words.slice(0, longestName); named !== ''; named = named.replace(/[ -]*[^ -]*$/, '')) {
      const end = start + named.length;
      const after = this.text.slice(end, end + longestName);
      const answer = this.named(named);
      if (!answer.ok || notThere.test(after) || countries.has(named.toLowerCase())) continue;
      if (elsewhere.test(this.text.slice(Math.max(0, start - longestName), start))) return end;
      this.add(answer.place, start, named.length, body.test(after) ? confidence * bodyPenalty : confidence);
      return end;
    }
    return undefined;
  }

  private named(town: string): PlaceResult {
    const answer = this.known.get(town) ?? this.gazetteer.locate({ town });
    this.known.set(town, answer);
    return answer;
  }

  private add(place: Place, start: number, length: number, confidence: number): void {
    if ((this.found.get(place.label)?.confidence ?? 0) >= confidence) return;
    const area = this.gazetteer.areaAt(place.latitude, place.longitude);
    this.found.set(place.label, {
      ...place,
      ...regionOf(area),
      quote: this.text.slice(start, start + length),
      start,
      end: start + length,
      confidence: Math.round(confidence * 100) / 100,
    });
  }

  /** Each place once, by its surest mention, surest first, and no mention inside another. */
  private best(): PlaceInText[] {
    const kept: PlaceInText[] = [];
    const sorted = [...this.found.values()].toSorted(
      (a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start) || a.start - b.start,
    );
    for (const one of sorted) {
      const isInside = kept.some((other) => one.start < other.end && other.start < one.end);
      if (!isInside) kept.push(one);
    }
    return kept;
  }
}

/** Nobody names the place of work further down. */
const longestText = 40_000;

/** The places a text names, surest first, with where they stand in it, and whether it says the work is anywhere. */
export function findPlaces(text: string, gazetteer: Gazetteer): PlacesInText {
  const read = text.slice(0, longestText);
  return { places: new PlaceReader(read, gazetteer).read(), nationwide: nationwide.test(read) };
}
