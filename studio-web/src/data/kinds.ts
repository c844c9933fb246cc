import type { ColumnKind } from '../api';

/** What a person calls a kind of column. */
export function kindName(kind: ColumnKind): string {
  return kind === 'boolean' ? 'yes/no' : kind;
}
