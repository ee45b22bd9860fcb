import { foldedWords } from '../text.ts';

// Words that tell how somebody asks, not what about. What is left names the matter.
const asking = new Set(
  `a ad ah ai alo anh au ba bac bao ben bi biet bo buoc ca cac cach cai can cang cap chang chao chi chinh cho chu chua chuan co con cua cung da dang dau day de dem den di do
  doi don du dua duoc dum e em gap gi gia giai giay gio gioi gium giup gom han hay he hen het hinh ho hoi hom hong hoac hon huong ket khac khi khong kia ko k la lai lam lau le
  len lien lieu luat luc luon ma man mang mat may mau me minh mo moi mot muc muon nao nay ngay nghi nhe nhi nhieu nhu nhung nhiu nha nho noi nop nua o oi phai phan phi
  qua quy quyet ra rang roi rua sao sau so tai tao the thang thay theo thi thoi thong thu tien tieng tinh to toi ton trinh tren truc tu tui tuan tuyen u ung uy va van vay ve vi viec voi vui vay xin y yeu
  online qua mang buu dien ok okay the documents fee how much long where what do does i need is are of for a my to in it can you please`.split(
    /\s+/,
  ),
);

/** How many words of a message may name a matter. 0: it says only what is wanted of the matter spoken of. */
export function contentWords(text: string): string[] {
  return foldedWords(text)
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !asking.has(word));
}
