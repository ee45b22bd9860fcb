import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Procedure } from '../../bot/types.ts';
import { readPortalRecord } from '../../knowledge/portal.ts';
import { type Draft, digestOf } from '../../knowledge/publish.ts';

export type PortalJson = Record<string, unknown> & { id: string; code: string; name: string };

/** A record in the shape of the portal's, of a town that does not exist. */
export function portalRecord(number: number, change: Record<string, unknown> = {}): PortalJson {
  const digits = String(number).padStart(6, '0');
  return {
    id: `record-${digits}`,
    code: `9.${digits}`,
    name: `Cấp thẻ bến thuyền số ${number}`,
    type: 'STANDARD',
    isInternal: false,
    isWard: true,
    departmentPromulgateCode: 'T01',
    departmentPromulgateName: 'Bộ Thử nghiệm',
    category: { name: 'Bến bãi', code: 'BB' },
    subjectTypesDetails: [{ name: 'Công dân Việt Nam', code: 'CD' }],
    executionSteps: [{ name: 'Bước 1', description: 'Mang thuyền đến bến để đo. Nhận phiếu hẹn.' }],
    executionMethods: [
      {
        submissionMethod: 'DIRECT',
        processingTime: 4,
        processingTimeUnit: 'WORKING_DAY',
        description: 'Nộp tại bến.',
        fees: [{ type: 'FEE', value: 12_000, currencyName: 'VND', description: '' }],
      },
    ],
    executionCases: [{ name: 'Chủ thuyền', profileComponents: [{ name: `Đơn xin đậu bến số ${number}`, originalQty: 1, copyQty: 0 }] }],
    unitGroupsExecuting: [{ name: 'Ban quản lý bến', code: 'B1' }],
    requirementsAndConditions: 'Thuyền dài không quá sáu mét.',
    resultsDetails: [{ name: 'Thẻ bến', code: 'KQ' }],
    legalBasisesDetails: [{ code: '01/2026/TN', name: 'Quy định thử về bến thuyền' }],
    ...change,
  };
}

export function portalRecords(count: number): PortalJson[] {
  return Array.from({ length: count }, (_, place) => portalRecord(place + 1));
}

export function procedureOf(record: PortalJson): Procedure {
  const read = readPortalRecord(record);
  if (read.kind === 'rejected') throw new Error(read.reason);
  return read.procedure;
}

export function draftOf(record: PortalJson, change: Partial<Draft> = {}): Draft {
  const procedure = procedureOf(record);
  return {
    procedure,
    origin: 'portal',
    url: `https://example.org/${procedure.id}`,
    date: '2026-07-01',
    digest: digestOf(procedure),
    ...change,
  };
}

/** One JSON object a line. */
export function lines(records: unknown[], end = '\n'): string {
  return records.map((record) => `${JSON.stringify(record)}${end}`).join('');
}

/** A file for the test at hand. */
export function temporaryFile(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** A folder for the test at hand. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
