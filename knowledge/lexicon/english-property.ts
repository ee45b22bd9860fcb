import { abroad, fromAbroad, nationalities } from './english-countries.ts';

/** English phrases about driving, vehicles, land and houses. Rows as in `words.ts`, each phrase a pattern of `index/patterns.ts`. */
export const englishProperty: readonly (readonly [pattern: string, official: string, ...more: string[]])[] = [
  // Driving
  ['driving|driver|drivers|driver_s licence|license|licences|licenses|permit', 'giấy phép lái xe'],
  ['motorbike|motorcycle|scooter|car|truck licence|license', 'cấp giấy phép lái xe'],
  ['riding licence|license', 'cấp giấy phép lái xe'],
  [
    'get|obtain|apply_for|first ~ vietnamese|new? driving|driver|driver_s|drivers|motorbike|motorcycle licence|license',
    'cấp giấy phép lái xe',
  ],
  [
    'lost|lose|stolen|replace_lost|replace_my_lost|misplaced|replacement_of|reissue ~ driving|driver|driver_s|drivers licence|license',
    'cấp lại giấy phép lái xe',
  ],
  ['driving|driver|driver_s|drivers licence|license was|is|has_been|got lost|stolen|missing', 'cấp lại giấy phép lái xe'],
  [
    'renew|renewing|renewal_of|extend|exchange|update ~ expired|expiring? driving|driver|driver_s|drivers licence|license',
    'đổi giấy phép lái xe',
  ],
  ['driving|driver|driver_s|drivers licence|license is|has|about|will expiring|expired|to_expire|expire', 'đổi giấy phép lái xe'],
  [
    `convert|converting|conversion_of|exchange|exchanging|swap|swapping|change|changing|switch|transfer ~ foreign|international|home|overseas|${nationalities} driving|driver|driver_s|drivers? licence|license`,
    'đổi giấy phép lái xe hoặc bằng lái xe của người nước ngoài',
  ],
  [
    `foreign|home_country|overseas|${nationalities} driving|driver|driver_s|drivers? licence|license`,
    'đổi giấy phép lái xe hoặc bằng lái xe của người nước ngoài',
  ],
  [
    `driving|driver|driver_s|drivers licence|license issued? ${fromAbroad}|${abroad}`,
    'đổi giấy phép lái xe hoặc bằng lái xe của người nước ngoài',
  ],
  [
    'convert|converting|swap ~ driving|driver|driver_s|drivers licence|license',
    'đổi giấy phép lái xe hoặc bằng lái xe của người nước ngoài',
  ],
  [
    'foreigner|foreigners|expat|expats convert|exchange|get|obtain|have ~ vietnamese? driving|driver|driver_s|drivers licence|license',
    'đổi giấy phép lái xe hoặc bằng lái xe của người nước ngoài',
  ],
  ['international driving|driver|driver_s|drivers permit|licence|license', 'cấp giấy phép lái xe quốc tế'],
  ['idp', 'cấp giấy phép lái xe quốc tế'],
  ['driving|drive a_car? abroad|overseas', 'cấp giấy phép lái xe quốc tế'],
  ['driving test|exam|examination', 'cấp giấy phép lái xe', 'sát hạch'],
  ['driving school', 'cấp giấy phép đào tạo lái xe'],
  ['driving instructor|teacher', 'cấp giấy chứng nhận giáo viên dạy thực hành lái xe'],
  // Vehicles
  ['motorbike|motorbikes|motorcycle|scooter|moped|motorcycles', 'xe', 'xe mô tô xe gắn máy'],
  ['car|cars|truck|van|pickup|automobile', 'xe', 'xe ô tô'],
  ['vehicle|vehicles', 'xe'],
  [
    'register|registering|registration_of|registration_for|get_plates_for ~ new? car|motorbike|motorcycle|scooter|vehicle|truck|bike',
    'đăng ký cấp biển số xe lần đầu',
  ],
  ['vehicle|car|motorbike|motorcycle|scooter registration|registered', 'đăng ký xe', 'chứng nhận đăng ký xe'],
  ['vehicle|car|motorbike|motorcycle|scooter registration papers|paper|certificate|card|document|documents', 'chứng nhận đăng ký xe'],
  ['registration papers|certificate|card of|for ~ car|motorbike|motorcycle|vehicle|scooter|bike', 'chứng nhận đăng ký xe'],
  [
    'lost|stolen|replace|misplaced ~ vehicle|car|motorbike|motorcycle|blue? registration|blue|plate|number papers|paper|certificate|card|plate?',
    'cấp lại chứng nhận đăng ký xe biển số xe',
  ],
  ['blue card', 'chứng nhận đăng ký xe'],
  ['registration|number|license|licence|car plate|plates', 'biển số xe', 'đăng ký cấp biển số xe'],
  [
    'change|transfer|transferring|switch|put ~ vehicle|car|motorbike|motorcycle|owner|owner_s|ownership ownership|owner|registration|name|name_on_the_registration of? ~ car|motorbike|motorcycle|vehicle|scooter?',
    'đăng ký sang tên xe thay đổi chủ xe',
  ],
  ['used|second_hand|secondhand|pre_owned car|motorbike|motorcycle|scooter|vehicle|bike', 'đăng ký sang tên xe thay đổi chủ xe'],
  ['second hand car|motorbike|motorcycle|scooter|vehicle', 'đăng ký sang tên xe thay đổi chủ xe'],
  [
    'transfer|transferring|sell|selling|sold|buy|bought|gift|give ~ used|old|second_hand? car|motorbike|motorcycle|scooter|vehicle',
    'đăng ký sang tên xe thay đổi chủ xe',
  ],
  ['ownership|owner transfer|change', 'sang tên thay đổi chủ'],
  ['scrapped|scrap|junked|destroyed ~ car|motorbike|vehicle?', 'thu hồi chứng nhận đăng ký xe biển số xe'],
  ['hand|give|send back|in ~ registration|plate|plates|number_plate|number_plates', 'thu hồi chứng nhận đăng ký xe biển số xe'],
  ['taxi|taxis', 'kinh doanh vận tải bằng xe ô tô'],
  ['temporary vehicle|car|motorbike? registration|plate|plates', 'đăng ký xe tạm thời'],
  [
    'deregister|return|surrender ~ car|motorbike|vehicle|number|plate plates|plate|registration?',
    'thu hồi chứng nhận đăng ký xe biển số xe',
  ],
  ['vehicle|car|truck technical|roadworthiness? inspection', 'cấp giấy chứng nhận kiểm định tem kiểm định xe cơ giới'],
  ['periodic|technical|roadworthiness|regular|mandatory|annual technical? inspection|check', 'cấp giấy chứng nhận kiểm định xe cơ giới'],
  ['take|pass|sit ~ driving|riding test|exam', 'cấp giấy phép lái xe'],
  ['emission|emissions test|inspection|check', 'chứng nhận kiểm định khí thải xe mô tô xe gắn máy'],
  [
    'import|bring ~ personal? car|motorbike|vehicle into_vietnam?',
    'nhập khẩu tạm nhập khẩu xe ô tô xe gắn máy không nhằm mục đích thương mại',
  ],
  [
    'passenger|goods|taxi|coach|road|bus transport|transportation? business|service|services|company|licence|license?',
    'cấp giấy phép kinh doanh vận tải bằng xe ô tô',
  ],
  ['taxi|transport badge', 'cấp phù hiệu cho xe ô tô kinh doanh vận tải'],
  ['boat|boats', 'phương tiện thủy nội địa'],
  ['fishing boat|vessel', 'giấy chứng nhận đăng ký tàu cá'],
  ['drone|drones|uav', 'phương tiện bay không người lái'],
  // Land
  ['land use? right|rights? certificate', 'cấp giấy chứng nhận quyền sử dụng đất'],
  ['land use right|rights', 'quyền sử dụng đất'],
  ['red|pink book|books', 'cấp giấy chứng nhận quyền sử dụng đất', 'giấy chứng nhận'],
  ['land|house|property title|deed|deeds|certificate|titles', 'giấy chứng nhận quyền sử dụng đất'],
  [
    'first|get|obtain|apply_for|new ~ red_book|pink_book|land_use_right_certificate|land_title|title_deed|land_certificate for_my_land?',
    'đăng ký đất đai tài sản gắn liền với đất cấp giấy chứng nhận quyền sử dụng đất lần đầu',
  ],
  [
    'red_book|pink_book|land_certificate|title for? ~ land|house? for_the_first_time',
    'đăng ký đất đai tài sản gắn liền với đất cấp giấy chứng nhận quyền sử dụng đất lần đầu',
  ],
  [
    'lost|stolen|reissue|replace_lost|replace_my_lost|misplaced|burnt ~ red_book|pink_book|land_use_right_certificate|land_use_rights_certificate|land_certificate|land_title|title_deed',
    'cấp lại giấy chứng nhận do bị mất',
  ],
  [
    'red_book|pink_book|land_use_right_certificate|land_use_rights_certificate|land_certificate was|is|has_been|got? lost|stolen|burnt|missing',
    'cấp lại giấy chứng nhận do bị mất',
  ],
  [
    'exchange|renew|replace_old|swap ~ old|damaged|torn? red_book|pink_book|land_use_right_certificate|land_use_rights_certificate|land_certificate',
    'cấp đổi giấy chứng nhận quyền sử dụng đất',
  ],
  [
    'red_book|pink_book|land_use_right_certificate|land_use_rights_certificate|land_certificate|land_title is|was|are|has_become too? old|torn|damaged|faded|worn',
    'cấp đổi giấy chứng nhận quyền sử dụng đất',
  ],
  [
    'correct|fix|mistake|error|wrong_name in|on? ~ red_book|pink_book|land_use_right_certificate|land_use_rights_certificate|land_certificate',
    'đính chính giấy chứng nhận đã cấp',
  ],
  ['land|lands|plot|parcel|plots', 'đất', 'thửa đất'],
  ['farm|agricultural|garden|rice|residential|forest land', 'đất', 'chuyển mục đích sử dụng đất'],
  [
    'turn|turning|convert|converting|conversion_of|change|changing ~ farm|agricultural|garden|rice|orchard? land|farmland|plot into|to ~ residential|housing|building|homestead? land|plot',
    'chuyển mục đích sử dụng đất',
  ],
  ['farmland', 'đất nông nghiệp'],
  [
    'transfer|transferring|sell|selling|buy|buying|purchase|give|gift|donate|inherit|inheriting|gifting|pass_on ~ piece_of|plot_of|father_s|parents? land|land_title|land_use_rights|plot|red_book|house_and_land',
    'đăng ký biến động quyền sử dụng đất chuyển nhượng tặng cho thừa kế',
  ],
  [
    'transfer|transferring|transfer_of ~ land|house|property|real_estate title|ownership|name?',
    'đăng ký biến động quyền sử dụng đất quyền sở hữu tài sản gắn liền với đất chuyển nhượng tặng cho thừa kế',
  ],
  [
    'change ~ owner|ownership|name on ~ red_book|pink_book|land_title',
    'đăng ký biến động quyền sử dụng đất chuyển nhượng tặng cho thừa kế',
  ],
  [
    'split|divide|subdivide|merge|combine|join|separate ~ two|three? plot|plots|parcel|parcels|land of_land?',
    'tách thửa hoặc hợp thửa đất',
  ],
  [
    'change|convert|conversion_of|changing ~ agricultural|farm|garden|land_use|purpose_of? land|purpose|land_use',
    'chuyển mục đích sử dụng đất',
  ],
  ['lease|rent|allocation_of|rent_of land from_the_state?', 'giao đất cho thuê đất'],
  ['land use extension', 'gia hạn sử dụng đất'],
  ['land|boundary dispute|disputes|conflict', 'hòa giải tranh chấp đất đai'],
  ['dispute|disputes', 'tranh chấp'],
  ['mortgage|mortgages|mortgaged|mortgaging', 'đăng ký biện pháp bảo đảm bằng quyền sử dụng đất', 'thế chấp'],
  [
    'remove|cancel|release|discharge|delete|clear|lift ~ mortgage|charge|mortgage_registration',
    'xóa đăng ký biện pháp bảo đảm bằng quyền sử dụng đất',
  ],
  ['mortgage release|removal|cancellation|discharge', 'xóa đăng ký biện pháp bảo đảm bằng quyền sử dụng đất'],
  ['paid|pay|paying off|back ~ mortgage|loan|bank_loan|home_loan', 'xóa đăng ký biện pháp bảo đảm bằng quyền sử dụng đất'],
  // Houses and building
  ['apartment|flat|condo|condominium|apartments|flats', 'nhà ở', 'nhà chung cư'],
  ['house|houses|home', 'nhà ở'],
  [
    'buy|buying|purchase|sell|selling ~ house|home|apartment|flat|condo',
    'đăng ký biến động chuyển nhượng quyền sở hữu nhà ở tài sản gắn liền với đất',
  ],
  [
    'foreigner|foreigners|foreign_owner|expat|foreign_individual who|to|can|as? own|owns|owning|extend|buys|buy ~ flat|apartment|house|home|condo?',
    'sở hữu nhà ở tại việt nam của tổ chức cá nhân nước ngoài',
  ],
  [
    'extend|extending|extension_of|renew ~ house|home|housing|apartment|flat|property? ownership period|term?',
    'gia hạn thời hạn sở hữu nhà ở tại việt nam của tổ chức cá nhân nước ngoài',
  ],
  ['construction|building|planning permit|permission|licence|license', 'cấp giấy phép xây dựng'],
  [
    'build|building|construct|constructing|erect ~ new|family|private? house|home|building|villa',
    'cấp giấy phép xây dựng mới nhà ở riêng lẻ',
  ],
  ['building_permit|construction_permit|planning_permission for|to ~ build? new? house|home', 'cấp giấy phép xây dựng mới nhà ở riêng lẻ'],
  [
    'renovate|renovating|repair|repairing|refurbish|remodel|upgrade|extend|add_a_floor_to|renovation_of ~ old? house|home|building|villa|flat',
    'cấp giấy phép xây dựng sửa chữa cải tạo nhà ở riêng lẻ',
  ],
  ['house|home renovation|repair|repairs|extension', 'cấp giấy phép xây dựng sửa chữa cải tạo nhà ở riêng lẻ'],
  ['renovate|renovation|renovating|refurbish|add_a_floor', 'giấy phép xây dựng sửa chữa cải tạo'],
  ['repair|repairs', 'sửa chữa'],
  ['extend|renew|extension_of ~ building|construction permit', 'gia hạn giấy phép xây dựng'],
  ['adjust|change|modify|amend ~ building|construction permit', 'cấp điều chỉnh giấy phép xây dựng'],
  ['lost|reissue|replace ~ building|construction permit', 'cấp lại giấy phép xây dựng'],
  ['social|public|low_cost|affordable housing', 'nhà ở xã hội'],
  ['buy|rent|apply_for|lease ~ social_housing|social_house|social_apartment', 'đăng ký mua thuê mua thuê nhà ở xã hội'],
  ['pavement|sidewalk|footpath|roadway', 'cấp phép sử dụng tạm thời lòng đường vỉa hè vào mục đích khác'],
  [
    'cut|cutting|chop|fell|felling|prune|remove|move down? ~ urban|street|old? tree|trees down?',
    'cấp giấy phép chặt hạ dịch chuyển cây xanh',
  ],
  ['tree|trees', 'cây xanh'],
];
