import { instanceOf, type Instance } from '@jobwire/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock.js';

/** Where everything is kept. */
export interface DataFolder {
  readonly path: string;
  /** False for `:memory:`: only the instance's keys are written, to a temporary folder. */
  readonly keeps: boolean;
  readonly instance: Instance;
  file(store: string): string;
  release(): void;
}

/** @throws Error when the folder cannot be written, is in use, or belongs to a newer version */
export function openDataFolder(setting: string): DataFolder {
  const keeps = setting !== ':memory:';
  const path = keeps ? resolve(setting) : mkdtempSync(join(tmpdir(), 'jobwire-'));
  const instance = instanceOf(path);
  const unlock = lockFolder(path);
  return {
    path,
    keeps,
    instance,
    file: (store) => (keeps ? join(path, `${store}.sqlite`) : ':memory:'),
    release: () => {
      unlock();
      if (!keeps) rmSync(path, { recursive: true, force: true });
    },
  };
}
