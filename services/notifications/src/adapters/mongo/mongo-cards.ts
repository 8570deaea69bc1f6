import { Joined, type MongoDatabase } from '@jobwire/mongo';
import { Schema } from 'mongoose';
import type { Cards } from '../../application/ports.js';
import type { VacancyCard } from '../../domain/cards.js';

/** The id is the vacancy's. */
type CardDocument = Omit<VacancyCard, 'vacancyId'> & { readonly _id: string };

const cardSchema = new Schema<CardDocument>(
  {
    _id: { type: String, required: true },
    revision: Number,
    employerId: String,
    employerName: String,
    title: String,
    location: String,
  },
  { versionKey: false, strict: 'throw' },
);

export class MongoCards implements Cards {
  private readonly cards: Joined<CardDocument>;

  constructor(private readonly db: MongoDatabase) {
    this.cards = new Joined(db.collection('cards', cardSchema));
  }

  async keep(cards: readonly VacancyCard[]): Promise<void> {
    const upserts = cards.map(({ vacancyId: _id, ...card }) => ({
      updateOne: {
        filter: { _id, revision: { $lt: card.revision } },
        update: { $set: card },
        upsert: true,
      },
    }));
    await this.db.run(() => this.cards.upsertUnlessNewer(upserts));
  }

  async of(vacancyIds: readonly string[]): Promise<Map<string, VacancyCard>> {
    const found = await this.db.run(() => this.cards.byId(vacancyIds));
    return new Map([...found.values()].map(({ _id, ...card }) => [_id, { vacancyId: _id, ...card }]));
  }
}
