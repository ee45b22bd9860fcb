import { afterEach, describe, expect, it } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import type { FilingTarget } from '../../bot/ports.ts';
import { createHttpTarget } from '../../connectors/filings/http-target.ts';
import { readFilingMapping } from '../../connectors/filings/read-filing-mapping.ts';
import { routeTargets } from '../../connectors/filings/route-targets.ts';
import { attempt, draftOf, filingTargetContract, settled, type TargetWorld } from '../contracts/filing-target.ts';
import { type FilingSystem, startFilingSystem, targetSettings } from '../fakes/filing-system.ts';
import { createTokenStore } from '../fakes/token-store.ts';

const started: FilingSystem[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((system) => system.close()));
});

type Kind = Parameters<typeof targetSettings>[0];
const kinds: Kind[] = ['uploads, cannot be asked', 'can be asked', 'knows a draft again'];
const secrets = { clientId: 'client', clientSecret: 's3cret-s3cret' };

async function world(kind: Kind, change: (target: FilingTarget) => FilingTarget = (target) => target): Promise<TargetWorld> {
  const system = await startFilingSystem({ knows: kind === 'knows a draft again' });
  started.push(system);
  const mapping = readFilingMapping(targetSettings(kind, system.baseUrl));
  const own = { ...mapping.procedures['*'], ...mapping.places['*'] };
  const target = createHttpTarget({ mapping, own, secrets, tokens: createTokenStore(Date.now), now: Date.now, limitMs: 700, pauseMs: 1 });
  return { system, target: change(target), asks: kind !== 'uploads, cannot be asked' };
}

describe.each(kinds)('a target whose system %s', (kind) => {
  it.each(filingTargetContract)('$title', async ({ check }) => check(await world(kind)));
});

describe('the contract of a target', () => {
  /** What is wrong with a target, and the promise that it breaks. */
  const faults: [string, Kind, string, (target: FilingTarget) => FilingTarget][] = [
    [
      'one that forgets that it has sent it',
      'can be asked',
      'a try after one that died in the middle makes no second dossier',
      (target) => ({ ...target, submit: (draft, { sending }, signal) => target.submit(draft, { sent: false, sending }, signal) }),
    ],
    [
      'one that takes silence for nothing made',
      'uploads, cannot be asked',
      'makes no second dossier where the system made one and said nothing clear (lost)',
      (target) => ({
        ...target,
        submit: async (draft, { sending }, signal) => {
          const first = await target.submit(draft, { sent: false, sending }, signal);
          return first.kind === 'unclear' ? target.submit(draft, { sent: false, sending }, signal) : first;
        },
      }),
    ],
  ];
  it.each(faults)('is broken by %s', async (_, kind, title, change) => {
    const promise = filingTargetContract.find((each) => each.title === title);
    await expect(promise?.check(await world(kind, change))).rejects.toThrow();
  });
});

describe('a target that hands over files first', () => {
  it('makes nothing when a file does not go through, and all of them go again', async () => {
    const { system, target } = await world('uploads, cannot be asked');
    system.failUpload(1);
    system.failUpload(2);
    expect(await attempt(target)).toMatchObject({ result: 'away', sending: false });
    expect(system.counts.creates).toBe(0);
    expect((await attempt(target)).result).toMatchObject({ kind: 'accepted' });
    expect(system.made[0]?.files.map(({ name }) => name)).toEqual(['BN-261122-0001-K7QX.pdf', 'giấy chứng sinh.jpg']);
  });

  it('writes what iGate calls them: the procedure, the place, the ids of the files', async () => {
    const { system, target } = await world('uploads, cannot be asked');
    await attempt(target);
    expect(system.made[0]?.body).toMatchObject({
      procedureId: 'proc-9',
      appliciant: { province: { value: 'p-1' } },
      dossierFormFile: [
        {
          idProcedureForm: 'form-9',
          file: [
            { id: 'file-0', size: 18 },
            { id: 'file-1', size: 7 },
          ],
        },
      ],
    });
  });
});

describe('a target that can be asked', () => {
  it('waits where what it asks is away, and takes no answer about another draft', async () => {
    const { system, target } = await world('can be asked');
    await attempt(target, false, { ...draftOf(), code: 'BN-261122-0001-K7QY' });
    system.trouble('lost');
    system.lookUpsFail(true);
    expect((await attempt(target)).result).toEqual({ kind: 'unclear', again: true });
    expect((await attempt(target, true)).result).toEqual({ kind: 'unclear', again: true });
    expect(system.counts.creates).toBe(2);
    system.lookUpsFail(false);
    expect((await attempt(target, true)).result).toEqual({ kind: 'accepted', dossier: 'H40.23.08-261122-0002' });
  });

  it('fills in every field, a date as the system writes it, and no value twice', async () => {
    const { system, target } = await world('can be asked');
    const draft = draftOf();
    const [name, ...rest] = draft.fields;
    const sly = {
      ...draft,
      fields: [{ ...(name ?? rest[0]), value: '{code} {values}', shown: '{code} {values}' }, ...rest] as typeof draft.fields,
    };
    expect(await settled({ ...target, submit: (_, tried, signal) => target.submit(sly, tried, signal) })).toMatchObject({
      kind: 'accepted',
    });
    expect(system.made[0]?.body).toMatchObject({
      chuHoSo: { ten: '{code} {values}', ngaySinh: '12/05/2026' },
      toKhai: [{ ma: 'child.name' }, { ma: 'child.birthDate', ten: 'Ngày sinh', giaTri: '12/05/2026' }],
      tatCa: { 'child.birthDate': '2026-05-12' },
      maTTHC: '9.000001',
    });
  });
});

describe('which target takes a filing', () => {
  const at = { commune: { code: '00070', name: 'Phường Hoàn Kiếm' }, province: { code: '01', name: 'Thành phố Hà Nội' } };
  const target = (name: string, procedures: object, places: object) => {
    const mapping = readFilingMapping({ ...targetSettings('can be asked', 'http://127.0.0.1:1'), name, procedures, places });
    return {
      mapping,
      make: (own: Record<string, string>): FilingTarget => ({
        name: `${name} ${own.id ?? ''}`.trim(),
        agency: mapping.agency,
        submit: async () => ({ kind: 'unclear', again: false }),
      }),
    };
  };
  const targets = routeTargets([
    target('everywhere', { '1.001193': {} }, { '*': {} }),
    target('province', { '*': {} }, { '01': { id: 'p' } }),
    target('commune', { '1.001193': { id: 'x' } }, { '00070': {} }),
  ]);
  it.each([
    ['1.001193', at, 'commune x'],
    ['1.000656', at, 'province p'],
    ['1.001193', { ...at, commune: { code: '00082', name: 'Phường Cửa Nam' } }, 'province p'],
    ['1.001193', null, 'everywhere'],
    ['1.000656', null, undefined],
  ])('%s at %j goes to %s', (procedure, place, name) => {
    expect(targets.find(procedure, place)?.name).toBe(name);
  });
});

describe('the settings of a target', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'names what stands in braces and is nowhere',
      { create: { path: '/x', json: { a: '{code}', b: '{procedureId}' }, dossier: 'code' } },
      'procedureId',
    ],
    ['must send the code of the draft', { create: { path: '/x', json: { a: '1' }, dossier: 'code' } }, 'does not say {code}'],
    ['must say where the code of the dossier stands', { create: { path: '/x', json: { a: '{code}' } } }, 'create.dossier'],
    ['must say to whom it goes', { agency: undefined }, 'agency'],
    ['must know the place', { places: { Hanoi: {} } }, 'places'],
  ])('%s', (_, change, fault) => {
    const settings = { ...targetSettings('can be asked', 'http://127.0.0.1:1'), lookUp: undefined, ...change };
    expect(() => readFilingMapping(settings)).toThrow(OperatorError);
    expect(() => readFilingMapping(settings)).toThrow(fault);
  });
});
