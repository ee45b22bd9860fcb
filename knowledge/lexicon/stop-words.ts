/**
 * Words that tell nothing of which procedure is meant: question words, particles, pronouns, politeness, regional particles.
 * `written` holds where the message writes diacritics; `unmarked` where it does not, for there cần is also căn and thế is also thẻ.
 * `weak` words have an empty and a full reading, or are about one part of any procedure: they count little; `unsureUnmarked` likewise, but
 * only where diacritics are missing. Phrases are empty (or weak) together though their words may mean something apart ("mất bao lâu").
 */
export const stopWords = {
  written: words(`
    và của các những nhưng thì là mà gì nào sao ai đâu bao nhiêu mấy ạ à á ơi nhé nha nhỉ hả hở vậy vầy zậy dzậy rứa ri răng mô tê chừ
    hén hen hè hỉ nghen nghe dạ vâng ừ ờ ừm tôi tui tao mình anh chị bạn ông bác cô chú cháu bé nó chúng tụi ta bọn eng bu mạ
    được không chưa rồi đã đang sẽ cũng còn nữa luôn liền ngay vẫn rất quá lắm hơi chỉ thôi này kia đó đấy ấy đây nọ ở tại ra vào lên xuống
    đến tới từ với về cho để bởi do nên nếu khi lúc hoặc hay như theo trên dưới qua giúp dùm giùm hỏi biết muốn mún cần
    phải xin làm ơn thế nhờ sắp vừa xong bị có cái chiếc điều mần bây giờ bữa hôm nay mai ngày tháng năm tuần
    lâu cả mỗi từng vì thấy bên phía chỗ nơi rằng đi thủ tục cùng đủ sau đều
  `),
  unmarked: words(`
    va cua nhung nhieu gi nao sao ai dau a oi nhe nhi vay thi la minh toi tui anh khong chua roi se cung nua luon vao len xuong den
    voi ve cho neu khi luc hoac hay nhu theo giup hoi biet muon phai sap vua xong gio bua hom nay mai ngay thang lau o tai ra
    duoc bi thoi rat qua kia day nen xin thay thu tuc nghen
  `),
  weak: words(`
    giấy tờ đơn mẫu nộp phí tiền online mạng xã phường tỉnh làm miễn cấp con em người một cách bằng việc chi định tính bà kiểu trước họ
    lại trong bố mẹ cha vợ chồng nhà quy mua mở mới hộ đăng ký
  `),
  unsureUnmarked: words(`
    bao may can mat co con chi ban the ma de do tu nam tuan mot hai cai dinh nha ong ba bac bo me di bang ben moi giay to don mau nop phi
    tien xa phuong tinh lam mien cap em nguoi cach viec tinh truoc ho lai vo chong dang ky mo
  `),
  english: words(`
    the an of to for in on at is are was be do does did may i my me we our you your it its how what where when which who why need want
    get make have has much many long please tell if and or from with by this that there as am been will would should any fee cost papers
    documents document procedure apply form online submit required requirements here can take takes day days
  `),
  stopPhrases:
    phrases(`mất bao lâu, mất bao nhiêu, mất mấy, mất phí, mất tiền, hết bao nhiêu, hết mấy, tốn bao nhiêu, bao nhiêu tiền, bao nhiêu, bao lâu, bao giờ,
    khi nào, mấy ngày, mấy bữa, ở đâu, chỗ nào, nơi nào, đi đâu, tới đâu, làm sao, ra sao, thế nào, như thế nào, như nào, làm thế nào,
    cần gì, cần những gì, gồm những gì, gồm gì, những gì, giấy gì, giấy tờ gì, giấy tờ, giấy chi, thủ tục, hồ sơ, cho hỏi, cho tôi hỏi,
    cho em hỏi, xin hỏi, xin chào, cảm ơn, cám ơn, làm ơn, vui lòng, được không, phải không, đúng không, có cần, cần phải, bây giờ,
    hiện nay, mang theo, chuẩn bị, có phải, mẫu nào, mẫu đơn, mẫu số mấy, phí bao nhiêu, lệ phí bao nhiêu, mất thời gian, bao tiền,
    bao nhiu, nhiêu tiền, mấy tiền, thì sao, trên vneid, qua vneid, bằng vneid, trên app, qua app, trên cổng, qua mạng, trên mạng, trên điện thoại, dịch vụ công, căn cứ pháp lý, thời hạn giải quyết, thành phần hồ sơ, công dân việt nam`),
  weakPhrases: phrases('lệ phí, thời hạn, kết quả, điều kiện, trực tuyến, cơ quan, việt nam, hướng dẫn, quy định, thông tin'),
};

function words(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((word) => word !== ''))];
}

function phrases(text: string): string[] {
  return text.split(',').map((phrase) => phrase.trim());
}
