/**
 * The numbers of evidence and chance that were set by measuring (development questions, citizens' own words; see the README's "Search");
 * the features' own weights stand in `features.ts`. None of them is part of a frozen index: a change needs no rebuild.
 */
export const weights = {
  /** The score at which a hit is as likely right as wrong, and how fast that changes with the score. */
  chance: { even: 2.15, steepness: 2.26 },
  /** The same with rivals and title in view: log-odds of the best hit of 900 questions, those without an answer among them. */
  among: { even: -6.09, score: 0.8, lead: 1.28, leadOfFive: 1.04, said: 4.46, phrase: 0.64, pair: 0.9, english: 1.2 },
  /** How much one occurrence counts in each field, before saturation. */
  fields: {
    name: 7.7,
    alsoCalled: 4.8,
    results: 1.6,
    keywords: 1.2,
    field: 1.2,
    issuer: 0.4,
    code: 12,
    papers: 0.3,
    conditions: 0.2,
    steps: 0.24,
    places: 0.1,
  },
  /** A word counts tf / (tf + saturation). */
  saturation: 2.6,
  /** How much of the name's weight depends on its length (0–1), and the length in syllables at which it is neutral. */
  lengthShare: 0.8,
  nameLength: 6,
  /** Coverage by a word that stands only in long texts. */
  bodyReach: 1,
  /** A title's words that the question lacks, and the question's that the title lacks. */
  titleExtra: 0.18,
  questionExtra: 0.24,
  titleKinds: [1, 1, 0.8],
  /** How much of a choice between titles is how much of them is said, and said word by word. */
  titleSaid: 0.5,
  titlePhrase: 0.5,
  /** A title says little that weighs no more than this. */
  tellsLittle: 2.5,
  /** What comes before "muốn" and after "để". */
  background: 0.6,
  purpose: 0.4,
  /** Roles of the question's syllables. */
  weak: 0.3,
  /** Syllables of an everyday phrase once its official words stand for it; a phrase's second meanings. */
  aside: 0.18,
  secondMeaning: 0.45,
  spread: 2,
  /** Spellings that are not as written: no diacritics given, tone alone differs, letters alone agree, nothing as written known. */
  plain: 0.4,
  unlikely: 0.5,
  toneApart: 0.2,
  lettersAlike: 0.2,
  unknownSpelling: 0.4,
  /** A spelling this much rarer than another with the same letters is taken for a slip. */
  slipShare: 0.02,
  /** How much a document that has a word in long texts only counts for the word's rarity. */
  bodyFrequency: 0.08,
  /** Long texts are not read for a word that this share of them has. */
  commonShare: 0.45,
  /** How much of a pair that no record has counts against the others. */
  unknownPair: 0.2,
  /** A word no record has is as rare as one that this share of them has. */
  unknownShare: 0.01,
};
