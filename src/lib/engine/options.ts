import { SettingError } from './errors.ts';

/** The names of all options of an operation. The type sees to it that none is forgotten and none invented. */
export type OptionNames<Options> = Readonly<Record<keyof Options, true>>;

/**
 * Refuses what an operation would otherwise pass over in silence, such as `ceil_mode` for `ceilMode`, and with it give
 * a result that looks right. Types say so already where options are written in the call; this is for options that
 * come from a variable, from data, or from callers without types.
 *
 * @param operation begins the message of what is thrown
 * @throws {SettingError} when the options are not an object, or one of them is none of `names`
 */
export function requireKnownOptions<Options extends object>(
  operation: string,
  options: Options,
  names: OptionNames<Options>
): void {
  if (typeof options !== 'object' || (options as unknown) === null) {
    throw new SettingError(
      `${operation}: options are given by name, { name: value }, not ${String(options)}`
    );
  }
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(names, name)) continue;
    const known = Object.keys(names);
    const there = known.length === 0 ? 'it has none' : `there are ${known.join(', ')}`;
    throw new SettingError(`${operation}: there is no option ${name}; ${there}`);
  }
}

/** Those of some options that another operation knows, for what passes its own on. */
export function optionsAmong<Options extends object>(options: Options, names: OptionNames<Options>): Options {
  return Object.fromEntries(
    Object.entries(options).filter(([name]) => Object.hasOwn(names, name))
  ) as Options;
}
