/** Jean Meeus, Astronomical Algorithms (1998), chapters 25 and 49. Moments are days of universal time since 1970-01-01T00:00Z. */

const epoch = 2_440_587.5;
const degree = Math.PI / 180;

/** Periodic terms of a new moon: days, power of the eccentricity, then multiples of the sun's anomaly, the moon's anomaly and its latitude. */
const moonTerms: [number, number, number, number, number][] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
];

/** The moment of the new moon `k`; 0 is that of 6 January 2000. Right to a minute in this century. */
export function newMoon(k: number): number {
  const t = k / 1236.85;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t ** 2;
  const periodic = moonTerms.map(
    ([days, power, ofSun, ofMoon, ofLatitude]) => days * eccentricity ** power * sine(ofSun * sun + ofMoon * moon + ofLatitude * latitude),
  );
  const planets = 0.000325 * sine(299.77 + 0.107408 * k - 0.009173 * t ** 2) + 0.000165 * sine(251.88 + 0.016321 * k);
  const dynamical = mean + periodic.reduce((sum, term) => sum + term, 0) - 0.00017 * sine(node) + planets - epoch;
  return dynamical - clockLag(dynamical);
}

/** The sun's apparent longitude in degrees, 0 to 360. Right to a hundredth of a degree, a quarter of an hour of its way. */
export function sunLongitude(moment: number): number {
  const t = (moment + clockLag(moment) + epoch - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t ** 2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

/** How far the turning earth lags behind even time (ΔT), in days: a little over a minute in this century. */
function clockLag(moment: number): number {
  const years = moment / 365.2425 - 30;
  return (62.92 + 0.32217 * years + 0.005589 * years ** 2) / 86_400;
}

function sine(degrees: number): number {
  return Math.sin((degrees % 360) * degree);
}
