import type { Dossier } from '../../bot/dossier-types.ts';

/** A dossier of which a test says only what matters to it. */
export const demonstration: Dossier = {
  code: 'H40.23.08-250715-0012',
  source: 'register',
  procedure: { code: '', name: '' },
  agency: '',
  status: 4,
  statusText: '',
  receivedOn: null,
  dueOn: null,
  finishedOn: null,
  receivedAt: null,
  dueAt: null,
  finishedAt: null,
  returnedAt: null,
  suspended: [],
  applicant: { name: '', phone: '', idNumber: '' },
  holder: { office: '', person: '' },
  timeline: [],
  missing: [],
  fees: [],
  results: [],
  note: '',
  factor: { pin: '', phone: '', idNumber: '' },
  asOf: '2025-08-01T00:00:00Z',
  demonstration: true,
};
