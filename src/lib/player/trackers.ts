/**
 * What mail programs, advertisements, social networks and messengers add to a link on its way, to see where its
 * readers come from. It says nothing about what is shown, so nothing is said about it.
 */
const NAMES = new Set([
  // Advertisements: Google, Microsoft, X, TikTok, LinkedIn, Reddit, Pinterest, Snapchat, Yandex
  ...['gclid', 'gclsrc', 'gbraid', 'wbraid', 'dclid', 'gad_source', 'gad_campaignid', 'srsltid', 'msclkid'],
  ...['twclid', 'ttclid', 'li_fat_id', 'rdt_cid', 'epik', 'sccid', 'yclid', 'ysclid'],
  // Facebook, Instagram, YouTube, Kakao, Naver
  ...['fbclid', 'igsh', 'igshid', 'si', 'feature', 'kakao_from', 'napm'],
  // Mail and marketing: Mailchimp, HubSpot, Marketo, Klaviyo, Vero, Omeda, Drip
  ...['mc_cid', 'mc_eid', '_hsenc', '_hsmi', '__hstc', '__hssc', '__hsfp', 'hsctatracking', 'mkt_tok'],
  ...['_kx', 'vero_id', 'vero_conv', 'oly_enc_id', 'oly_anon_id', '__s', 'wickedid', 's_cid'],
  // Between sites: Google Analytics, and where a link was found
  ...['_ga', '_gl', 'ref', 'ref_src', 'ref_url', 'referrer', 'source']
]);

/** Families: Urchin's utm_source and the like, Matomo's, Naver's. */
const FAMILIES = /^(?:utm|mtm|pk|hsa|n)_[a-z_]+$/;

/** Whether a part of a link is there for counting readers only. */
export function isTracker(name: string): boolean {
  const lower = name.toLowerCase();
  return NAMES.has(lower) || FAMILIES.test(lower);
}
