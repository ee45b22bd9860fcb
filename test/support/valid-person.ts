import type { Answers, Form, Question } from '../../bot/forms/form.ts';
import { type Asked, liveAnswers, nextQuestion, questionsOf } from '../../bot/forms/plan.ts';
import { brokenRule, refusalOf } from '../../bot/forms/rules.ts';
import { readValue, type World } from '../../bot/forms/values/read-value.ts';

/** Somebody whose answers a form takes to its end: what they say, question by question, and what comes of it. */
export type ValidPerson = { said: { question: Asked; text: string }[]; answers: Answers };

/** Numbers from 0 to below 1, the same ones for the same seed. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Answers are drawn until they are good by themselves, break no rule and lead to no refusal. Throws where nobody can reach the end. */
export function validPerson(form: Form, random: Random, world: World): ValidPerson {
  for (let attempt = 0; attempt < 200; attempt++) {
    const person = draw(form, random, world);
    if (person !== null) return person;
  }
  throw new Error(`nobody reaches the end of ${form.title.vi}`);
}

/** People who are asked, together, as many of the form's questions as can be. */
export function everybody(form: Form, world: World): ValidPerson[] {
  const seen = new Set<string>();
  const people: ValidPerson[] = [];
  for (let seed = 1; seed <= 60; seed++) {
    const person = validPerson(form, randomOf(seed), world);
    const fresh = person.said.filter(({ question }) => !seen.has(question.id.replace(/\.\d+\./, '.')));
    if (fresh.length === 0) continue;
    for (const { question } of fresh) seen.add(question.id.replace(/\.\d+\./, '.'));
    people.push(person);
  }
  return people;
}

/** For each reason to refuse, by its place in the form, somebody who runs into it with their last answer. */
export function refusedPeople(form: Form, world: World): Map<number, ValidPerson> {
  const found = new Map<number, ValidPerson>();
  for (let seed = 1; seed <= 400 && found.size < form.refusals.length; seed++) {
    draw(form, randomOf(seed), world, (place, person) => {
      if (!found.has(place)) found.set(place, person);
    });
  }
  return found;
}

/** Null where it comes to a question that this person has no good answer to. `refused` is told of the answers that are left out. */
function draw(
  form: Form,
  random: Random,
  world: World,
  refused: (place: number, person: ValidPerson) => void = () => {},
): ValidPerson | null {
  const { today } = world;
  let answers: Answers = {};
  const said: ValidPerson['said'] = [];
  for (;;) {
    const question = nextQuestion(questionsOf(form, answers, today), answers);
    if (question === null) return { said, answers };
    let taken = false;
    for (let attempt = 0; attempt < 40 && !taken; attempt++) {
      const text = textFor(question, form, answers, random, world);
      const reading = readValue(question, text, world);
      if (reading.kind !== 'good') continue;
      const next = { ...answers, [question.id]: reading.answer };
      const live = liveAnswers(questionsOf(form, next, today), next);
      const refusal = refusalOf(form, live, today);
      if (refusal !== null) refused(form.refusals.indexOf(refusal), { said: [...said, { question, text }], answers: next });
      if (refusal !== null || brokenRule(form, live, today) !== null) continue;
      answers = next;
      said.push({ question, text });
      taken = true;
    }
    if (!taken) return null;
  }
}

function textFor(question: Asked, form: Form, answers: Answers, random: Random, world: World): string {
  const pick = <Thing>(things: Thing[]): Thing => things[Math.floor(random() * things.length)] as Thing; // never empty
  const number = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  if (question.optional && random() < 0.3) return 'bỏ qua';
  switch (question.type) {
    case 'name':
      return `${pick(families)} ${pick(middles)} ${pick(givens)}`;
    case 'date':
      return dateText(world.today, random);
    case 'partial-date':
      return pick([dateText, dateText, monthText])(world.today, random);
    case 'time':
      return `${String(number(0, 23)).padStart(2, '0')}:${String(number(0, 59)).padStart(2, '0')}`;
    case 'id-number':
      return idText(question, form, answers, random);
    case 'phone':
      return `09${number(10_000_000, 99_999_999)}`;
    case 'email':
      return `${pick(['hanh.dung', 'minh_an', 'khai92'])}@${pick(['example.com', 'thu.example.vn'])}`;
    case 'address': {
      const commune = pick(world.places.communes);
      const province = world.places.provinces.find(({ code }) => code === commune.province);
      return `số ${number(1, 200)} đường ${pick(['Lê Lợi', 'Trần Phú', 'Hoa Sữa'])}, ${commune.name}, ${province?.name}`;
    }
    case 'choice':
      return pick(question.options).label.vi;
    case 'yes-no':
      return pick(['có', 'không']);
    case 'nationality':
      return pick(['Việt Nam', 'Việt Nam', 'Việt Nam', 'Hàn Quốc', 'Pháp']);
    case 'ethnicity':
      return pick(['Kinh', 'Kinh', 'Tày', 'Thái', 'Ê Đê']);
    case 'text':
      return pick([question.example.vi, `${question.example.vi} ${number(1, 9)}`]);
    case 'number':
      return pick([question.example.vi, String(number(1, 5)), String(number(20, 120))]);
    case 'amount':
      return pick([question.example.vi, `${number(1, 900)} triệu`]);
  }
}

function dateText(today: string, random: Random): string {
  const [from = 0, to = 0] = spans[Math.floor(random() * spans.length)] ?? [];
  const days = from + Math.floor(random() * (to - from));
  const [year, month, day] = new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

function monthText(today: string, random: Random): string {
  return dateText(today, random).slice(random() < 0.5 ? 3 : 6);
}

/** Days before today: of late, of a child, of a grown-up, of the old; and soon. */
const spans: [number, number][] = [
  [0, 55],
  [0, 1_500],
  [1_500, 5_100],
  [9_000, 18_000],
  [9_000, 18_000],
  [25_700, 27_300],
  [27_600, 32_000],
  [-200, 0],
];

/** A number that agrees with the birth and the sex that were told. */
function idText({ id }: Question, form: Form, answers: Answers, random: Random): string {
  const rule = form.rules.find((one) => one.rule === 'id-agrees' && one.number === id.replace(/\.\d+\./, '.'));
  const row = /\.\d+\./.exec(id)?.[0] ?? '.';
  const told = (question: string | undefined) =>
    question === undefined ? undefined : (answers[question.replace('.', row)]?.value ?? answers[question]?.value);
  const who = id.slice(0, id.lastIndexOf('.'));
  const birth = (rule?.rule === 'id-agrees' ? told(rule.birth) : undefined) ?? answers[`${who}.birthDate`]?.value;
  const year = birth === undefined || birth === '' ? 1950 + Math.floor(random() * 55) : Number(birth.slice(0, 4));
  const wanted = rule?.rule === 'id-agrees' ? rule.sex : undefined;
  const sex = (wanted === 'male' || wanted === 'female' ? wanted : told(wanted)) ?? (random() < 0.5 ? 'male' : 'female');
  const century = (Math.floor(year / 100) - 19) * 2 + (sex === 'female' ? 1 : 0);
  const tail = String(Math.floor(random() * 1_000_000)).padStart(6, '0');
  return `040${century}${String(year % 100).padStart(2, '0')}${tail}`;
}

const families = ['Nguyễn', 'Trần', 'Phạm', 'Võ', 'Đặng', 'Huỳnh'];
const middles = ['Thị', 'Văn', 'Minh', 'Quốc', 'Thị Thu', 'Hữu'];
const givens = ['Hằng', 'Khải', 'Diễm', 'Thắng', 'Ngọc', 'Phượng', 'Đức'];
