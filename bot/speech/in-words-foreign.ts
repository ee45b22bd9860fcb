import { inFull } from './in-words-shorts.ts';

/** Words of other languages that are common in it, as everybody says them. */
export const foreign: Record<string, string> = inFull(`
email = thư điện tử
mail = thư
website = trang mạng
web = trang mạng
online = trực tuyến
offline = trực tiếp
hotline = đường dây nóng
internet = in tơ nét
app = ứng dụng
file = tệp
scan = quét
video = vi đi ô
chip = chíp
camera = ca mê ra
visa = vi da
zalo = da lô
facebook = phây búc
telegram = tê lê gram
logo = lô gô
container = công te nơ
karaoke = ca ra ô kê
sms = ét em ét
word = uốt
excel = ếch xeo
fax = phắc
ecosys = e cô xít
gas = ga
km = ki lô mét
kg = ki lô gam
`);
