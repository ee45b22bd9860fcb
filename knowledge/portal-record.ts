import { z } from 'zod';

const words = z.string().nullish();
const flag = z.boolean().nullish();
const list = <T extends z.ZodType>(item: T) => z.array(item.nullable()).nullish().transform(present);
const named = z.object({ name: words, code: words });
/** The portal writes numbers as numbers, as strings of digits and, for odd times, as words. */
const odd = z.union([z.number(), z.string()]).nullish();

const feeSchema = z.object({
  type: words,
  value: odd,
  currencyName: words,
  description: words,
  attachment: z.object({ fileName: words }).nullish(),
});
const waySchema = z.object({
  submissionMethod: words,
  processingTime: odd,
  processingTimeUnit: words,
  description: words,
  fees: list(feeSchema),
});
const paperSchema = z.object({
  name: words,
  originalQty: z.number().nullish(),
  copyQty: z.number().nullish(),
  attachments: list(z.object({ fileName: words })),
});

/** What is read of the portal's API record. Strict on what identifies it; of the rest, anything may be missing or null. */
export const recordSchema = z.object({
  // It becomes part of an address.
  id: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,100}$/),
  code: z.string().trim().min(1),
  name: z.string().trim().min(1),
  type: z.enum(['STANDARD', 'SPECIFIC', 'STANDARD_INTERNAL']),
  isInternal: flag,
  isWard: flag,
  isProvince: flag,
  isMinistry: flag,
  isOtherAgency: flag,
  isFullProcess: flag,
  keywords: words,
  /** When it was changed last, in milliseconds since 1970. */
  updatedAt: z.number().nullish().catch(null),
  departmentPromulgateCode: words,
  departmentPromulgateName: words,
  category: named.nullish(),
  categoriesDetails: list(named),
  subjectTypesDetails: list(named),
  executionSteps: list(z.object({ name: words, description: words })),
  executionMethods: list(waySchema),
  executionCases: list(z.object({ name: words, profileComponents: list(paperSchema) })),
  cases: list(z.object({ code: words, name: words, processingDay: z.object({ qty: odd, type: words }).nullish() })),
  departmentsExecuting: list(named),
  unitGroupsExecuting: list(named),
  executingAgencies: words,
  departmentsAuthority: list(named),
  unitGroupsAuthority: list(named),
  dossierReceivingAddresses: words,
  requirementsAndConditions: words,
  resultsDetails: list(named),
  legalBasisesDetails: list(named),
  procedureProposal: z.object({ proposalNumber: words }).nullish(),
});
export type PortalRecord = z.infer<typeof recordSchema>;
export type PortalWay = z.infer<typeof waySchema>;
export type PortalFee = z.infer<typeof feeSchema>;
export type PortalPaper = z.infer<typeof paperSchema>;

function present<T>(items: (T | null)[] | null | undefined): T[] {
  return (items ?? []).flatMap((item) => (item === null ? [] : [item]));
}
