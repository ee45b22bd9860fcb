/**
 * Today's two tiers and what stood before 1 July 2025, as plain data. `communes[].province` and `before[].province` are codes of `provinces`;
 * `before[].code` has the three digits that open a personal ID number. `also`: names that the same district or province had earlier.
 * `now`: codes of today's communes that hold a part of the old one, two or more when it was divided. An old commune with an empty name is a whole district.
 */
export type Places = {
  provinces: { code: string; name: string }[];
  communes: { code: string; name: string; province: string }[];
  before: { code: string; name: string; also: string[]; province: string; districts: OldDistrict[] }[];
};

export type OldDistrict = { name: string; also: string[]; communes: { name: string; now: string[] }[] };

export type Place = { code: string; name: string };

/** `detail`: house, street, hamlet as said. `was`: the old name in full, where the address was told by an old name. */
export type Address = { detail: string; commune: Place; province: Place; was?: string };
