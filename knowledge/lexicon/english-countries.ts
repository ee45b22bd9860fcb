const countries =
  `the_us|the_usa|usa|america|the_united_states|the_states|the_uk|uk|britain|england|scotland|ireland|france|germany|korea|south_korea|japan|china|taiwan|hong_kong
  |thailand|laos|cambodia|myanmar|singapore|malaysia|indonesia|the_philippines|india|nepal|australia|new_zealand|canada|russia|ukraine|poland|czechia|hungary
  |the_netherlands|holland|belgium|sweden|norway|denmark|finland|switzerland|austria|italy|spain|portugal|greece|turkey|israel|dubai|brazil|mexico|argentina
  |south_africa|nigeria|egypt|iran|europe|another_country|a_foreign_country|my_country|my_home_country`
    .split('|')
    .map((country) => country.trim());

/** "in Japan", "in Canada", "abroad": one place of a pattern of `index/patterns.ts`. */
export const abroad = ['abroad', 'overseas', 'outside_vietnam', ...countries.map((country) => `in_${country}`)].join('|');

/** "from Japan", "by Canada": where a paper or a person comes from. */
export const fromAbroad = ['from_abroad', 'from_overseas', ...countries.flatMap((country) => [`from_${country}`, `by_${country}`])].join(
  '|',
);

/** "Korean", "British": one place of a pattern. English is left out, for it is a language first. */
export const nationalities =
  `american|british|scottish|irish|french|german|korean|south_korean|japanese|chinese|taiwanese|thai|laotian|cambodian|burmese|singaporean|malaysian|indonesian
  |filipino|filipina|indian|nepali|australian|new_zealander|canadian|russian|ukrainian|polish|czech|hungarian|dutch|belgian|swedish|norwegian|danish|finnish|swiss
  |austrian|italian|spanish|portuguese|greek|turkish|israeli|brazilian|mexican|argentinian|south_african|nigerian|egyptian|iranian|european`
    .split('|')
    .map((nationality) => nationality.trim())
    .join('|');
