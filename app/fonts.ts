import localFont from "next/font/local";

const latin = localFont({
  src: "./fonts/atkinson-hyperlegible-next-latin.woff2",
  weight: "200 800",
  display: "swap",
  variable: "--font-latin",
  adjustFontFallback: "Arial",
});

// Welsh ŵ and ŷ, and names from further away: fetched only by a page that has one of these letters.
const extended = localFont({
  src: "./fonts/atkinson-hyperlegible-next-latin-ext.woff2",
  weight: "200 800",
  display: "swap",
  variable: "--font-extended",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+1EF2-1EFF" }],
});

export const fonts = `${latin.variable} ${extended.variable}`;
