import { anyOf } from './phrases.ts';

const back = anyOf(
  `quay lại cái|quay lại|quay về|trở lại cái|trở lại|trở về|hồi nãy|lúc nãy|ban nãy|khi nãy|vừa nãy|hồi đầu|lúc đầu|cái đầu tiên|cái trước|chuyện trước|việc trước|cái ban đầu|ban đầu|back to|go back|the first one|earlier one`,
);

/** True for "quay lại cái khai sinh hồi nãy": a matter spoken of before the last one. */
export function returnsTo(text: string): boolean {
  return back(text);
}
