import { abroad, nationalities } from './english-countries.ts';

/** English phrases about civil status, nationality, identity and residence. Rows as in `words.ts`, each phrase a pattern of `index/patterns.ts`. */
export const englishPeople: readonly (readonly [pattern: string, official: string, ...more: string[]])[] = [
  // Birth
  ['birth certificate|certificates', 'đăng ký khai sinh', 'trích lục'],
  ['get|obtain|have|make ~ birth_certificate', 'đăng ký khai sinh'],
  [
    'extract|extracts|copy|copies|duplicate of ~ birth_certificate|birth_certificates|birth_record',
    'cấp bản sao trích lục hộ tịch bản sao giấy khai sinh',
  ],
  ['birth_certificate extract|copy|copies|duplicate', 'cấp bản sao trích lục hộ tịch bản sao giấy khai sinh'],
  [
    'extract|extracts|copy|copies of ~ civil_status_record|civil_status_records|marriage_certificate|death_certificate',
    'cấp bản sao trích lục hộ tịch',
  ],
  ['lost ~ birth_certificate', 'cấp bản sao trích lục hộ tịch bản sao giấy khai sinh', 'đăng ký lại khai sinh'],
  ['re|again register? ~ birth', 'đăng ký lại khai sinh'],
  [
    'register|registering|registration|declare|report of? ~ birth|newborn|new_baby|child_s_birth|baby_s_birth|son_s_birth|daughter_s_birth',
    'đăng ký khai sinh',
  ],
  ['register|registering ~ child|baby|son|daughter', 'đăng ký khai sinh'],
  ['birth registration|registered|declaration', 'đăng ký khai sinh'],
  ['birth|births|newborn', 'khai sinh'],
  ['baby|babies|infant', 'khai sinh', 'trẻ em'],
  ['was|is|were|been|just born', 'đăng ký khai sinh'],
  [`born ${abroad}|at_an_embassy`, 'khai sinh trẻ em sinh ra ở nước ngoài', 'khai sinh có yếu tố nước ngoài'],
  ['father|mother|dad|mum|mom|parent is|was ~ foreigner|foreign', 'có yếu tố nước ngoài'],
  // Marriage, divorce
  ['i_am|i_m|he_is|he_s|she_is|she_s|never not|been|been_legally? married', 'cấp giấy xác nhận tình trạng hôn nhân'],
  ['marriage certificate|licence|license', 'đăng ký kết hôn', 'bản sao trích lục hộ tịch'],
  ['marriage registration|paperwork|registered|formalities', 'đăng ký kết hôn'],
  ['register|registering|declare ~ marriage|wedding', 'đăng ký kết hôn'],
  ['marriage|marriages|wedding', 'đăng ký kết hôn'],
  ['marry|marrying', 'đăng ký kết hôn'],
  ['get|getting|be|become|got married', 'đăng ký kết hôn'],
  ['tie|tying the_knot', 'đăng ký kết hôn'],
  ['fiancé|fiancée|fiance|fiancee|bride|groom', 'đăng ký kết hôn'],
  [`marry|marrying|wed ~ foreigner|foreign_national|foreign_citizen|${nationalities}`, 'đăng ký kết hôn có yếu tố nước ngoài'],
  [
    `marriage with|to|between ~ foreigner|foreign_national|vietnamese|vietnamese_and|${nationalities}`,
    'đăng ký kết hôn có yếu tố nước ngoài',
  ],
  [
    `married|wed|wedding|marriage was|we|already|registered|officially? ${abroad}`,
    'ghi vào sổ hộ tịch việc kết hôn đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
  ],
  [
    'record|recording|recognise|recognize|note|annotate|register ~ foreign|overseas marriage|marriage_certificate|wedding',
    'ghi vào sổ hộ tịch việc kết hôn đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
  ],
  ['single|marital|unmarried|celibacy|marriage status', 'cấp giấy xác nhận tình trạng hôn nhân'],
  [
    'certificate|confirmation|proof|declaration of ~ single|marital|unmarried|celibacy|singleness|no status|impediment|marriage_status?',
    'cấp giấy xác nhận tình trạng hôn nhân',
  ],
  ['single|singleness|unmarried|bachelor|no_impediment status|marriage? certificate', 'cấp giấy xác nhận tình trạng hôn nhân'],
  ['prove|confirm|certify that? i_am|i_m|she_is|he_is|being single|unmarried|not_married', 'cấp giấy xác nhận tình trạng hôn nhân'],
  ['free|freedom|able to marry', 'cấp giấy xác nhận tình trạng hôn nhân'],
  ['lost ~ marriage_certificate', 'cấp bản sao trích lục hộ tịch', 'đăng ký lại kết hôn'],
  ['divorce|divorced|divorces', 'ly hôn'],
  [
    `divorce|divorced was|decree|judgment|judgement|granted? ${abroad}|by_a_foreign_court`,
    'ghi vào sổ hộ tịch việc ly hôn đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
  ],
  ['foreign|overseas divorce|divorces', 'ghi vào sổ hộ tịch việc ly hôn đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài'],
  [
    `divorce was|is? granted|issued|given|settled|finalised|finalized by|in ~ court? ${abroad}`,
    'ghi vào sổ hộ tịch việc ly hôn đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
  ],
  // Death, family
  ['death certificate|registration', 'đăng ký khai tử'],
  ['register|report|declare|registering ~ death|deceased', 'đăng ký khai tử'],
  ['death|deaths|died|deceased|dead', 'đăng ký khai tử'],
  ['passed|passes away', 'đăng ký khai tử'],
  ['death of ~ foreigner|foreign_citizen|foreign_national|expat', 'đăng ký khai tử có yếu tố nước ngoài'],
  [
    `died|death|deceased|passed_away ${abroad}`,
    'ghi vào sổ hộ tịch khai tử nước ngoài',
    'hộ tịch khác đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
  ],
  ['bring|bringing|repatriate|import ~ ashes|remains|body|corpse', 'nhập cảnh thi hài hài cốt tro cốt về việt nam'],
  ['ashes|human_remains|mortal_remains', 'thi hài hài cốt tro cốt'],
  ['funeral|burial costs|cost|allowance|support|expenses|benefit|grant', 'hỗ trợ chi phí mai táng', 'hưởng trợ cấp mai táng'],
  ['funeral|burial', 'mai táng'],
  ['adopt|adopting|adopted|adoption', 'đăng ký việc nuôi con nuôi'],
  ['adopt|adopting|adoption_of ~ vietnamese? child|baby|orphan|boy|girl|son|daughter|children', 'đăng ký việc nuôi con nuôi trong nước'],
  ['adopt|adopting ~ stepchild|stepson|stepdaughter|step_child', 'nuôi con nuôi cha dượng mẹ kế nhận con riêng của vợ hoặc chồng'],
  ['domestic adoption', 'đăng ký việc nuôi con nuôi trong nước'],
  ['international|intercountry|foreign adoption', 'nuôi con nuôi có yếu tố nước ngoài'],
  [
    'foreigner|foreigners|expat|expats|foreign_couple living|residing|resident in vietnam to|can|who? i? adopt ~ vietnamese? child|children',
    'người nước ngoài thường trú ở việt nam nhận trẻ em việt nam làm con nuôi',
  ],
  ['guardian|guardians|guardianship|legal_guardian|ward_of', 'đăng ký giám hộ'],
  ['end|terminate|terminating|stop|cancel ~ guardianship', 'đăng ký chấm dứt giám hộ'],
  ['paternity|maternity_recognition|fatherhood', 'đăng ký nhận cha mẹ con'],
  [
    'acknowledge|acknowledging|recognise|recognize|recognising|recognizing|claim|establish|declare ~ child|son|daughter|paternity|father|fatherhood|parentage of? my? child?',
    'đăng ký nhận cha mẹ con',
  ],
  ['father|mother|parent s? of ~ child', 'đăng ký nhận cha mẹ con'],
  ['foster|fostering|foster_care|take_in|look_after ~ child?|children|orphan|orphans', 'nhận chăm sóc thay thế cho trẻ em'],
  // Names and records
  [
    'change|changing|correct|correcting|fix|amend|alter ~ legal? name|surname|family_name|first_name|given_name|date_of_birth|birth_date|birthday|year_of_birth|gender|ethnicity',
    'thay đổi cải chính bổ sung thông tin hộ tịch',
  ],
  [
    'change|correction|amendment of|to|in ~ name|surname|date_of_birth|birth_date|civil_status|civil_status_record',
    'thay đổi cải chính bổ sung thông tin hộ tịch',
  ],
  ['name change', 'thay đổi cải chính bổ sung thông tin hộ tịch'],
  [
    'spelling|typing|clerical? mistake|error|misspelled|misspelt|misspelling|typo|errors|mistakes in|on|of ~ name?',
    'thay đổi cải chính bổ sung thông tin hộ tịch',
  ],
  ['wrong|incorrect|misspelled|misspelt name|date_of_birth|birth_date|birthday|surname', 'thay đổi cải chính bổ sung thông tin hộ tịch'],
  [
    'name|date_of_birth|birthday|surname|birth_certificate is|was|has wrong|incorrect|misspelled|misspelt|spelled_wrong|wrongly_spelled|a_mistake|an_error',
    'thay đổi cải chính bổ sung thông tin hộ tịch',
  ],
  ['correct|fix|amend|change|mistake_in|error_in|mistake_on|error_on ~ birth_certificate', 'thay đổi cải chính bổ sung thông tin hộ tịch'],
  ['civil status|registry|records|register', 'hộ tịch'],
  // Nationality
  ['nationality|nationalities', 'quốc tịch'],
  ['citizenship', 'quốc tịch việt nam'],
  ['become|becoming ~ vietnamese citizen|national', 'nhập quốc tịch việt nam ở trong nước'],
  ['naturalise|naturalize|naturalised|naturalized|naturalisation|naturalization', 'nhập quốc tịch việt nam ở trong nước'],
  [
    'apply_for|acquire|acquiring|get|obtain|obtaining|gain|take|receive|granted ~ vietnamese citizenship|nationality',
    'nhập quốc tịch việt nam ở trong nước',
  ],
  [
    'renounce|renouncing|give_up|giving_up|relinquish|abandon|lose|drop|leave ~ vietnamese? citizenship|nationality',
    'thôi quốc tịch việt nam ở trong nước',
  ],
  ['renunciation|relinquishment of ~ vietnamese? citizenship|nationality', 'thôi quốc tịch việt nam ở trong nước'],
  [
    'regain|regaining|restore|restoring|recover|reacquire|re_acquire|get_back|resume|reclaim ~ vietnamese? citizenship|nationality',
    'trở lại quốc tịch việt nam ở trong nước',
  ],
  ['citizenship|nationality restored|restoration|back|again', 'trở lại quốc tịch việt nam ở trong nước'],
  [
    'dual|double|second|two nationality|nationalities|citizenship|citizenships',
    'có quốc tịch việt nam',
    'nhập quốc tịch',
    'trở lại quốc tịch',
  ],
  [
    'prove|proof_of|confirm|confirmation_of|certificate_of|certify|still_have|still_hold|keep ~ vietnamese citizenship|nationality',
    'cấp giấy xác nhận có quốc tịch việt nam',
  ],
  ['vietnamese origin|descent|ancestry|roots|heritage', 'giấy xác nhận là người gốc việt nam'],
  ['overseas vietnamese', 'người việt nam định cư ở nước ngoài'],
  ['viet|việt kieu|kiều', 'người việt nam định cư ở nước ngoài'],
];
