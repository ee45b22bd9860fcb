import type { Dossier } from '../../bot/types.ts';

/** A dossier of which a test says only what matters to it. */
export const demonstration: Dossier = {
  code: 'H40.23.08-250715-0012',
  procedure: { code: '', name: '' },
  agency: '',
  status: 4,
  statusText: '',
  receivedOn: null,
  dueOn: null,
  finishedOn: null,
  applicant: { name: '', phone: '', idNumber: '' },
  asOf: '2025-08-01T00:00:00Z',
  demonstration: true,
};
