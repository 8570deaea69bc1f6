import type { MongoDatabase } from '@jobwire/mongo';
import { Schema, type Model } from 'mongoose';
import type { Employers } from '../../application/ports.js';

interface EmployerDocument {
  _id: string;
  name: string;
}

const employerSchema = new Schema<EmployerDocument>(
  { _id: { type: String, required: true }, name: { type: String, required: true } },
  { versionKey: false, strict: 'throw' },
);

export class MongoEmployers implements Employers {
  private readonly employers: Model<EmployerDocument>;

  constructor(private readonly db: MongoDatabase) {
    this.employers = db.collection('employers', employerSchema);
  }

  async name(id: string): Promise<string | undefined> {
    const found = await this.db.run(() => this.employers.findOne({ _id: id }).lean<EmployerDocument>());
    return found?.name;
  }

  async rename(id: string, name: string): Promise<void> {
    await this.db.run(() => this.employers.updateOne({ _id: id }, { $set: { name } }, { upsert: true }));
  }
}
