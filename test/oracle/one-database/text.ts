/**
 * How a name is ordered and searched, written from the contract's words and apart from `schema/order-key.ts`: take the text apart into base
 * signs and marks, drop the marks U+0300 to U+036F, lower the 26 letters, and compare the UTF-8 bytes.
 */
export function bytesOf(text: string): Buffer {
  const kept = Array.from(text.normalize('NFD'), (sign) => sign.codePointAt(0) ?? 0)
    .filter((point) => point < 0x300 || point > 0x36f)
    .map((point) => (point >= 65 && point <= 90 ? point + 32 : point));
  return Buffer.from(String.fromCodePoint(...kept), 'utf8');
}

type Name = {
  readonly en?: string | null;
  readonly fr?: string | null;
  readonly ar?: string | null;
  readonly pt?: string | null;
  readonly originalLanguage?: string | null;
};

/** The English name; where there is none the original; where that is in none of the four languages, French, Portuguese, Arabic. */
export function leadingText(name: Name | null | undefined): string | null {
  const texts = { EN: name?.en, FR: name?.fr, PT: name?.pt, AR: name?.ar };
  const original = Object.entries(texts).find(
    ([language]) => language === name?.originalLanguage?.toUpperCase(),
  );
  const inOrder = [texts.EN, original?.[1], texts.FR, texts.PT, texts.AR];
  return inOrder.find((text) => typeof text === 'string') ?? null;
}

/** The text in the language asked; else EN, FR, PT, AR. */
export function textIn(name: Name, language: string): string {
  const { en, fr, ar, pt } = name;
  const asked = { EN: en, FR: fr, AR: ar, PT: pt }[language];
  return [asked, en, fr, pt, ar].find((text) => typeof text === 'string') ?? '';
}
