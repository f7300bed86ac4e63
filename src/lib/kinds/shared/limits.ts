/** A matrix has at most this many rows and columns, so that every cell stays readable. */
export const MOST_CELLS = 8;

/** What a part of an address was read as. */
export type LinkedReading<Value> =
  { readonly success: true; readonly output: Value } | { readonly success: false };

/** Reads a part of an address. */
export type LinkedPart<Value> = (text: string) => LinkedReading<Value>;

/** One of a few words of an address. */
export const linkedWord =
  <Word extends string>(words: readonly Word[]): LinkedPart<Word> =>
  (text) => {
    const output = words.find((word) => word === text);
    return output === undefined ? { success: false } : { success: true, output };
  };

/** A whole number of an address. By hand, because every lesson fetches it and a library would be more than all links. */
export const linkedNumber =
  (least: number, most: number): LinkedPart<number> =>
  (text) => {
    const output = Number(text);
    return /^\d{1,15}$/.test(text) && output >= least && output <= most
      ? { success: true, output }
      : { success: false };
  };
