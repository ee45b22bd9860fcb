import { patternOf } from './pattern.ts';

export type Emergency = '111' | '112' | '113' | '114' | '115';
type Words = [Emergency, (text: string) => boolean][];

/** What no paper is ever asked with: nothing calms it. */
export const present: Words = [
  [
    '114',
    patternOf({
      both: `đang bốc cháy|đang chìm|đang chết_đuối|đang mắc_kẹt|đang bị kẹt/cuốn|lũ/nước cuốn … người|kẹt trên nóc/mái/cây|trên nóc/mái_nhà … lũ/nước_dâng/ngập
        cháy cháy !luôn|mùi ga/gas/khí_ga … nồng/nặc/nồng_nặc/hắc|nổ bình_ga/bình_gas rồi|house/home/kitchen/building/market/shop/room/car is on fire|there is a fire !safety/station/extinguisher/alarm|there s a fire !safety/station`,
      marked: 'đang cháy|đang đuối_nước',
      unmarked: 'đang cháy nhà/lớn/to/dữ/kìa/rồi|nhà <me>/<kin>? … đang cháy !xe/ghe/taxi/grab/qua/chưa|đang bị đuối_nước',
    }),
  ],
  [
    '115',
    patternOf({
      both: `-lâu/chờ/đợi/nóng/đói muốn/định/tính/đòi/toan/dọa/doạ chết/tự_sát|không/chẳng/hết/chả/hổng/đâu còn? muốn/thiết sống !chung/với/ở/cùng/tại/xa/trong/gần|chán sống|chết đi cho rồi|chết quách|treo cổ|kết liễu
        nhảy cầu/lầu/sông !dao/lông|trên lan_can/thành_cầu/sân_thượng/nóc … nhảy|định/đòi/sắp nhảy !việc/hộ|cắt cổ_tay/mạch_máu/tay_tự_tử
        uống … <poison>|uống/ăn/nuốt nhầm … <poison>/thuốc/pin/độc|bất_tỉnh|bị/té/ngã/lăn/đang ngất/xỉu|ngất rồi/xỉu/lịm/đi|xỉu rồi/ngang/luôn|không/chưa/ngừng/ngưng/hết thở !phào|không thở được/nổi|không nhúc_nhích/cử_động/dậy_được/tỉnh_lại|gọi/lay không dậy/tỉnh|nằm im/bất_động !một
        đang chảy_máu/co_giật/hấp_hối/chuyển_dạ/thở_dốc|chảy_máu nhiều/quá|ra/chảy/mất nhiều máu|ra máu nhiều/quá|đau bụng/ngực/tim/đầu … dữ_dội/quằn_quại|đau bụng … sắp/sinh/đẻ … cứu|-tra/nghiên cứu với/tôi/tui/em/giùm/giúp/nó/con_tôi/con_em/mẹ/bố_tôi/bố_em/ba_tôi/ba_em|biết cứu|kêu cứu
        want/wants to die|kill myself/himself/herself|end my/his/her life|not breathing|stopped/can_t/cannot breathe/breathing|is unconscious`,
      marked: 'muốn/định/tính/đòi/toan/dọa/doạ/nhảy … tự_tử/tự_vẫn|đang tự_tử',
      unmarked: 'muốn/định/đòi/toan/nhảy/đang tự_tử !tiền/thuế/trả/nộp|cắt tay/thuốc tự_vẫn|nhảy … tự_vẫn !viên',
    }),
  ],
  ['111', patternOf({ both: '<child> đang bị xâm_hại/hành_hạ/bạo_hành/nhốt', marked: '<child> đang bị … đánh/đập !<nostroke>' })],
  [
    '113',
    patternOf({
      both: `đang đánh/đập <me>/<kin>/<child>|đang đánh_nhau/đánh_đập|đang cầm/vác <weapon>|đang chém/giết … <person>|đang phá/cạy/đập cửa/khóa/khoá|đang bị đánh/chém/trói/bắt_cóc/cướp !<nostroke>|đang trộm/cướp|sắp/đòi/dọa/doạ/hăm giết/chém
        vẫn/nó/hắn/trộm/chúng/thằng … còn ở trong|trộm/kẻ_lạ/hắn đang ở trong|is/are attacking/beating/hitting/stabbing|beating/stabbing me|broke/breaking/broken into my|in my house right now|threatening/threatens/wants to kill`,
    }),
  ],
];

/** What may be danger, or the reason why a paper is asked for. */
export const dangers: Words = [
  [
    '114',
    patternOf({
      both: `cháy nhà/chung_cư/kho|cháy lớn/ngùn_ngụt/lan|bốc cháy/lửa/khói|bén lửa|bắt lửa|lửa bốc/cháy/lan|khói mù_mịt/nghi_ngút/đen|khét lẹt|chập điện|nổ bình_gas/bình_ga/gas/bếp_ga|bình_gas/bình_ga/ống_gas … xì/rò/nổ/cháy|mùi gas/khí_ga/khét|hỏa/hoả hoạn|kẹt thang_máy|mắc kẹt|bị kẹt !án/hôn/quả/nạp/thế/tên/tiền|kẹt trên/giữa/dưới nóc/mái/cây/cầu/nước/lũ|kẹt trong xe/nhà/phòng/thang/đám/hẻm/lửa/lũ/hầm
        lũ/nước/sóng … cuốn !mất … <person>|<person> … bị lũ/nước/sóng cuốn !mất|vùi lấp|lở_đất/sạt_lở … người/vùi|nước … dâng/ngập … nóc/mái/ngực/cổ/đầu_gối|chết đuối|chìm rồi/ghe/xuồng/đò|lật ghe/xuồng/đò/thuyền|bị/vừa sập|nhà sập rồi|giàn_giáo sập|rơi/rớt/ngã/té/lọt/lăn xuống dưới/lòng/cái? <water>
        on fire|fire in/at/on my/the/our|gas leak|smell/smells gas/of_gas|drowning|trapped in/under|explosion`,
      marked: `có cháy !nổ|cháy rồi/to/dữ/xe/quán/xưởng/chợ/phòng/bếp/trường/rừng/khu|nhà/chợ/bếp/quán/phòng … cháy !nổ/hết/rụi/luôn|kho/xưởng/xe … cháy rồi/to/lớn/dữ|rò/xì gas/ga/khí|nổ ga|mùi ga|kẹt trong|nhà/tường/cầu/hầm sập|sập nhà/tường/cầu/hầm|đuối nước`,
      unmarked: `nhà <me>/<kin>/hàng_xóm/bên_cạnh/kế_bên … cháy !xe/taxi/grab/qua/ra/đi/trốn/theo/bỏ/từ/khỏi/đến/chữa|nhà/chợ/kho/quán/xưởng/bếp cháy rồi/to/lớn/dữ|nhà/quán/chợ bị cháy|cháy rồi/to/dữ cứu/quá/lắm/bà_con|cháy ở chợ/xưởng/quán/nhà|xì/rò gas|có cháy ở/lớn|nổ ga|bị đuối_nước|<kin> <me>? đuối_nước`,
    }),
  ],
  [
    '115',
    patternOf({
      both: `đột quỵ/quị|vừa/mới/đang/chắc bị? tai_biến|ngất/xỉu|hôn_mê|khó thở|thở không nổi/được|thoi thóp|co giật|máu chảy/phun|chảy máu|đau ngực|đau tim quá/rồi/dữ_dội|đau bụng quá … sinh/đẻ/cứu|quằn quại|nhồi máu|ngộ độc|chuyển dạ|vỡ ối|đẻ rơi|sắp/gần/đang sinh/đẻ … cứu/không_kịp/không_gọi/gọi_xe/không_có_xe|bị đâm/chém !đơn|điện giật|-chữa rắn cắn|bị sốc|sốc phản_vệ
        té/ngã/rơi/rớt từ/trên/khỏi/xuống? lầu/cầu_thang/giàn_giáo/mái_nhà/gác/ban_công/tầng/trên_cao/xe_máy|xe/ô_tô/tàu/container … tông … <person>|bị … xe tông/đụng|<kin>/người <me>? bị tông|-không/chưa có/gặp/xảy_ra/vụ/thấy tai_nạn|tai_nạn rồi/nặng/có_người/ở/kinh/thảm_khốc/ngay/trước/ngoài|<kin> <me> bị? tai_nạn !lao_động|vừa/mới bị? tai_nạn|tai_nạn giao_thông|hấp hối|nguy kịch|hóc xương/dị_vật/hạt|tím tái|cắt tay|-khẩn/sơ/xe/trạm/phải/viện/điểm cấp cứu !trợ/hộ/chữ|gọi/cần/cho xe_cấp_cứu|sắp chết !hạn
        bleeding|unconscious|collapsed|heart attack|stroke|motorbike/car/bike crash|accident|ambulance|suicide|suicidal|overdose|choking|in labour/labor|hit by a car/truck/motorbike|fell down/from|seizure`,
      marked: 'tự tử/vẫn/sát|máu me|đau tim|xe/ô_tô/tàu/container … cán/húc … <person>|bị … xe cán/húc',
    }),
  ],
  [
    '111',
    patternOf({
      both: `bạo_hành/hành_hạ/xâm_hại/tra_tấn/ngược_đãi/xích … <child>|<child> … bị … bạo_hành/hành_hạ/xâm_hại/hiếp/sàm_sỡ/bắt_cóc/sờ_soạng|<child> … bị … -mạo/định/điểm/sét/ghi/thu_hồi đánh/đập !<nostroke>|đánh/đập … thằng_bé/con_bé/con_nít/em_bé/thằng_nhỏ/đứa_nhỏ|đánh bầm|bầm tím|bị bố/cha/mẹ/ba/má/bố_dượng/mẹ_kế/dượng/dì_ghẻ … đánh/đập/hành !<nostroke>|bố đánh con
        xâm hại|bắt cóc|dâm ô|sàm_sỡ/sờ_soạng/gạ_gẫm … <child>|nhốt <child>|<child> … mất_tích|<child> bị lạc|child abuse|kidnapped|abusing a child/children|beats/hits his/her/their child/son/daughter/children|my son/daughter/child/kid is missing`,
      marked: 'đánh … đứa/trẻ/cháu|bỏ đói <child>',
    }),
  ],
  [
    '113',
    patternOf({
      both: `cướp|cầm/vác/rút/xách/lăm_lăm <weapon>|mang dao|đâm chém|chém/giết … <person>|ăn trộm|có/thấy trộm|trộm vào/cạy/đột_nhập|đột nhập|kẻ_lạ/người_lạ/kẻ_gian/thằng_lạ/có_kẻ/ai_đó/có_thằng … vào_nhà/xông_vào/lẻn/phá/đập_cửa/leo/trèo|phá khóa/khoá/cửa|đập cửa|đánh_nhau/ẩu_đả|đánh đập|bị … -mạo/định/điểm/sét/ghi/thu_hồi đánh/đập !<nostroke>|<man> … đánh/đập <me>/<kin> !<nostroke>|bạo hành|<child> … mất_tích
        hiếp dâm|cưỡng/hãm hiếp|sàm sỡ|sờ soạng|giở trò|quấy_rối tình_dục|bắt cóc|nổ súng|bắn nhau|khống chế con_tin|robbery|robbed|burglar|intruder|attacked|with a knife/gun|murder|rape|raped|stabbed|molested|beats/beat/hits/hit me|beat me up|broke/breaking/break into my/our`,
      marked: 'đâm/bắn … người|cạy cửa|đánh tôi/tui/em/vợ/mẹ/con_tôi',
      unmarked: 'đang cạy cửa|đánh vợ/đập',
    }),
  ],
];
