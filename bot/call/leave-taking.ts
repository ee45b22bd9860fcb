/** Words of taking leave, and politeness. Whoever says another word wants something. */
const parting = new Set(
  `a all anh ba bac ban biet bye can cam chao chau chi chu co con da dau du duoc else em gap gi good goodbye hen het hoi is it khong ko la lai lam minh much nha nhe nhieu no nothing nua oi ok okay on ong please right
  roi s so tam thank thanks that the them thi thoi toi vang vay very xin xong you`.split(/\s+/),
);
const leave =
  / (?:tam biet|cam on .*chao|chao .*(?:cam on|nhe|nha)|(?:the|vay|nhu vay) (?:la )?thoi|(?:the|vay) la (?:du|het|xong)|(?:thoi|du|het|xong|duoc) (?:.* )?cam on|(?:khong|ko) (?:can|hoi|con) (?:gi )?(?:hoi )?(?:gi )?(?:nua|them|dau|nhe)|good ?bye|bye|that s (?:all|it)|nothing else|no thanks?(?: you)?) /;

/** "Thế thôi cảm ơn nhé", "tạm biệt", "that's all". `folded`: as `foldedWords`. A thank-you alone takes no leave, nor does "xin chào". */
export function takesLeave(folded: string): boolean {
  const words = folded.trim().split(' ');
  return words.length <= longest && words.every((word) => parting.has(word)) && leave.test(folded);
}

const longest = 12;

/** "Không ạ", "hết rồi cô", "thôi": to whether there is anything else. */
export function wantsNoMore(folded: string): boolean {
  return nothingMore.test(folded);
}

const polite = '(?:da|vang|a|oi|nhe|nha|em|anh|chi|co|chu|bac|chau|ban|cam on|thank you|thanks)';
const nothingMore = new RegExp(
  `^ (?:${polite} )*(?:(?:khong|ko)(?: co gi| con gi| can)?(?: nua| dau)?|het(?: roi)?|du roi|thoi(?: khong can(?: nua)?| (?:duoc|du) roi)?|no|nothing)(?: ${polite})* $`,
);
