import type { SavedModel } from './api';
import { get, send } from './server';

interface ModelList {
  models: SavedModel[];
}

/** Saved models that are open: named when the studio was started, or sent by this page. */
class Models {
  all = $state.raw<SavedModel[] | undefined>(undefined);

  async load(): Promise<void> {
    this.all = (await get<ModelList>('/api/models')).models;
  }

  model(number: number | undefined): SavedModel | undefined {
    return this.all?.find((model) => model.number === number);
  }

  /** Sends a file, and opens it. */
  async open(file: File): Promise<SavedModel | undefined> {
    this.all = (await send<ModelList>('/api/models', file)).models;
    return this.all.findLast((model) => model.file === file.name);
  }
}

export const models = new Models();
