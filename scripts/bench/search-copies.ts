import type { Entry } from './search-corpus.ts';

/**
 * A larger country for the bench: `count` copies of every entry, one list for each copy, always the same. A copy has an id, a code and a
 * place of its own, and names that go on as those of a neighbour in the same field do; its long texts are those of the original.
 */
export function* copiesOf(entries: Entry[], count: number): Generator<Entry[]> {
  const fields = Map.groupBy(entries, ({ procedure }) => procedure.field);
  const places = new Map([...fields.values()].flatMap((same) => same.map((entry, place) => [entry, place] as const)));
  for (let copy = 1; copy <= count; copy += 1) {
    yield entries.map((entry, number) => {
      const same = fields.get(entry.procedure.field) ?? [entry];
      const neighbour = same[((places.get(entry) ?? 0) + copy) % same.length] ?? entry;
      return copyOf(entry, { neighbour, copy, number });
    });
  }
}

type Variation = { neighbour: Entry; copy: number; number: number };

function copyOf({ procedure, alsoCalled }: Entry, { neighbour, copy, number }: Variation): Entry {
  const place = placeName(copy, number);
  const said = neighbour.alsoCalled.length === 0 ? alsoCalled : neighbour.alsoCalled;
  return {
    procedure: {
      ...procedure,
      id: `${procedure.id}-copy-${copy}`,
      // The portal's codes begin with 1, 2 or 3.
      code: `9.${copy}${String(number).padStart(6, '0')}`,
      name: `${crossed(procedure.name, neighbour.procedure.name)} tại ${place}`,
    },
    alsoCalled: alsoCalled.map((name, at) => `${crossed(name, said[at % said.length] ?? name)} ${place}`),
  };
}

/** The first half of one name and the second half of another, by words. */
export function crossed(own: string, other: string): string {
  const half = (text: string) => Math.ceil(text.split(' ').length / 2);
  return [...own.split(' ').slice(0, half(own)), ...other.split(' ').slice(half(other))].join(' ');
}

const firsts = ['Bến', 'Gò', 'Rạch', 'Hòn', 'Đồi', 'Bãi', 'Suối', 'Đầm', 'Vàm', 'Khe', 'Cồn'];
const seconds = ['Sáo', 'Mít', 'Trám', 'Vông', 'Sậy', 'Nhãn', 'Diều', 'Quạ', 'Cò', 'Dừa', 'Sen', 'Tre', 'Ngô'];

/** A place that no map has. */
function placeName(copy: number, number: number): string {
  return `khu ${firsts[number % firsts.length]} ${seconds[number % seconds.length]} ${copy}`;
}
