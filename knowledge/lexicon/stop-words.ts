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
    được không rồi đã đang sẽ cũng còn nữa luôn liền ngay vẫn rất quá lắm hơi chỉ thôi này kia đó đấy ấy đây nọ ở tại ra vào lên xuống
    đến tới từ với về cho để bởi do nên nếu khi lúc hoặc hay như theo trên dưới qua giúp dùm giùm hỏi biết muốn mún cần
    phải xin làm ơn thế nhờ sắp vừa xong bị có cái chiếc điều mần bây giờ bữa hôm nay mai ngày tháng năm tuần
    lâu cả mỗi từng vì thấy bên phía chỗ nơi rằng đi thủ tục cùng đủ sau đều
    nỏ nỏa ôn mệ ngoải nớ gởi hổng hông hem dzị zị bển trển trỏng hổm mi tau choa ả o cấy ni nì nầy chớ chứ nè ủa coi lun chộ đặng mờ lận thiệt kìa tận
  `),
  unmarked: words(`
    va cua nhung nhieu gi nao sao ai dau a oi nhe nhi vay thi la minh toi tui anh khong chua roi se cung nua luon vao len xuong den
    voi ve cho neu khi luc hoac hay nhu theo giup hoi biet muon phai sap vua xong gio bua hom nay mai ngay thang lau o tai ra
    duoc bi thoi rat qua kia day nen xin thay thu tuc nghen
  `),
  weak: words(`
    chưa giấy tờ đơn mẫu nộp phí tiền online mạng xã phường tỉnh làm miễn cấp con em người ba má tía u bầm dì cậu mợ thím dượng một cách bằng việc chi định tính bà kiểu trước họ
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
  stopPhrases: phrases(`
    tư vấn, tư vấn giúp, nhờ tư vấn, bao nhiêu tuổi, mấy tuổi, và thời hạn, thời hạn và, thời hạn bao lâu, thời hạn thế nào, thời hạn ra sao, lệ phí và, và lệ phí, thời gian và, và thời gian, những bước nào, các bước nào, có cần căn cước, cần mang căn cước, cần mang theo căn cước, mang theo căn cước, đem theo căn cước, phải mang căn cước, phải có căn cước không, cần căn cước không, có cần cccd, cần mang cccd, cần mang theo cccd, mang theo cccd, đem theo cccd, phải mang cccd, phải có cccd không, cần cccd không, có cần chứng minh, cần mang chứng minh, cần mang theo chứng minh, mang theo chứng minh, đem theo chứng minh, phải mang chứng minh, phải có chứng minh không, cần chứng minh không, có cần hộ khẩu, cần mang hộ khẩu, cần mang theo hộ khẩu, mang theo hộ khẩu, đem theo hộ khẩu, phải mang hộ khẩu, phải có hộ khẩu không, cần hộ khẩu không, có cần sổ hộ khẩu, cần mang sổ hộ khẩu, cần mang theo sổ hộ khẩu, mang theo sổ hộ khẩu, đem theo sổ hộ khẩu, phải mang sổ hộ khẩu, phải có sổ hộ khẩu không, cần sổ hộ khẩu không, có cần giấy khai sinh, cần mang giấy khai sinh, cần mang theo giấy khai sinh, mang theo giấy khai sinh, đem theo giấy khai sinh, phải mang giấy khai sinh, phải có giấy khai sinh không, cần giấy khai sinh không, có cần giấy kết hôn, cần mang giấy kết hôn, cần mang theo giấy kết hôn, mang theo giấy kết hôn, đem theo giấy kết hôn, phải mang giấy kết hôn, phải có giấy kết hôn không, cần giấy kết hôn không, có cần hộ chiếu, cần mang hộ chiếu, cần mang theo hộ chiếu, mang theo hộ chiếu, đem theo hộ chiếu, phải mang hộ chiếu, phải có hộ chiếu không, cần hộ chiếu không, có cần ảnh, cần mang ảnh, cần mang theo ảnh, mang theo ảnh, đem theo ảnh, phải mang ảnh, phải có ảnh không, cần ảnh không, có cần sổ đỏ, cần mang sổ đỏ, cần mang theo sổ đỏ, mang theo sổ đỏ, đem theo sổ đỏ, phải mang sổ đỏ, phải có sổ đỏ không, cần sổ đỏ không, có cần bằng lái, cần mang bằng lái, cần mang theo bằng lái, mang theo bằng lái, đem theo bằng lái, phải mang bằng lái, phải có bằng lái không, cần bằng lái không, có cần giấy ủy quyền, cần mang giấy ủy quyền, cần mang theo giấy ủy quyền, mang theo giấy ủy quyền, đem theo giấy ủy quyền, phải mang giấy ủy quyền, phải có giấy ủy quyền không, cần giấy ủy quyền không, có cần bản gốc, cần mang bản gốc, cần mang theo bản gốc, mang theo bản gốc, đem theo bản gốc, phải mang bản gốc, phải có bản gốc không, cần bản gốc không, có cần bản chính, cần mang bản chính, cần mang theo bản chính, mang theo bản chính, đem theo bản chính, phải mang bản chính, phải có bản chính không, cần bản chính không, có cần bản sao, cần mang bản sao, cần mang theo bản sao, mang theo bản sao, đem theo bản sao, phải mang bản sao, phải có bản sao không, cần bản sao không, có cần tiền mặt, cần mang tiền mặt, cần mang theo tiền mặt, mang theo tiền mặt, đem theo tiền mặt, phải mang tiền mặt, phải có tiền mặt không, cần tiền mặt không,

    mất bao lâu, mất bao nhiêu, mất mấy, mất phí, mất tiền, hết bao nhiêu, hết mấy, tốn bao nhiêu, bao nhiêu tiền, bao nhiêu, bao lâu, bao
    giờ, khi nào, mấy ngày, mấy bữa, ở đâu, chỗ nào, nơi nào, đi đâu, tới đâu, làm sao, ra sao, thế nào, như thế nào, như nào, làm thế nào,
    cần gì, cần những gì, gồm những gì, gồm gì, những gì, giấy gì, giấy tờ gì, giấy tờ, giấy chi, thủ tục, hồ sơ, cho hỏi, cho tôi hỏi, cho
    em hỏi, xin hỏi, xin chào, cảm ơn, cám ơn, làm ơn, vui lòng, được không, phải không, đúng không, có cần, cần phải, bây giờ, hiện nay,
    mang theo, chuẩn bị, có phải, mẫu nào, mẫu đơn, mẫu số mấy, phí bao nhiêu, lệ phí bao nhiêu, mất thời gian, bao tiền, bao nhiu, nhiêu
    tiền, mấy tiền, thì sao, trên vneid, qua vneid, bằng vneid, trên app, qua app, trên cổng, qua mạng, trên mạng, trên điện thoại, dịch vụ
    công, căn cứ pháp lý, thời hạn giải quyết, thành phần hồ sơ, công dân việt nam, bao nhiêu lâu, bao nhiêu ngày, bao nhiêu hôm, bao nhiêu
    tháng, bao nhiêu tuần, nhiêu ngày, nhiêu bữa, nhiêu lâu, mấy hôm, mấy bửa, mấy tuần, mấy tháng, mấy tiếng, mấy giờ, mấy hồi, lâu không,
    khi mô, chừng nào, chừng mô, hồi mô, hồi nào xong, hôm nào, ngày nào, bữa nào, lâu lắm không, lâu rứa, bi lâu, thời gian giải quyết,
    thời hạn là, thời hạn xử lý, thời gian xử lý, giải quyết trong, trong vòng mấy, mau không, nhanh không, có lâu, có nhanh, có mau, lệ
    phí, bấy nhiêu tiền, mấy đồng, mấy nghìn, mấy ngàn, mấy chục, mấy trăm, mấy triệu, mất tiền không, tốn tiền không, mất phí không, tốn
    phí không, có tốn, có mất tiền, có mất phí, có phí, có thu phí, có thu tiền, thu phí không, phí không, tốn nhiêu, tốn mấy, tốn kém, tiền
    không, tiền chi không, giá bao nhiêu, giá cả, giá nhiêu, hết nhiêu, mất nhiêu, đóng bao nhiêu, đóng nhiêu, đóng tiền gì, trả bao nhiêu,
    nộp bao nhiêu, bao nhiêu đô, mấy đô, tốn không, phí nhiêu, phí mấy, phí thế nào, phí sao, phí ra sao, phí là, phí thẩm định, tiền phí,
    có miễn phí, được miễn phí, miễn phí không, miễn phí hay, khoản phí, mức phí, mức thu, chi phí, tiền bạc, đóng tiền không, nộp phí, phải
    nộp tiền, giấy tờ nào, giấy tờ chi, giấy tờ sao, giấy tờ ra sao, giấy tờ thế nào, giấy nào, những giấy, các giấy, cần chi, cần j, cần
    nhưng gì, cần các gì, cần những chi, cần mang, cần đem, cần nộp gì, cần nộp những, cần chuẩn bị, gồm những, gồm có gì, gồm cái gì, bao
    gồm, gồm mấy, hồ sơ gì, hồ sơ gồm, hồ sơ cần, hồ sơ chi, hồ sơ có những, hồ sơ có gì, hồ sơ thế nào, hồ sơ ra sao, hồ sơ sao, hồ sơ như
    thế nào, mang gì, mang theo gì, mang theo những, mang những, mang theo cái, đem theo gì, đem theo chi, đem theo những, đem gì, đem chi,
    đem những, cầm theo gì, cầm theo chi, cầm gì, cầm theo những, chuẩn bị gì, chuẩn bị những, chuẩn bị chi, chuẩn bị sao, chuẩn bị cái, nộp
    gì, nộp chi, nộp những gì, nộp những, nộp cái gì, thiếu gì, phải có gì, có những gì, có những giấy, cần có gì, cần những, cần cái gì,
    mấy bộ, mấy bản, bao nhiêu bộ, bản chính hay, bản gốc hay, có cần bản, có cần hộ khẩu, có cần mang, có cần nộp, có cần giấy, có phải
    mang, có phải nộp giấy, loại giấy, giấy tờ cần, ỡ đâu, ở chỗ nào, đến đâu, ra đâu, lên đâu, về đâu, vô đâu, vào đâu, qua đâu, xuống đâu,
    gửi đâu, nộp đâu, làm đâu, đâu làm, đâu nộp, đâu cấp, chổ nào, chỗ mô, nơi mô, ở mô, đi mô, tới mô, ra mô, mô rứa, cơ quan nào, cơ quan
    mô, phường nào, xã nào, tỉnh nào, huyện nào, sở nào, sở gì, phòng nào, phòng gì, công an nào, công an xã hay, công an phường hay, xã
    hay, phường hay, tỉnh hay, huyện hay, quận hay, hay lên, hay là lên, nơi nộp, địa điểm, địa chỉ nào, địa chỉ nộp, địa chỉ ở đâu, gặp ai,
    phép ai, hỏi ai, báo ai, ai làm, ai cấp, ai giải quyết, cấp nào giải quyết, ai có thẩm quyền, thẩm quyền, nộp cho ai, gửi ai, gửi cho
    ai, nộp ai, tìm ai, trình ai, công an xã làm được, ra phường được không, ra xã được không, lên xã được không, lên phường được không
  `),
  weakPhrases: phrases('lệ phí, thời hạn, kết quả, điều kiện, trực tuyến, cơ quan, việt nam, hướng dẫn, quy định, thông tin'),
};

function words(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((word) => word !== ''))];
}

function phrases(text: string): string[] {
  return text.split(',').map((phrase) => phrase.trim());
}
