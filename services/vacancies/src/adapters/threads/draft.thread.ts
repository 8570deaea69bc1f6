// A thread that drafts vacancies, with a taxonomy of its own but for its numbers. It answers every task and never throws.
import { DomainError } from '@jobwire/kernel';
import { loadGazetteer, loadTaxonomy } from '@jobwire/taxonomy';
import { parentPort, workerData } from 'node:worker_threads';
import { draftFromSource } from '../../domain/draft-from-source.js';
import type { DraftAnswer, DraftTask, ThreadSettings } from './thread-messages.js';

const { taxonomy, places, tables } = workerData as ThreadSettings;
const tools = { taxonomy: loadTaxonomy(taxonomy, tables), gazetteer: loadGazetteer(places) };

function answer({ id, request }: DraftTask): DraftAnswer {
  try {
    return { id, vacancy: draftFromSource(request, tools) };
  } catch (error) {
    if (!(error instanceof DomainError)) return { id, defect: String(error) };
    const { kind, code, message, faults, extra } = error;
    return { id, refusal: { kind, code, message, faults, extra } };
  }
}

parentPort?.on('message', (task: DraftTask) => parentPort?.postMessage(answer(task)));
